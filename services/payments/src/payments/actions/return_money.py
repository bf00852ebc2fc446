"""Return money that has no living booking: refund all that is left and tell staff, where it is found out."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from chassis.identifiers import new_id
from chassis.outbox import say
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.payments.v1.events_pb2 import PaymentOrphaned

from payments.actions.add_refund import add_approved, left_of


async def return_money(connection: AsyncConnection, payment: Any, reason: str, intent_id: str, now: datetime) -> None:
    """Refunds all that is left of a locked payment; does nothing when it is on its way already."""
    amount_cents = left_of(payment)
    if not amount_cents:
        return
    event = PaymentOrphaned(
        payment_id=str(payment.id),
        booking_id=str(payment.booking_id),
        amount_cents=amount_cents,
        stripe_payment_intent_id=intent_id,
        reason=reason,
    )
    await say(connection, event, about=payment.id, version=payment.version)
    await add_approved(connection, new_id(), payment, amount_cents, "orphan", reason, now)
