"""Return money that has no living booking: ask for the refund and tell staff, in the transaction that found out."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from chassis.identifiers import new_id
from chassis.outbox import say
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.payments.v1.events_pb2 import PaymentOrphaned

from payments.store import payments as store
from payments.store import refunds


async def return_money(connection: AsyncConnection, payment: Any, reason: str, intent_id: str, now: datetime) -> None:
    """Asks for all that is left of a locked payment; does nothing when it is on its way already."""
    amount_cents = await refunds.add_refund(connection, new_id(), payment, reason, now)
    if not amount_cents:
        return
    event = PaymentOrphaned(
        payment_id=str(payment.id),
        booking_id=str(payment.booking_id),
        amount_cents=amount_cents,
        stripe_payment_intent_id=intent_id,
        reason=reason,
    )
    await say(connection, event, about=payment.id, version=payment.version + 1)
    await store.wake_workers(connection)
