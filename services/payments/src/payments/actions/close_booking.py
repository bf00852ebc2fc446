"""Close a booking to payment: what is open is cancelled at Stripe, what came goes back as far as it must."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import structlog
from chassis.identifiers import new_id
from sqlalchemy.ext.asyncio import AsyncConnection

from payments.actions.add_refund import add_approved, left_of
from payments.actions.return_money import return_money
from payments.audit import record_payment
from payments.domain.states import after
from payments.store import links, refunds
from payments.store import payments as store

logger = structlog.get_logger()

WHOLE_REASONS = {
    "expired": "The money came when the booking had expired.",
    "cancelled": "The money came when the booking was cancelled.",
}
POLICY_REASON = "The booking was cancelled; this is what the cancellation policy gives back."


async def close_booking(
    connection: AsyncConnection, booking_id: UUID, reason: str, now: datetime, refund_cents: int | None = None
) -> None:
    """Remembers that the booking is over (`reason`: expired, cancelled), so that money coming later goes back as well.

    `refund_cents` is what the policy gives back of what was paid; None gives back everything.
    """
    await store.close_booking(connection, booking_id, reason, now)
    await links.end_links(connection, booking_id, revoked_at=now)
    for payment in await store.list_of_booking(connection, booking_id):
        state = after(payment.status, "closed")
        if state:
            await store.save_payment(connection, payment, now, status=state, next_attempt_at=now)
            await record_payment(connection, state, payment, now, status=state)
            await store.wake_workers(connection)
        elif payment.status == "succeeded" and refund_cents is None:
            await return_money(connection, payment, WHOLE_REASONS[reason], payment.stripe_payment_intent_id, now)
        elif payment.status == "succeeded":
            await refund_by_policy(connection, payment, refund_cents or 0, now)


async def refund_by_policy(connection: AsyncConnection, payment: Any, refund_cents: int, now: datetime) -> None:
    """Gives back what the policy says, once; what staff had given back before counts."""
    if await refunds.has_cancellation(connection, payment.id):
        return
    amount_cents = min(refund_cents, left_of(payment))
    if amount_cents < refund_cents:
        logger.warning("less is left than the policy gives back", payment_id=str(payment.id), left=amount_cents)
    if amount_cents:
        await add_approved(connection, new_id(), payment, amount_cents, "cancellation", POLICY_REASON, now)
