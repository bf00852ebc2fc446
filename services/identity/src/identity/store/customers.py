"""Customers, as rows and as records."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import sqlalchemy as sql
from chassis.refusal import NotFound
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from identity.domain.customer import Customer, KnownCustomer, Statistics, email_key, search_text_of
from identity.store.customer_tables import customer, customer_booking
from identity.store.rows import columns_of, row_of

COLUMNS = columns_of(customer, Customer)


def statistics_of_customers() -> sql.FromClause:
    """What each customer did, beside the customer."""
    status = customer_booking.c.status
    was_kept = status != "expired"
    spent = customer_booking.c.paid_cents - customer_booking.c.refunded_cents
    return (
        sql.select(
            sql.func.count().filter(was_kept).label("total_bookings"),
            sql.func.count().filter(status.in_(["pending", "confirmed"])).label("pending_bookings"),
            sql.func.count().filter(status == "completed").label("completed_bookings"),
            sql.cast(sql.func.coalesce(sql.func.sum(spent), 0), sql.BigInteger).label("total_spent_cents"),
            sql.func.max(customer_booking.c.booked_at).filter(was_kept).label("last_booking_at"),
        )
        .where(customer_booking.c.customer_id == customer.c.id)
        .lateral("statistics")
    )


def select_known() -> sql.Select[Any]:
    """Customers with their statistics, by one question however many."""
    statistics = statistics_of_customers()
    return sql.select(*COLUMNS, *statistics.c).select_from(customer.join(statistics, sql.true()))


ONE_KNOWN = select_known().where(customer.c.id == sql.bindparam("customer_id"))


def known_of(row: sql.RowMapping) -> KnownCustomer:
    """One such row."""
    members = {column.name: row[column.name] for column in COLUMNS}
    figures = {name: row[name] for name in Statistics.__dataclass_fields__}
    return KnownCustomer(Customer(**members), Statistics(**figures))


async def add_customer(connection: AsyncConnection, record: Customer, password_hash: str) -> bool:
    """Stores a customer; False when the email has an account already."""
    row = {**row_of(customer, record), **found_by(record), "password_hash": password_hash}
    added = insert(customer).values(row).on_conflict_do_nothing(index_elements=["email_key"])
    return (await connection.execute(added.returning(customer.c.id))).one_or_none() is not None


async def find_by_email(connection: AsyncConnection, key: str) -> Customer | None:
    """The customer of an email key."""
    found = await connection.execute(sql.select(*COLUMNS).where(customer.c.email_key == key))
    row = found.mappings().one_or_none()
    return Customer(**row) if row else None


async def find_known(connection: AsyncConnection, customer_id: UUID) -> KnownCustomer:
    """The customer with statistics. Raises NotFound."""
    found = await connection.execute(ONE_KNOWN, {"customer_id": customer_id})
    row = found.mappings().one_or_none()
    if row is None:
        raise no_such_customer()
    return known_of(row)


async def lock_customer(connection: AsyncConnection, customer_id: UUID) -> Customer:
    """The customer, locked until the transaction ends. Raises NotFound, also for one who asked to be forgotten."""
    is_open = customer.c.erasure_requested_at.is_(None)
    question = sql.select(*COLUMNS).where(customer.c.id == customer_id, is_open).with_for_update(key_share=True)
    row = (await connection.execute(question)).mappings().one_or_none()
    if row is None:
        raise no_such_customer()
    return Customer(**row)


async def save_customer(connection: AsyncConnection, record: Customer) -> None:
    """Stores a locked customer as it is now."""
    changes = {**row_of(customer, record), **found_by(record)}
    await connection.execute(customer.update().where(customer.c.id == record.id).values(changes))


def found_by(record: Customer) -> dict[str, str]:
    """The columns that serve to find a customer."""
    name = search_text_of(record.full_name, record.email, record.phone)
    return {"email_key": email_key(record.email), "search_text": name}


def no_such_customer() -> NotFound:
    """Unknown."""
    return NotFound("customer_not_found", "There is no such customer.", "customer_id")
