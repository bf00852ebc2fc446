"""One booking in full: for its customer, or for staff with its history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.database import Database
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.domain.story import StoryEntry
from booking.store import bookings, stories
from booking.store.bookings import BookingRecord, HistoryEntry


@dataclass(frozen=True, slots=True)
class Inspection:
    """A booking, and what happened to it, oldest first."""

    record: BookingRecord
    history: Sequence[HistoryEntry]
    story: Sequence[StoryEntry] = ()
    """Of what belongs to it; only where it was asked for."""


async def booking_of_customer(database: Database, booking_id: UUID, customer_id: UUID) -> BookingRecord:
    """A customer's own booking. Raises NotFound, also for somebody else's."""
    async with database.reading() as connection:
        return bookings.must_be_of(await bookings.find_booking(connection, booking_id), customer_id)


async def inspect_booking(
    database: Database, booking_id: UUID, now: datetime, *, with_story: bool = False
) -> Inspection:
    """A booking with its history; that staff looked goes into the audit log. Raises NotFound."""
    async with database.transaction() as connection:
        record = bookings.must_exist(await bookings.find_booking(connection, booking_id))
        history = await bookings.list_histories(connection, [booking_id])
        story = await stories.find_story(connection, booking_id) if with_story else ()
        await record_act(connection, AuditRecorded, "booking.viewed", ("booking", booking_id), now)
        return Inspection(record, history, story)
