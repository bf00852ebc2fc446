"""Looking at documents: a booking's list, and a link to fetch one by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.database import Database
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.actions.request_document import needs_certificate
from booking.actions.upload_document import Handler, find_theirs, theirs
from booking.domain.documents import Document, Kind, file_name_of, must_be_readable, valid_certificate
from booking.files import Files
from booking.store import bookings, documents


@dataclass(frozen=True, slots=True)
class Shown:
    """A booking's documents, newest first, and whether that is enough."""

    documents: Sequence[Document]
    needs_certificate: bool
    has_valid_certificate: bool


async def show_documents(database: Database, booking_id: UUID, handler: Handler, now: datetime) -> Shown:
    """Every version, certificates alone by proof; that staff looked goes into the audit log. Raises NotFound."""
    async with database.transaction() as connection:
        record = theirs(bookings.must_exist(await bookings.find_booking(connection, booking_id)), handler)
        found = await documents.list_documents(connection, booking_id)
        if handler.booking_id:
            found = [each for each in found if each.kind is Kind.CERTIFICATE]
        if handler.is_staff:
            await record_act(connection, AuditRecorded, "document_list.viewed", ("booking", booking_id), now)
    is_valid = valid_certificate(found, record.pickup_date) is not None
    return Shown(found, needs_certificate(record), is_valid)


async def download_link(database: Database, files: Files, document_id: UUID, handler: Handler, now: datetime) -> str:
    """Where to fetch it, for a minute; that staff do goes into the audit log. Raises NotFound, Conflict."""
    async with database.transaction() as connection:
        found = await find_theirs(connection, document_id, handler)
        must_be_readable(found)
        record = bookings.must_exist(await bookings.find_booking(connection, found.booking_id))
        if handler.is_staff:
            values = {"document_id": document_id}
            await record_act(
                connection, AuditRecorded, "document.downloaded", ("booking", record.id), now, after=values
            )
    return await files.download_link(document_id, file_name_of(found, record.number), found.content_type)
