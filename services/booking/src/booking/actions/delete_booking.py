"""Taking a booking out of lists and numbers, and bringing it back; nothing is lost by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.database import Database
from chassis.refusal import Conflict
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.domain.lifecycle import ENDED, spoken
from booking.store import bookings
from booking.store.bookings import BookingRecord


async def set_deleted(
    database: Database, booking_id: UUID, is_deleted: bool, reason: str, now: datetime
) -> BookingRecord:
    """Deletes or restores; doing it twice is doing it once. Raises NotFound, Conflict while it still takes a place."""
    async with database.transaction() as connection:
        record = await bookings.lock_booking(connection, booking_id)
        if is_deleted == (record.deleted_at is not None):
            return record
        if is_deleted:
            must_be_over(record)
        changed = await bookings.save(connection, replace(record, deleted_at=now if is_deleted else None), now)
        action = "booking.deleted" if is_deleted else "booking.restored"
        await record_act(connection, AuditRecorded, action, ("booking", booking_id), now, reason=reason)
        return changed


def must_be_over(record: BookingRecord) -> None:
    """Raises Conflict for a booking that somebody waits for: money and places would go with it unseen."""
    if record.status not in ENDED:
        message = f"This booking is {spoken(record.status)}; call it off first, then delete it."
        raise Conflict("booking_still_alive", message, "is_deleted")
