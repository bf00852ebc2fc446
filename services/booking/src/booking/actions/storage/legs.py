"""Linking an ordinary booking to the storage that it brings things to, or from."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.database import Database
from chassis.refusal import Conflict
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.actions.storage.look import StorageView, view_of
from booking.actions.storage.say import note
from booking.actions.storage.start import must_bring
from booking.domain.storage import Direction
from booking.store import bookings, storage_contents, storages


async def link_leg(
    database: Database, storage_id: UUID, booking_id: UUID, direction: Direction, actor: str, now: datetime
) -> StorageView:
    """Links it; linking twice is linking once. Raises NotFound, Conflict."""
    async with database.transaction() as connection:
        record = await storages.lock_storage(connection, storage_id)
        booking = bookings.must_exist(await bookings.find_booking(connection, booking_id))
        must_bring(booking, record.customer_id)
        if await storage_contents.add_leg(connection, storage_id, booking_id, direction) != storage_id:
            message = f"Booking {booking.number} is a leg of another storage."
            raise Conflict("booking_of_another_storage", message, "booking_id")
        await note(connection, record, actor, f"{direction} by booking {booking.number}", now)
        after = {"booking_id": booking_id, "direction": direction}
        subject = ("storage", storage_id)
        await record_act(connection, AuditRecorded, "storage.leg_linked", subject, now, after=after)
        return await view_of(connection, record)
