"""What time does to documents: some run out, and the files of forgotten customers go."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chassis.clock import new_york_date
from chassis.database import Database
from chassis.outbox import say
from totetaxi.booking.v1.events_pb2 import DocumentExpiring

from booking.document_messages import document_message
from booking.domain.documents import WARNED_BEFORE, DocumentStatus
from booking.domain.lifecycle import HOLDING, Status
from booking.files import Files
from booking.messages import summary
from booking.store import bookings, documents

TO_COME = HOLDING - {Status.COMPLETED}


async def expire_document(database: Database, now: datetime) -> int:
    """Ends one accepted document that is over, or says of one that it soon will be; how many, 0 or 1."""
    today = new_york_date(now)
    async with database.transaction() as connection:
        found = await documents.find_running_out(connection, today + WARNED_BEFORE, today)
        if found is None:
            return 0
        is_over = found.valid_until is not None and found.valid_until < today
        told = replace(
            found,
            status=DocumentStatus.EXPIRED if is_over else found.status,
            expiry_told_at=found.expiry_told_at or now,
        )
        await documents.save_document(connection, told)
        record = bookings.must_exist(await bookings.find_booking(connection, found.booking_id))
        if found.expiry_told_at is None and record.status in TO_COME:
            event = DocumentExpiring(booking=summary(record), document=document_message(told))
            await say(connection, event, record.id, record.version)
    return 1


async def remove_erased_files(database: Database, files: Files, now: datetime, limit: int) -> int:
    """Removes the files of documents that are erased; removing twice is removing once. How many."""
    async with database.reading() as connection:
        due = await documents.list_files_to_remove(connection, limit)
    if not due:
        return 0
    await files.remove(due)
    async with database.transaction() as connection:
        await documents.save_removed(connection, due, now)
    return len(due)
