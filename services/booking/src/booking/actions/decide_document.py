"""What staff decide about a document: they take it, or send it back with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.clock import new_york_date
from chassis.database import Database
from chassis.outbox import say
from chassis.refusal import Invalid
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded, DocumentAccepted, DocumentRejected

from booking.document_messages import document_message
from booking.domain.documents import Document, DocumentStatus, must_wait_for_staff
from booking.messages import summary
from booking.store import bookings, documents
from booking.store.bookings import BookingRecord


async def accept_document(
    database: Database, document_id: UUID, valid_until: date | None, actor: str, now: datetime
) -> Document:
    """Takes it, until its last day or for good; taking twice is taking once. Raises NotFound, Conflict, Invalid."""
    if valid_until and valid_until < new_york_date(now):
        raise Invalid("document_over", "valid_until must not be in the past.", "valid_until")
    async with database.transaction() as connection:
        record, found = await lock_document(connection, document_id)
        if (found.status, found.valid_until) == (DocumentStatus.ACCEPTED, valid_until):
            return found
        must_wait_for_staff(found)
        taken = replace(
            found, status=DocumentStatus.ACCEPTED, valid_until=valid_until, decided_at=now, decided_by=actor
        )
        await documents.save_document(connection, taken)
        event = DocumentAccepted(booking=summary(record), document=document_message(taken))
        await say(connection, event, record.id, record.version)
        values = {"document_id": document_id, "valid_until": valid_until}
        await record_act(connection, AuditRecorded, "document.accepted", ("booking", record.id), now, after=values)
        return taken


async def reject_document(database: Database, document_id: UUID, reason: str, actor: str, now: datetime) -> Document:
    """Sends it back; sending back twice is sending back once. Raises NotFound, Conflict."""
    async with database.transaction() as connection:
        record, found = await lock_document(connection, document_id)
        if (found.status, found.reason) == (DocumentStatus.REJECTED, reason):
            return found
        must_wait_for_staff(found)
        refused = replace(found, status=DocumentStatus.REJECTED, reason=reason, decided_at=now, decided_by=actor)
        await documents.save_document(connection, refused)
        event = DocumentRejected(booking=summary(record), document=document_message(refused))
        await say(connection, event, record.id, record.version)
        values = {"document_id": document_id}
        await record_act(
            connection, AuditRecorded, "document.rejected", ("booking", record.id), now, after=values, reason=reason
        )
        return refused


async def lock_document(connection: AsyncConnection, document_id: UUID) -> tuple[BookingRecord, Document]:
    """A document under its booking's lock, read anew once that is held. Raises NotFound."""
    found = await documents.find_document(connection, document_id)
    record = await bookings.lock_booking(connection, found.booking_id)
    return record, await documents.find_document(connection, document_id)
