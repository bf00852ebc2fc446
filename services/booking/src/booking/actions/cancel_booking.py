"""Calling a booking off: by its customer at the policy's terms, or by staff at theirs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.database import Database
from chassis.money import format_dollars
from chassis.refusal import Conflict
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.actions.logistics.tasks_of_booking import drop_tasks
from booking.actions.move_on import Step, move_on
from booking.actions.organizers import give_back
from booking.domain.change_policy import CancellationTerms, Pickup, cancellation_terms
from booking.domain.lifecycle import PAYABLE, Fact, act
from booking.domain.pickup import window_begins
from booking.store import bookings, change_policies
from booking.store.bookings import BookingRecord

PEAK_LINES = frozenset({"peak_date", "holiday"})


@dataclass(frozen=True, slots=True)
class Cancellation:
    """What was done."""

    record: BookingRecord
    refund_cents: int


async def preview_cancellation(
    database: Database, booking_id: UUID, customer_id: UUID, now: datetime
) -> CancellationTerms:
    """What calling it off now would give back. Raises NotFound, Conflict when it can't be called off any more."""
    async with database.reading() as connection:
        record = bookings.must_be_of(await bookings.find_booking(connection, booking_id), customer_id)
        act(record.status, Fact.CANCELLED)
        return await terms_for(connection, record, now)


async def cancel_own_booking(
    database: Database, booking_id: UUID, customer_id: UUID, expected_refund_cents: int, reason: str, now: datetime
) -> Cancellation:
    """Calls off at the terms that were previewed; calling off twice is calling off once.

    Raises NotFound, and Conflict when the terms are no longer those, or it can't be called off any more.
    """
    async with database.transaction() as connection:
        record = bookings.must_be_of(await bookings.lock_booking(connection, booking_id), customer_id)
        terms = await terms_for(connection, record, now)
        if act(record.status, Fact.CANCELLED).to == record.status:
            return Cancellation(record, record.refund_cents)
        must_be_expected(terms, expected_refund_cents)
        return await cancel(connection, record, terms.refund_cents, f"customer:{customer_id}", reason, now)


async def cancel_for_customer(
    database: Database, booking_id: UUID, refund_cents: int | None, reason: str, actor: str, now: datetime
) -> Cancellation:
    """Calls off for somebody; None pays back by the policy. Raises NotFound, Conflict."""
    async with database.transaction() as connection:
        record = await bookings.lock_booking(connection, booking_id)
        if act(record.status, Fact.CANCELLED).to == record.status:
            return Cancellation(record, record.refund_cents)
        terms = await terms_for(connection, record, now)
        chosen = terms.refund_cents if refund_cents is None else refund_cents
        must_be_paid(record, chosen)
        values = {"refund_cents": chosen, "refund_cents_by_policy": terms.refund_cents}
        subject = ("booking", booking_id)
        await record_act(connection, AuditRecorded, "booking.cancelled", subject, now, after=values, reason=reason)
        return await cancel(connection, record, chosen, actor, reason, now)


async def cancel(
    connection: AsyncConnection, record: BookingRecord, refund_cents: int, actor: str, reason: str, now: datetime
) -> Cancellation:
    """Ends a locked booking, frees its place and says so."""
    after = act(record.status, Fact.CANCELLED)
    details = {"refund_cents": refund_cents} if paid_cents(record) else {}
    step = Step(after, actor, reason or after.because)
    ended = await move_on(connection, replace(record, refund_cents=refund_cents), step, now, **details)
    await give_back(connection, [record], now)
    await drop_tasks(connection, ended, now)
    return Cancellation(ended, refund_cents)


async def terms_for(connection: AsyncConnection, record: BookingRecord, now: datetime) -> CancellationTerms:
    """What the policy in force gives back."""
    policy = await change_policies.find_current(connection)
    return cancellation_terms(policy, pickup_of(record), paid_cents(record), now)


def pickup_of(record: BookingRecord) -> Pickup:
    """The pickup as the policy looks at it."""
    is_peak = any(line.code in PEAK_LINES for line in record.price.lines)
    return Pickup(window_begins(record.pickup_date, record.pickup_window), is_peak)


def paid_cents(record: BookingRecord) -> int:
    """USD cents that were paid for it."""
    return 0 if record.status in PAYABLE else record.price.total_cents


def must_be_expected(terms: CancellationTerms, expected_cents: int) -> None:
    """Raises Conflict when the terms changed since they were shown."""
    if terms.refund_cents != expected_cents:
        message = f"{terms.reason} That is {format_dollars(terms.refund_cents)} now; please confirm that."
        raise Conflict("terms_changed", message, "expected_refund_cents")


def must_be_paid(record: BookingRecord, refund_cents: int) -> None:
    """Raises Conflict when more would be paid back than was paid."""
    if refund_cents > paid_cents(record):
        message = f"refund_cents must be at most what was paid, {format_dollars(paid_cents(record))}."
        raise Conflict("refund_above_payment", message, "refund_cents")
