"""Turning a booking paid: its money was captured, or a code and credit left nothing to pay."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from chassis.outbox import say
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import BookingPaid
from totetaxi.payments.v1.events_pb2 import PaymentSucceeded

from booking.actions.request_document import ask_for_certificate
from booking.domain.checkout import must_be_paid_in_full
from booking.domain.lifecycle import Fact, Transition, transition
from booking.messages import summary, timestamp
from booking.store import bookings
from booking.store.bookings import BookingRecord, HistoryEntry

PAYMENTS = "payments"
PRICING = "pricing"


async def take_payment(connection: AsyncConnection, payment: PaymentSucceeded, now: datetime) -> None:
    """Turns the booking paid, on the listener's transaction; a late or repeated payment changes no state.

    Raises NotFound for an unknown booking and WrongAmountError for any amount but the total: staff must see those.
    """
    record = await bookings.lock_booking(connection, UUID(payment.booking_id))
    must_be_paid_in_full(payment.amount_cents, record.price.total_cents)
    after = transition(record.status, Fact.PAYMENT_SUCCEEDED)
    if after.is_noted:
        cause = f"payment {payment.payment_id} succeeded"
        await note(connection, record, after, PAYMENTS, cause, now)
    if after.to == record.status:
        return
    event = BookingPaid(payment_id=payment.payment_id, amount_cents=payment.amount_cents, paid_at=payment.succeeded_at)
    await turn_paid(connection, record, after, event, now)


async def settle_free(connection: AsyncConnection, record: BookingRecord, now: datetime) -> BookingRecord:
    """Turns a new booking paid that a code and credit have paid for; no payment will come."""
    after = transition(record.status, Fact.NOTHING_TO_PAY)
    await note(connection, record, after, PRICING, "a code and credit left nothing to pay", now)
    return await turn_paid(connection, record, after, BookingPaid(paid_at=timestamp(now)), now)


async def note(
    connection: AsyncConnection, record: BookingRecord, after: Transition, actor: str, cause: str, now: datetime
) -> None:
    """Writes what happened into the booking's history."""
    await bookings.add_history(connection, HistoryEntry(record.id, record.status, after.to, actor, now, cause))


async def turn_paid(
    connection: AsyncConnection, record: BookingRecord, after: Transition, event: BookingPaid, now: datetime
) -> BookingRecord:
    """Moves a locked booking on and tells everybody; as it is then."""
    paid = await bookings.save_status(connection, record, after.to, now)
    event.booking.CopyFrom(summary(paid))
    await say(connection, event, paid.id, paid.version)
    await ask_for_certificate(connection, paid, now)
    return paid
