"""Customers who verified an email, those who are being forgotten, and the bookings that are theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.erasure import FIRST_NAME, LAST_NAME
from booking.store.bookings import BookingRecord, record_of
from booking.store.tables import booking, erasure, history, verified_customer

NO_STREET = {"address_line_1": "", "address_line_2": ""}


@dataclass(frozen=True, slots=True)
class Erasure:
    """A customer who is to be forgotten."""

    customer_id: UUID
    erasure_id: UUID
    email: str
    """Verified; empty when it never was, and once it is done."""
    requested_at: datetime
    look_again_on: date | None = None
    """The first day (New York) on which another booking may go."""
    waits_until: date | None = None
    """The day on which the last may go, as it was told."""
    completed_at: datetime | None = None


async def lock_customer(connection: AsyncConnection, customer_id: UUID) -> None:
    """Lets one transaction at a time decide about a customer: verifying and forgetting come by different consumers."""
    number = sql.func.hashtextextended(f"customer {customer_id}", 0)
    await connection.execute(sql.select(sql.func.pg_advisory_xact_lock(number)))


async def save_verified(connection: AsyncConnection, customer_id: UUID, email: str, verified_at: datetime) -> None:
    """Remembers which email is the customer's own."""
    row = insert(verified_customer).values(customer_id=customer_id, email=email, verified_at=verified_at)
    newer = {"email": row.excluded.email, "verified_at": row.excluded.verified_at}
    is_newer = verified_customer.c.verified_at < row.excluded.verified_at
    await connection.execute(row.on_conflict_do_update(index_elements=["customer_id"], set_=newer, where=is_newer))


async def forget_verified(connection: AsyncConnection, customer_id: UUID) -> None:
    """Forgets which email was the customer's own."""
    await connection.execute(verified_customer.delete().where(verified_customer.c.customer_id == customer_id))


async def find_erasure(connection: AsyncConnection, customer_id: UUID) -> Erasure | None:
    """The customer's erasure, if they asked for one."""
    found = await connection.execute(sql.select(erasure).where(erasure.c.customer_id == customer_id))
    row = found.mappings().one_or_none()
    return Erasure(**row) if row else None


async def lock_due_erasure(connection: AsyncConnection, today: date) -> Erasure | None:
    """One erasure that may go on today; what another replica holds is passed over."""
    due = sql.select(erasure).where(erasure.c.completed_at.is_(None), erasure.c.look_again_on <= today)
    first = due.order_by(erasure.c.look_again_on).limit(1).with_for_update(skip_locked=True)
    row = (await connection.execute(first)).mappings().one_or_none()
    return Erasure(**row) if row else None


async def add_erasure(connection: AsyncConnection, asked: Erasure) -> None:
    """Notes that a customer is to be forgotten."""
    row = {name: getattr(asked, name) for name in Erasure.__dataclass_fields__}
    await connection.execute(erasure.insert().values(row))


async def save_waiting(connection: AsyncConnection, customer_id: UUID, look_again_on: date, waits_until: date) -> None:
    """Notes when to go on, and what was told of it."""
    row = erasure.update().where(erasure.c.customer_id == customer_id)
    await connection.execute(row.values(look_again_on=look_again_on, waits_until=waits_until))


async def save_completed(connection: AsyncConnection, customer_id: UUID, now: datetime) -> None:
    """Notes that all is done, and forgets the email as well."""
    row = erasure.update().where(erasure.c.customer_id == customer_id)
    await connection.execute(row.values(completed_at=now, email="", look_again_on=None, waits_until=None))


def theirs(customer_id: UUID, email: sql.ColumnElement[str] | str) -> sql.ColumnElement[bool]:
    """The bookings in an account, and those that a guest made with the email it has verified."""
    is_guests = sql.and_(booking.c.customer_id.is_(None), sql.func.lower(booking.c.email) == sql.func.lower(email))
    return sql.or_(booking.c.customer_id == customer_id, is_guests)


async def lock_guest_bookings(connection: AsyncConnection, email: str) -> Sequence[BookingRecord]:
    """The bookings that guests made with `email`, locked."""
    is_theirs = sql.func.lower(booking.c.email) == sql.func.lower(email)
    question = sql.select(booking).where(booking.c.customer_id.is_(None), is_theirs).order_by(booking.c.id)
    rows = (await connection.execute(question.with_for_update())).mappings()
    return [record_of(dict(row)) for row in rows]


async def link(connection: AsyncConnection, ids: Sequence[UUID], customer_id: UUID, now: datetime) -> None:
    """Puts locked bookings into an account."""
    row = booking.update().where(booking.c.id.in_(ids))
    newer = sql.func.greatest(booking.c.updated_at, now)
    await connection.execute(row.values(customer_id=customer_id, updated_at=newer, version=booking.c.version + 1))


async def lock_unerased(connection: AsyncConnection, asked: Erasure) -> Sequence[BookingRecord]:
    """What is still to be erased of those bookings that were there when it was asked, locked."""
    question = sql.select(booking).where(
        theirs(asked.customer_id, asked.email),
        booking.c.erased_at.is_(None),
        booking.c.created_at <= asked.requested_at,
    )
    rows = (await connection.execute(question.order_by(booking.c.id).with_for_update())).mappings()
    return [record_of(dict(row)) for row in rows]


async def erase(connection: AsyncConnection, ids: Sequence[UUID], customer_id: UUID, now: datetime) -> None:
    """Takes out of locked bookings who booked and where they live; the customer's id then leads to nobody."""
    row = booking.update().where(booking.c.id.in_(ids))
    no_street = sql.literal(NO_STREET, JSONB)
    forgotten = row.values(
        first_name=FIRST_NAME,
        last_name=LAST_NAME,
        email="",
        phone="",
        pickup_address=booking.c.pickup_address.op("||")(no_street),
        delivery_address=booking.c.delivery_address.op("||")(no_street),
        special_instructions="",
        guest_session="",
        staff_notes="",
        customer_id=customer_id,
        erased_at=now,
        updated_at=sql.func.greatest(booking.c.updated_at, now),
        version=booking.c.version + 1,
    )
    await connection.execute(forgotten)
    by_customer = sql.and_(history.c.booking_id.in_(ids), history.c.actor.startswith("customer:"))
    await connection.execute(history.update().where(by_customer).values(cause=""))


async def list_erased_ids(connection: AsyncConnection, customer_id: UUID) -> Sequence[UUID]:
    """The bookings of a customer that were erased."""
    question = sql.select(booking.c.id).where(booking.c.customer_id == customer_id, booking.c.erased_at.is_not(None))
    return (await connection.execute(question.order_by(booking.c.id))).scalars().all()


async def list_own(
    connection: AsyncConnection, customer_id: UUID, before: UUID | None, limit: int
) -> Sequence[BookingRecord]:
    """Bookings that are a customer's own, newest first, from those made before `before`."""
    email = sql.select(verified_customer.c.email).where(verified_customer.c.customer_id == customer_id)
    question = sql.select(booking).where(theirs(customer_id, email.scalar_subquery()))
    if before is not None:
        question = question.where(booking.c.id < before)
    rows = (await connection.execute(question.order_by(booking.c.id.desc()).limit(limit))).mappings()
    return [record_of(dict(row)) for row in rows]
