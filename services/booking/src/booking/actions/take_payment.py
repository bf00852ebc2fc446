"""Hearing that a booking's money was captured."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from chassis.outbox import say
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import BookingPaid
from totetaxi.payments.v1.events_pb2 import PaymentSucceeded

from booking.domain.checkout import must_be_paid_in_full
from booking.domain.lifecycle import Fact, transition
from booking.messages import summary
from booking.store import bookings
from booking.store.bookings import HistoryEntry

PAYMENTS = "payments"


async def take_payment(connection: AsyncConnection, payment: PaymentSucceeded, now: datetime) -> None:
    """Turns the booking paid, on the listener's transaction; a late or repeated payment changes no state.

    Raises NotFound for an unknown booking and WrongAmountError for any amount but the total: staff must see those.
    """
    record = await bookings.lock_booking(connection, UUID(payment.booking_id))
    must_be_paid_in_full(payment.amount_cents, record.price.total_cents)
    after = transition(record.status, Fact.PAYMENT_SUCCEEDED)
    if after.is_noted:
        entry = HistoryEntry(
            record.id, record.status, after.to, PAYMENTS, now, f"payment {payment.payment_id} succeeded"
        )
        await bookings.add_history(connection, entry)
    if after.to == record.status:
        return
    paid = await bookings.save_status(connection, record, after.to, now)
    event = BookingPaid(
        booking=summary(paid),
        payment_id=payment.payment_id,
        amount_cents=payment.amount_cents,
        paid_at=payment.succeeded_at,
    )
    await say(connection, event, paid.id, paid.version)
