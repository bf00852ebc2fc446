"""Questions about refunds, and about money at Stripe that is not ours."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from payments.store.tables import payments, refunds, strangers

LEASE = timedelta(seconds=30)


async def add_refund(connection: AsyncConnection, refund_id: UUID, payment: Any, reason: str, now: datetime) -> int:
    """Asks for all that is left of a locked payment; returns USD cents, 0 when nothing is left."""
    left = int(payment.amount_cents - payment.refunded_cents)
    if left == 0:
        return 0
    await connection.execute(
        refunds.insert().values(
            id=refund_id,
            payment_id=payment.id,
            amount_cents=left,
            reason=reason,
            status="requested",
            next_attempt_at=now,
            created_at=now,
        )
    )
    taken = payments.update().where(payments.c.id == payment.id)
    await connection.execute(taken.values(refunded_cents=payments.c.refunded_cents + left))
    return left


async def claim_refund(connection: AsyncConnection, now: datetime) -> Any | None:
    """One refund to send to Stripe, held for 30 s, with its payment's intent and booking."""
    due = sql.select(refunds.c.id).where(
        refunds.c.status.in_(("requested", "sending")), refunds.c.next_attempt_at <= now
    )
    first = due.order_by(refunds.c.next_attempt_at).limit(1).with_for_update(skip_locked=True).scalar_subquery()
    row = refunds.update().where(refunds.c.id == first, payments.c.id == refunds.c.payment_id)
    held = row.values(status="sending", next_attempt_at=now + LEASE, attempts=refunds.c.attempts + 1)
    return (
        await connection.execute(held.returning(refunds, payments.c.stripe_payment_intent_id, payments.c.booking_id))
    ).first()


async def settle_refund(connection: AsyncConnection, refund_id: UUID, **changes: Any) -> bool:
    """Ends a refund that was being sent; False when it had ended already."""
    row = refunds.update().where(refunds.c.id == refund_id, refunds.c.status == "sending")
    return (await connection.execute(row.values(**changes).returning(refunds.c.id))).first() is not None


async def postpone_refund(connection: AsyncConnection, refund_id: UUID, next_attempt_at: datetime, error: str) -> None:
    """Stripe did not take it this time."""
    row = refunds.update().where(refunds.c.id == refund_id)
    await connection.execute(row.values(next_attempt_at=next_attempt_at, last_error=error))


async def note_stranger(connection: AsyncConnection, intent_id: str, amount_cents: int, now: datetime) -> bool:
    """Remembers an intent at Stripe that no payment of ours made; False when it was noticed before."""
    row = insert(strangers).values(stripe_payment_intent_id=intent_id, amount_cents=amount_cents, noticed_at=now)
    known = row.on_conflict_do_nothing().returning(strangers.c.stripe_payment_intent_id)
    return (await connection.execute(known)).first() is not None
