"""Whose bookings are whose, and who is forgotten: the questions of privacy."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from notifications.domain.message import Subject, Verb, sources, target
from notifications.store.tables import customer_booking, customer_wishes, erased_account, erased_booking, message


async def note_customer(connection: AsyncConnection, booking_id: UUID, customer_id: UUID) -> None:
    """Remembers whose a booking is."""
    row = insert(customer_booking).values(booking_id=booking_id, customer_id=customer_id)
    newer = {"customer_id": row.excluded.customer_id}
    await connection.execute(row.on_conflict_do_update(index_elements=["booking_id"], set_=newer))


async def wait_for_erasure(connection: AsyncConnection, subject: Subject) -> None:
    """Keeps an erasure from passing between the question whether there was one and what is said then.

    Events of one customer are heard side by side; without this, what is queued while they are being erased would stay.
    """
    key = lock_key(sql.literal(str(subject.id)))
    await connection.execute(sql.select(sql.func.pg_advisory_xact_lock_shared(key)))


async def lock_for_erasure(connection: AsyncConnection, customer_id: UUID, booking_ids: Sequence[UUID]) -> None:
    """Waits for what is being queued about them, and lets nothing else be queued until the erasure is committed."""
    ids = sorted(str(each) for each in {customer_id, *booking_ids})
    each = sql.func.unnest(sql.literal(ids, ARRAY(sql.Text))).column_valued("id")
    await connection.execute(sql.select(sql.func.pg_advisory_xact_lock(lock_key(each))))


def lock_key(text: sql.ColumnElement[str]) -> sql.Function[int]:
    """The number under which Postgres keeps the lock of an id."""
    return sql.func.hashtextextended(text, 0)


async def is_erased(connection: AsyncConnection, subject: Subject) -> bool:
    """Whether nothing may be said of it any more; an event that comes late must not bring its customer back."""
    bookings = sql.select(erased_booking.c.booking_id).where(erased_booking.c.booking_id == subject.booking_id)
    accounts = sql.select(erased_account.c.account_id).where(erased_account.c.account_id == subject.account_id)
    if subject.matter_id:
        return False
    question = bookings if subject.booking_id else accounts
    return (await connection.execute(question)).one_or_none() is not None


async def note_erased(
    connection: AsyncConnection, customer_id: UUID, booking_ids: Sequence[UUID], now: datetime
) -> None:
    """Remembers that nothing may be said of this customer and these bookings any more."""
    account = {"account_id": customer_id, "erased_at": now}
    await connection.execute(insert(erased_account).values(account).on_conflict_do_nothing())
    rows = [{"booking_id": booking_id, "erased_at": now} for booking_id in booking_ids]
    if rows:
        await connection.execute(insert(erased_booking).on_conflict_do_nothing(), rows)


async def erase_messages(
    connection: AsyncConnection, customer_id: UUID, booking_ids: Sequence[UUID], email: str
) -> int:
    """Takes address and text out of every message about these bookings, to this account or to this address.

    What waits is not sent any more; what is being sent right now may still arrive, and is not tried again.
    Returns how many there were.
    """
    was_to_them = sql.func.lower(message.c.recipient) == sql.func.lower(email) if email else sql.false()
    is_theirs = sql.or_(message.c.booking_id.in_(booking_ids), message.c.account_id == customer_id, was_to_them)
    is_open = message.c.status.in_(sources(Verb.SUPPRESS))
    forgotten = (
        message.update()
        .where(is_theirs)
        .values(
            recipient=sql.func.concat("erased-", message.c.id),
            context={},
            last_error="",
            status=sql.case((is_open, target(Verb.SUPPRESS)), else_=message.c.status),
        )
    )
    return len((await connection.execute(forgotten.returning(message.c.id))).all())


async def forget_customer(connection: AsyncConnection, customer_id: UUID) -> None:
    """Forgets which bookings were a customer's, and what they wanted of us."""
    await connection.execute(customer_wishes.delete().where(customer_wishes.c.customer_id == customer_id))
    await connection.execute(customer_booking.delete().where(customer_booking.c.customer_id == customer_id))


async def list_messages(
    connection: AsyncConnection, customer_id: UUID, before: UUID | None, limit: int
) -> Sequence[RowMapping]:
    """Messages to a customer's account and about their bookings, newest first, from those made before `before`."""
    theirs = sql.select(customer_booking.c.booking_id).where(customer_booking.c.customer_id == customer_id)
    question = sql.select(message).where(sql.or_(message.c.booking_id.in_(theirs), message.c.account_id == customer_id))
    if before is not None:
        question = question.where(message.c.id < before)
    return (await connection.execute(question.order_by(message.c.id.desc()).limit(limit))).mappings().all()
