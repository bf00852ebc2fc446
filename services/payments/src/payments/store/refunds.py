"""Questions about refunds. Whoever adds, moves or releases one has locked its payment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from payments.domain.refund_fact import RefundFact
from payments.store.payments import is_uuid
from payments.store.tables import payments, refunds

RefundRow = Any

LEASE = timedelta(seconds=30)

SHOWN = (refunds, payments.c.booking_id, payments.c.booking_number, payments.c.customer_name)
"""A refund with what staff must know of its payment."""

unsent = sql.and_(refunds.c.status.in_(("approved", "processing")), refunds.c.stripe_refund_id == "")


async def insert_refund(connection: AsyncConnection, **values: Any) -> RefundRow:
    """Stores a refund and holds its amount back; the database refuses more than was captured."""
    added = await note_refund(connection, **values)
    await hold(connection, added.payment_id, added.amount_cents)
    return added


async def note_refund(connection: AsyncConnection, **values: Any) -> RefundRow:
    """Stores a refund that holds nothing back."""
    return (await connection.execute(refunds.insert().values(**values).returning(refunds))).one()


async def release(connection: AsyncConnection, refund: RefundRow) -> None:
    """What the refund held back may be asked for again."""
    await hold(connection, refund.payment_id, -refund.amount_cents)


async def hold(connection: AsyncConnection, payment_id: UUID, amount_cents: int) -> None:
    """Counts what is refunded of a payment, or waits to be."""
    row = payments.update().where(payments.c.id == payment_id)
    await connection.execute(row.values(refunded_cents=payments.c.refunded_cents + amount_cents))


async def save_refund(connection: AsyncConnection, refund_id: UUID, **changes: Any) -> RefundRow:
    """Changes a refund."""
    row = refunds.update().where(refunds.c.id == refund_id).values(**changes).returning(refunds)
    return (await connection.execute(row)).one()


async def find_refund(connection: AsyncConnection, refund_id: UUID) -> RefundRow | None:
    """A refund as staff see it."""
    question = sql.select(*SHOWN).join_from(refunds, payments).where(refunds.c.id == refund_id)
    return (await connection.execute(question)).first()


async def find_by_key(connection: AsyncConnection, requested_by: str, key: str) -> RefundRow | None:
    """The refund that somebody's idempotency key made."""
    question = sql.select(*SHOWN).join_from(refunds, payments)
    mine = sql.and_(refunds.c.requested_by == requested_by, refunds.c.idempotency_key == key)
    return (await connection.execute(question.where(mine))).first()


async def find_for_fact(connection: AsyncConnection, fact: RefundFact) -> RefundRow | None:
    """The refund a fact is about: by Stripe's id, or by ours where Stripe's is new to us."""
    by_stripe = sql.and_(refunds.c.stripe_refund_id == fact.stripe_refund_id, refunds.c.stripe_refund_id != "")
    by_id = refunds.c.id == UUID(fact.refund_id) if is_uuid(fact.refund_id) else sql.false()
    return (await connection.execute(sql.select(refunds).where(sql.or_(by_stripe, by_id)))).first()


async def list_waiting(connection: AsyncConnection, payment_id: UUID) -> Sequence[RefundRow]:
    """Refunds of a payment that Stripe knows nothing of yet, newest first; locked, so that none is sent meanwhile."""
    waiting = refunds.c.status.in_(("requested", "approved"))
    question = sql.select(refunds).where(refunds.c.payment_id == payment_id, waiting)
    return (await connection.execute(question.order_by(refunds.c.created_at.desc()).with_for_update())).all()


async def has_cancellation(connection: AsyncConnection, payment_id: UUID) -> bool:
    """Whether the cancellation policy was applied to a payment."""
    question = sql.select(refunds.c.id).where(refunds.c.payment_id == payment_id, refunds.c.origin == "cancellation")
    return (await connection.execute(question)).first() is not None


async def completed_cents(connection: AsyncConnection, payment_id: UUID) -> int:
    """USD cents of a payment that went back."""
    total = sql.func.coalesce(sql.func.sum(refunds.c.amount_cents), 0)
    question = sql.select(total).where(refunds.c.payment_id == payment_id, refunds.c.status == "completed")
    return int((await connection.execute(question)).scalar_one())


async def cents_at_stripe(connection: AsyncConnection, intent_id: str) -> int | None:
    """USD cents that we know to have gone back of an intent's payment; None when it is no payment of ours."""
    went = sql.func.coalesce(sql.func.sum(refunds.c.amount_cents).filter(refunds.c.status == "completed"), 0)
    question = sql.select(went).select_from(payments.outerjoin(refunds)).group_by(payments.c.id)
    return (await connection.execute(question.where(payments.c.stripe_payment_intent_id == intent_id))).scalar()


async def states_of(connection: AsyncConnection, stripe_refund_ids: Sequence[str]) -> dict[str, str]:
    """Where these refunds of Stripe are with us; those that we don't know are missing."""
    question = sql.select(refunds.c.stripe_refund_id, refunds.c.status)
    rows = await connection.execute(question.where(refunds.c.stripe_refund_id.in_(stripe_refund_ids)))
    return {row[0]: row[1] for row in rows}


async def list_sent_between(connection: AsyncConnection, after: datetime, before: datetime) -> Sequence[RefundRow]:
    """Refunds that went back, as we believe, between `after` and `before`; the first 20 000."""
    went = sql.and_(refunds.c.status == "completed", refunds.c.completed_at.between(after, before))
    rows: Sequence[RefundRow] = (await connection.execute(sql.select(refunds).where(went).limit(20_000))).all()
    return rows


async def claim_refund(connection: AsyncConnection, now: datetime) -> RefundRow | None:
    """One refund to send to Stripe, held for 30 s, with its payment's intent."""
    due = sql.select(refunds.c.id).where(unsent, refunds.c.next_attempt_at <= now)
    first = due.order_by(refunds.c.next_attempt_at).limit(1).with_for_update(skip_locked=True).scalar_subquery()
    row = refunds.update().where(refunds.c.id == first, payments.c.id == refunds.c.payment_id)
    held = row.values(status="processing", next_attempt_at=now + LEASE, attempts=refunds.c.attempts + 1)
    return (await connection.execute(held.returning(refunds, payments.c.stripe_payment_intent_id))).first()


async def postpone_refund(connection: AsyncConnection, refund_id: UUID, next_attempt_at: datetime, error: str) -> None:
    """Stripe did not take it this time."""
    row = refunds.update().where(refunds.c.id == refund_id)
    await connection.execute(row.values(next_attempt_at=next_attempt_at, last_error=error))
