"""Questions about payments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from payments.domain.fact import Fact
from payments.domain.states import LIVE
from payments.store.tables import WORK_CHANNEL, closed_bookings, payments

PaymentRow = Any

LEASE = timedelta(seconds=30)


async def add_payment(connection: AsyncConnection, **values: Any) -> bool:
    """Stores a new payment; False when its booking has a live one."""
    row = insert(payments).values(**values).on_conflict_do_nothing().returning(payments.c.id)
    return (await connection.execute(row)).first() is not None


async def has_money(connection: AsyncConnection, booking_id: UUID) -> bool:
    """Whether a booking's money came; what came for a payment that had made way for another does not count."""
    came = sql.and_(payments.c.status.in_(("succeeded", "refunded")), sql.not_(payments.c.is_superseded))
    question = sql.select(payments.c.id).where(payments.c.booking_id == booking_id, came).limit(1)
    return (await connection.execute(question)).first() is not None


async def note_intended_amount(connection: AsyncConnection, payment_id: UUID, amount_cents: int) -> None:
    """Stripe is about to be asked for this amount: from now on money of this amount is right as well."""
    row = payments.update().where(payments.c.id == payment_id, payments.c.status.in_(LIVE))
    await connection.execute(row.values(intended_amount_cents=amount_cents))


async def settle_amount(
    connection: AsyncConnection, payment_id: UUID, amount_cents: int, stripe_customer_id: str, now: datetime
) -> None:
    """Stripe asks for this amount now."""
    row = payments.update().where(payments.c.id == payment_id, payments.c.status.in_(LIVE))
    changes = {"stripe_customer_id": stripe_customer_id} if stripe_customer_id else {}
    amounts = {"amount_cents": amount_cents, "intended_amount_cents": None, "version": payments.c.version + 1}
    await connection.execute(row.values(**changes, **amounts, updated_at=now))


async def find_live(connection: AsyncConnection, booking_id: UUID) -> PaymentRow | None:
    """The one payment of a booking that may still be paid."""
    question = sql.select(payments).where(payments.c.booking_id == booking_id, payments.c.status.in_(LIVE))
    return (await connection.execute(question)).first()


async def find_latest(connection: AsyncConnection, booking_id: UUID) -> PaymentRow | None:
    """The newest payment of a booking."""
    question = sql.select(payments).where(payments.c.booking_id == booking_id)
    return (await connection.execute(question.order_by(payments.c.created_at.desc()).limit(1))).first()


async def list_latest(connection: AsyncConnection, booking_ids: Sequence[UUID]) -> Sequence[PaymentRow]:
    """The newest payment of each of these bookings."""
    question = sql.select(payments).distinct(payments.c.booking_id).where(payments.c.booking_id.in_(booking_ids))
    newest = question.order_by(payments.c.booking_id, payments.c.created_at.desc())
    return (await connection.execute(newest)).all()


async def find_by_intent(connection: AsyncConnection, intent_id: str) -> PaymentRow | None:
    """The payment behind an intent."""
    question = sql.select(payments).where(payments.c.stripe_payment_intent_id == intent_id)
    return (await connection.execute(question)).first()


async def lock_for_fact(connection: AsyncConnection, fact: Fact) -> PaymentRow | None:
    """The payment a fact is about: by intent, or by our own id where the intent is new to us."""
    by_intent = payments.c.stripe_payment_intent_id == fact.intent_id
    by_id = payments.c.id == UUID(fact.payment_id) if is_uuid(fact.payment_id) else sql.false()
    question = sql.select(payments).where(sql.or_(by_intent, by_id)).with_for_update()
    return (await connection.execute(question)).first()


async def lock_payment(connection: AsyncConnection, payment_id: UUID) -> PaymentRow | None:
    """A payment, locked."""
    question = sql.select(payments).where(payments.c.id == payment_id).with_for_update()
    return (await connection.execute(question)).first()


async def lock_by_intent(connection: AsyncConnection, intent_id: str) -> PaymentRow | None:
    """The payment behind an intent, locked."""
    question = sql.select(payments).where(payments.c.stripe_payment_intent_id == intent_id).with_for_update()
    return (await connection.execute(question)).first()


async def list_of_booking(connection: AsyncConnection, booking_id: UUID) -> Sequence[PaymentRow]:
    """All payments of a booking, locked, in one order for everybody."""
    question = sql.select(payments).where(payments.c.booking_id == booking_id).order_by(payments.c.id)
    return (await connection.execute(question.with_for_update())).all()


async def save_payment(connection: AsyncConnection, payment: PaymentRow, now: datetime, **changes: Any) -> None:
    """Changes a locked payment."""
    row = payments.update().where(payments.c.id == payment.id)
    await connection.execute(row.values(**changes, updated_at=now, version=payment.version + 1))


async def note_intent(connection: AsyncConnection, payment_id: UUID, intent_id: str, now: datetime) -> None:
    """Remembers which intent is the payment's; the state moves only from `creating`."""
    status = sql.case((payments.c.status == "creating", "pending"), else_=payments.c.status)
    row = payments.update().where(payments.c.id == payment_id)
    await connection.execute(row.values(stripe_payment_intent_id=intent_id, status=status, updated_at=now))


async def claim_cancelling(connection: AsyncConnection, now: datetime) -> PaymentRow | None:
    """One payment to cancel at Stripe, held for 30 s."""
    due = sql.select(payments.c.id).where(payments.c.status == "cancelling", payments.c.next_attempt_at <= now)
    first = due.order_by(payments.c.next_attempt_at).limit(1).with_for_update(skip_locked=True).scalar_subquery()
    row = payments.update().where(payments.c.id == first)
    held = row.values(next_attempt_at=now + LEASE, attempts=payments.c.attempts + 1).returning(payments)
    return (await connection.execute(held)).first()


async def list_between(connection: AsyncConnection, after: datetime, before: datetime) -> Sequence[PaymentRow]:
    """Payments with an intent, made between `after` and `before`, newest first; the first 20 000."""
    has_intent = payments.c.stripe_payment_intent_id.is_not(None)
    question = sql.select(payments).where(has_intent, payments.c.created_at.between(after, before))
    return (await connection.execute(question.order_by(payments.c.created_at.desc()).limit(20_000))).all()


async def close_booking(connection: AsyncConnection, booking_id: UUID, reason: str, now: datetime) -> None:
    """Remembers that a booking can't be paid any more."""
    row = insert(closed_bookings).values(booking_id=booking_id, reason=reason, closed_at=now)
    await connection.execute(row.on_conflict_do_nothing())


async def find_closed(connection: AsyncConnection, booking_id: UUID) -> Any | None:
    """Why a booking can't be paid any more; None while it can."""
    question = sql.select(closed_bookings).where(closed_bookings.c.booking_id == booking_id)
    return (await connection.execute(question)).first()


async def wake_workers(connection: AsyncConnection) -> None:
    """There is something to send to Stripe."""
    await connection.execute(sql.select(sql.func.pg_notify(WORK_CHANNEL, "")))


def is_uuid(text: str) -> bool:
    """Whether it is one of our ids."""
    try:
        UUID(text)
    except ValueError:
        return False
    return True
