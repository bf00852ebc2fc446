"""Turning a booking paid: its money was captured, or a code and credit left nothing to pay."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.payments.v1.events_pb2 import PaymentSucceeded

from booking.actions.move_on import Step, move_on, note
from booking.actions.request_document import ask_for_certificate
from booking.domain.checkout import must_be_paid_in_full
from booking.domain.lifecycle import Fact, transition
from booking.store import bookings
from booking.store.bookings import BookingRecord

PAYMENTS = "payments"
PRICING = "pricing"


async def take_payment(connection: AsyncConnection, payment: PaymentSucceeded, now: datetime) -> None:
    """Turns the booking paid, on the listener's transaction; a late or repeated payment changes no state.

    Raises NotFound for an unknown booking and WrongAmountError for any amount but the total: staff must see those.
    """
    record = await bookings.lock_booking(connection, UUID(payment.booking_id))
    must_be_paid_in_full(payment.amount_cents, record.price.total_cents)
    after = transition(record.status, Fact.PAYMENT_SUCCEEDED)
    step = Step(after, PAYMENTS, f"payment {payment.payment_id} succeeded")
    if after.to != record.status:
        amount = {"payment_id": payment.payment_id, "amount_cents": payment.amount_cents}
        await turn_paid(connection, record, step, now, paid_at=payment.succeeded_at, **amount)
    elif after.is_noted:
        await note(connection, record, step, now)


async def settle_free(connection: AsyncConnection, record: BookingRecord, now: datetime) -> BookingRecord:
    """Turns a new booking paid that a code and credit have paid for; no payment will come."""
    after = transition(record.status, Fact.NOTHING_TO_PAY)
    return await turn_paid(connection, record, Step(after, PRICING, "a code and credit left nothing to pay"), now)


async def turn_paid(
    connection: AsyncConnection, record: BookingRecord, step: Step, now: datetime, **details: Any
) -> BookingRecord:
    """Moves a locked booking on and asks for the certificate that it needs; as it is then."""
    paid = await move_on(connection, record, step, now, **details)
    await ask_for_certificate(connection, paid, now)
    return paid
