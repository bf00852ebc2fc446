"""Close a booking to payment: what is open is cancelled at Stripe, what came already goes back."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from payments.actions.return_money import return_money
from payments.domain.states import after
from payments.store import payments as store


async def close_booking(connection: AsyncConnection, booking_id: UUID, reason: str, now: datetime) -> None:
    """Remembers that the booking is over (`reason`: "expired"), so that money coming later goes back as well."""
    await store.close_booking(connection, booking_id, reason, now)
    for payment in await store.list_of_booking(connection, booking_id):
        state = after(payment.status, "closed")
        if state:
            await store.save_payment(connection, payment, now, status=state, next_attempt_at=now)
            await store.wake_workers(connection)
        elif payment.status == "succeeded":
            why = f"The money came when the booking had {reason}."
            await return_money(connection, payment, why, payment.stripe_payment_intent_id, now)
