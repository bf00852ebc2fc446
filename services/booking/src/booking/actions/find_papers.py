"""The facts of a booking's papers, for whoever may have them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.database import Database
from chassis.refusal import NotAllowed
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.domain.booking_number import normalised_number
from booking.domain.lifecycle import Status
from booking.domain.papers import APPEARANCE, Appointment, Position, Receipt, Visit, payment_instant, spoken_service
from booking.domain.visibility import Proof, sees_everything
from booking.store import bookings
from booking.store.bookings import BookingRecord


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks for papers, and by which name of the booking: its id or its number."""

    booking_id: UUID | None
    number: str
    proof: Proof
    customer_id: UUID | None
    is_staff: bool


async def find_receipt(database: Database, asker: Asker, now: datetime) -> Receipt:
    """What was paid. Raises NotFound, NotAllowed, and Conflict when it was never paid."""
    async with database.transaction() as connection:
        record = await find_for(connection, asker, "booking.receipt_viewed", now)
        entries = await bookings.list_histories(connection, [record.id])
    return Receipt(
        visit=visit_of(record),
        customer_name=record.contact.full_name,
        paid_at=payment_instant((Status(entry.to_status), entry.at) for entry in entries),
        positions=tuple(Position(line.label, line.quantity, line.amount_cents) for line in record.price.lines),
        total_cents=record.price.total_cents,
        is_called_off=record.status is Status.CANCELLED,
        refund_cents=record.refund_cents,
    )


async def find_appointment(database: Database, asker: Asker, now: datetime) -> Appointment:
    """When we come. Raises NotFound, NotAllowed."""
    async with database.transaction() as connection:
        record = await find_for(connection, asker, "booking.calendar_invite_viewed", now)
    return Appointment(
        visit=visit_of(record),
        appearance=APPEARANCE[record.status],
        sequence=record.version,
        made_at=record.created_at,
        changed_at=record.updated_at,
    )


async def prove(database: Database, asker: Asker, now: datetime) -> UUID:
    """The id of the booking that is the asker's. Raises NotFound, NotAllowed."""
    async with database.reading() as connection:
        record = await find_named(connection, asker)
    must_be_theirs(record, asker, now)
    return record.id


async def find_for(connection: AsyncConnection, asker: Asker, act: str, now: datetime) -> BookingRecord:
    """The booking, where the asker may have its papers; that staff looked goes into the audit log."""
    record = await find_named(connection, asker)
    must_be_theirs(record, asker, now)
    if asker.is_staff:
        await record_act(connection, AuditRecorded, act, ("booking", record.id), now)
    return record


async def find_named(connection: AsyncConnection, asker: Asker) -> BookingRecord:
    """The booking with this id or number. Raises NotFound, also for one that was deleted, but to staff."""
    number = normalised_number(asker.number)
    if asker.booking_id:
        record = await bookings.find_booking(connection, asker.booking_id)
    else:
        record = await bookings.find_by_number(connection, number) if number else None
    is_seen = record is not None and (asker.is_staff or record.deleted_at is None)
    return bookings.must_exist(record if is_seen else None, "booking_id" if asker.booking_id else "booking_number")


def must_be_theirs(record: BookingRecord, asker: Asker, now: datetime) -> None:
    """Raises NotFound by id, and NotAllowed by number, for a number is known to others than its customer."""
    contact, session = record.contact, record.guest_session
    is_proven = sees_everything(asker.proof, contact.email, session, record.created_at, now)
    is_own = asker.customer_id is not None and record.customer_id == asker.customer_id
    if asker.is_staff or is_proven or is_own:
        return
    if asker.booking_id:
        bookings.must_exist(None)
    message = "Please give the email this booking was made with; the rest is for whoever made it."
    raise NotAllowed("proof_needed", message, "email")


def visit_of(record: BookingRecord) -> Visit:
    """What happens, as papers say it."""
    return Visit(
        booking_id=str(record.id),
        number=record.number,
        service=spoken_service(record.service_type),
        day=record.pickup_date,
        window=record.pickup_window,
        pickup=record.pickup_address,
        delivery=record.delivery_address,
    )
