"""Lists of quotes, newest first, a page at a time; and those of a customer who is exported or forgotten."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.custom_quote import QuoteStatus
from booking.domain.erasure import FIRST_NAME, LAST_NAME
from booking.store.custom_quote_tables import custom_quote
from booking.store.custom_quotes import CustomQuoteRecord, record_of
from booking.store.privacy import NO_STREET
from booking.store.tables import verified_customer


@dataclass(frozen=True, slots=True)
class WantedQuotes:
    """Which quotes; empty members exclude none."""

    statuses: Collection[QuoteStatus] = ()
    prefix: str = ""
    """Of number, company or email."""
    customer_id: UUID | None = None


async def find_page(
    connection: AsyncConnection, wanted: WantedQuotes, before: tuple[datetime, UUID] | None, limit: int
) -> Sequence[CustomQuoteRecord]:
    """Up to `limit` quotes, newest first, made before the one that `before` names."""
    question = sql.select(custom_quote).where(*conditions(wanted))
    if before:
        question = question.where(sql.tuple_(custom_quote.c.created_at, custom_quote.c.id) < before)
    newest = question.order_by(custom_quote.c.created_at.desc(), custom_quote.c.id.desc()).limit(limit)
    return [record_of(dict(row)) for row in (await connection.execute(newest)).mappings()]


def conditions(wanted: WantedQuotes) -> list[sql.ColumnElement[bool]]:
    """What a quote must fulfil."""
    found: list[sql.ColumnElement[bool]] = []
    if wanted.statuses:
        found.append(custom_quote.c.status.in_(sorted(wanted.statuses)))
    if wanted.customer_id:
        found.append(custom_quote.c.customer_id == wanted.customer_id)
    if wanted.prefix:
        searched = (custom_quote.c.number, custom_quote.c.company_name, custom_quote.c.email)
        prefix = wanted.prefix.lower()
        found.append(sql.or_(*(sql.func.lower(each).startswith(prefix, autoescape=True) for each in searched)))
    return found


def theirs(customer_id: UUID, email: sql.ColumnElement[str] | str) -> sql.ColumnElement[bool]:
    """The quotes in an account, and those asked for without one with the email it has verified."""
    is_guests = sql.and_(
        custom_quote.c.customer_id.is_(None), sql.func.lower(custom_quote.c.email) == sql.func.lower(email)
    )
    return sql.or_(custom_quote.c.customer_id == customer_id, is_guests)


async def list_of_customer(connection: AsyncConnection, customer_id: UUID) -> Sequence[CustomQuoteRecord]:
    """All of a customer's quotes, oldest first."""
    email = sql.select(verified_customer.c.email).where(verified_customer.c.customer_id == customer_id)
    question = sql.select(custom_quote).where(theirs(customer_id, email.scalar_subquery())).order_by(custom_quote.c.id)
    return [record_of(dict(row)) for row in (await connection.execute(question)).mappings()]


async def lock_unerased(
    connection: AsyncConnection, customer_id: UUID, email: str, asked_at: datetime
) -> Sequence[CustomQuoteRecord]:
    """A customer's quotes of before `asked_at` that still know whose they are, locked."""
    question = sql.select(custom_quote).where(
        theirs(customer_id, email), custom_quote.c.erased_at.is_(None), custom_quote.c.created_at <= asked_at
    )
    rows = (await connection.execute(question.order_by(custom_quote.c.id).with_for_update())).mappings()
    return [record_of(dict(row)) for row in rows]


async def erase(connection: AsyncConnection, ids: Collection[UUID], customer_id: UUID, now: datetime) -> None:
    """Takes out of locked quotes who asked, where they live and what they wrote; the customer's id leads to nobody."""
    no_street = sql.literal(NO_STREET, JSONB)
    forgotten = {
        "first_name": FIRST_NAME,
        "last_name": LAST_NAME,
        "email": "",
        "phone": "",
        "company_name": "",
        "description": "",
        "decline_reason": "",
        "token_hash": None,
        "pickup_address": custom_quote.c.pickup_address.op("||")(no_street),
        "delivery_address": custom_quote.c.delivery_address.op("||")(no_street),
        "customer_id": customer_id,
        "erased_at": now,
        "version": custom_quote.c.version + 1,
    }
    await connection.execute(custom_quote.update().where(custom_quote.c.id.in_(ids)).values(forgotten))


async def list_erased_ids(connection: AsyncConnection, customer_id: UUID) -> Sequence[UUID]:
    """The quotes of a customer that were erased."""
    erased = sql.and_(custom_quote.c.customer_id == customer_id, custom_quote.c.erased_at.is_not(None))
    found = await connection.execute(sql.select(custom_quote.c.id).where(erased).order_by(custom_quote.c.id))
    return found.scalars().all()
