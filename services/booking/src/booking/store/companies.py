"""Companies and their contacts, as rows and as records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from chassis.refusal import NotFound
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.store.company_tables import company, contact
from booking.store.tables import verified_customer

MOST_OWN = 50


@dataclass(frozen=True, slots=True)
class CompanyRecord:
    """One company as stored."""

    id: UUID
    name: str
    notes: str
    is_active: bool
    created_at: datetime
    updated_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class ContactRecord:
    """Somebody who may see what is a company's."""

    email: str
    name: str
    customer_id: UUID | None
    """The account that has verified the email."""
    added_at: datetime


async def add_company(connection: AsyncConnection, record: CompanyRecord) -> bool:
    """Stores it; False when there is one with this id already."""
    row = {name: getattr(record, name) for name in CompanyRecord.__dataclass_fields__}
    added = insert(company).values(row).on_conflict_do_nothing(index_elements=["id"]).returning(company.c.id)
    return (await connection.execute(added)).one_or_none() is not None


async def find_company(connection: AsyncConnection, company_id: UUID) -> CompanyRecord:
    """The company. Raises NotFound."""
    return one_of(await connection.execute(sql.select(company).where(company.c.id == company_id)))


async def lock_company(connection: AsyncConnection, company_id: UUID) -> CompanyRecord:
    """The company, locked until the transaction ends. Raises NotFound."""
    question = sql.select(company).where(company.c.id == company_id).with_for_update()
    return one_of(await connection.execute(question))


async def save(connection: AsyncConnection, changed: CompanyRecord, now: datetime) -> CompanyRecord:
    """Stores a locked company as its next version; as it is then."""
    saved = replace(changed, updated_at=max(now, changed.updated_at), version=changed.version + 1)
    values = {name: getattr(saved, name) for name in ("name", "notes", "is_active", "updated_at", "version")}
    await connection.execute(company.update().where(company.c.id == saved.id).values(values))
    return saved


async def find_page(
    connection: AsyncConnection, prefix: str, before: tuple[datetime, UUID] | None, limit: int
) -> Sequence[CompanyRecord]:
    """Up to `limit` companies whose names begin so, newest first, made before the one that `before` names."""
    question = sql.select(company)
    if prefix:
        question = question.where(sql.func.lower(company.c.name).startswith(prefix.lower(), autoescape=True))
    if before:
        question = question.where(sql.tuple_(company.c.created_at, company.c.id) < before)
    newest = question.order_by(company.c.created_at.desc(), company.c.id.desc()).limit(limit)
    return [CompanyRecord(**row) for row in (await connection.execute(newest)).mappings()]


async def list_contacts(connection: AsyncConnection, company_id: UUID) -> Sequence[ContactRecord]:
    """By email, each with the account that has verified it last."""
    verified = (
        sql.select(verified_customer.c.customer_id)
        .where(sql.func.lower(verified_customer.c.email) == contact.c.email)
        .order_by(verified_customer.c.verified_at.desc())
        .limit(1)
        .scalar_subquery()
    )
    columns: list[Any] = [contact.c.email, contact.c.name, verified.label("customer_id"), contact.c.added_at]
    question = sql.select(*columns).where(contact.c.company_id == company_id).order_by(contact.c.email)
    return [ContactRecord(**row) for row in (await connection.execute(question)).mappings()]


async def save_contact(connection: AsyncConnection, company_id: UUID, email: str, name: str, now: datetime) -> None:
    """Adds a contact, or gives one another name."""
    row = insert(contact).values(company_id=company_id, email=email.lower(), name=name, added_at=now)
    key = ["company_id", "email"]
    await connection.execute(row.on_conflict_do_update(index_elements=key, set_={"name": row.excluded.name}))


async def remove_contact(connection: AsyncConnection, company_id: UUID, email: str) -> bool:
    """Removes a contact; False when there was none."""
    gone = contact.delete().where(contact.c.company_id == company_id, contact.c.email == email.lower())
    return (await connection.execute(gone.returning(contact.c.email))).one_or_none() is not None


async def forget_contact(connection: AsyncConnection, email: str) -> None:
    """Removes whoever has this email from every company."""
    await connection.execute(contact.delete().where(contact.c.email == email.lower()))


async def list_own(
    connection: AsyncConnection, customer_id: UUID, *, also_inactive: bool = False
) -> Sequence[tuple[CompanyRecord, ContactRecord]]:
    """The companies of which a customer is a contact by the email they have verified, and as whom; by name."""
    question = (
        sql.select(company, contact.c.email, contact.c.name.label("contact_name"), contact.c.added_at)
        .join_from(company, contact, contact.c.company_id == company.c.id)
        .join(verified_customer, sql.func.lower(verified_customer.c.email) == contact.c.email)
        .where(verified_customer.c.customer_id == customer_id, sql.or_(company.c.is_active, sql.literal(also_inactive)))
        .order_by(company.c.name, company.c.id)
        .limit(MOST_OWN)
    )
    found = []
    for row in (await connection.execute(question)).mappings():
        values = dict(row)
        as_whom = ContactRecord(values.pop("email"), values.pop("contact_name"), customer_id, values.pop("added_at"))
        found.append((CompanyRecord(**values), as_whom))
    return found


def unknown() -> NotFound:
    """The refusal of an id that is no company, or not one of the caller's."""
    return NotFound("company_not_found", "There is no such company.", "company_id")


def one_of(found: sql.CursorResult[Any]) -> CompanyRecord:
    """The record of the one row. Raises NotFound."""
    row = found.mappings().one_or_none()
    if row is None:
        raise unknown()
    return CompanyRecord(**row)
