"""Sending a document: a link for just the file that is announced, then a look at what came, and only then it counts."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.database import Database
from chassis.outbox import say
from chassis.refusal import Conflict, Invalid, NotAllowed
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded, DocumentSubmitted

from booking.actions.request_document import add_version, open_version
from booking.document_messages import document_message
from booking.domain.documents import OPEN, Document, DocumentStatus, Kind, Promise, must_be_as_promised
from booking.domain.handovers import STAGE_OF, must_be_few_photos, must_be_open, must_take_place
from booking.domain.lifecycle import ENDED
from booking.files import Files, UploadLink
from booking.messages import summary
from booking.sniffing import seen
from booking.store import bookings, documents, handovers
from booking.store.bookings import BookingRecord

PICTURES = frozenset({"image/jpeg", "image/png"})


@dataclass(frozen=True, slots=True)
class Handler:
    """Who handles documents."""

    customer_id: UUID | None
    """None for staff, and for whoever proved to have made a booking."""
    actor: str
    booking_id: UUID | None = None
    """The only booking that is theirs, of whoever proved to have made it."""

    @property
    def is_staff(self) -> bool:
        """Whether all bookings are theirs."""
        return self.customer_id is None and self.booking_id is None


async def start_upload(
    database: Database, files: Files, booking_id: UUID, kind: Kind, promise: Promise, handler: Handler, now: datetime
) -> tuple[Document, UploadLink]:
    """The version that the file will be, and where to send it. Raises NotFound, Conflict."""
    async with database.transaction() as connection:
        record = theirs(await bookings.lock_booking(connection, booking_id), handler)
        must_not_be_over(record)
        asked = await next_version(connection, record, kind, promise, handler, now)
        announced = replace(
            asked,
            status=DocumentStatus.UPLOADING,
            content_type=promise.content_type,
            size_bytes=promise.size_bytes,
            sha256=promise.sha256,
            uploaded_by=handler.actor,
        )
        await documents.save_document(connection, announced)
    return announced, await files.upload_link(announced.id, promise)


async def next_version(
    connection: AsyncConnection, record: BookingRecord, kind: Kind, promise: Promise, handler: Handler, now: datetime
) -> Document:
    """The one that waits for its file, or a new one; each picture is one of its own. Raises Conflict, NotAllowed."""
    known = await documents.list_documents(connection, record.id)
    waiting = None if kind in STAGE_OF else open_version(known, kind)
    if kind in STAGE_OF:
        must_be_of_the_crew(kind, promise, handler)
        must_be_few_photos(known, kind)
        must_take_place(record.status)
        must_be_open(await handovers.find_handover(connection, record.id, STAGE_OF[kind]))
    return waiting or await add_version(connection, known, record.id, kind, "", handler.actor, now)


async def submit_document(
    database: Database, files: Files, document_id: UUID, handler: Handler, now: datetime
) -> Document:
    """The document once its file was looked at and kept; submitting twice is submitting once.

    Raises NotFound, Conflict when nothing came, Invalid when it is not what was announced, Unavailable.
    """
    async with database.reading() as connection:
        announced = await find_theirs(connection, document_id, handler)
    if announced.status not in OPEN:
        return announced
    content = await files.look_at(document_id)
    if content is None:
        raise Conflict("document_not_sent", "Nothing was sent yet; please send the file first.", "document_id")
    what = await asyncio.to_thread(seen, content)
    must_be_as_promised(announced, what.size_bytes, what.sha256, what.content_type)
    await files.keep(document_id, content, what.content_type)
    return await mark_submitted(database, announced, handler, now)


async def mark_submitted(database: Database, looked_at: Document, handler: Handler, now: datetime) -> Document:
    """Lets staff look at it, unless it was announced anew meanwhile. Raises Conflict."""
    async with database.transaction() as connection:
        record = await bookings.lock_booking(connection, looked_at.booking_id)
        current = await documents.find_document(connection, looked_at.id)
        if current.status is DocumentStatus.ERASED:
            await documents.save_removed(connection, [current.id], None)
        if current.status not in OPEN:
            return current
        if current != looked_at:
            raise Conflict("document_changed", "Another file was announced meanwhile; please send that.", "document_id")
        submitted = await taken(connection, record, replace(current, submitted_at=now))
        if handler.is_staff:
            values = {"document_id": submitted.id}
            await record_act(connection, AuditRecorded, "document.submitted", ("booking", record.id), now, after=values)
        return submitted


async def taken(connection: AsyncConnection, record: BookingRecord, current: Document) -> Document:
    """Pictures of the crew are taken as they are, unless their end is fixed meanwhile; the rest waits for staff."""
    if current.kind in STAGE_OF:
        must_be_open(await handovers.find_handover(connection, record.id, STAGE_OF[current.kind]))
        accepted = replace(current, status=DocumentStatus.ACCEPTED)
        await documents.save_document(connection, accepted)
        return accepted
    submitted = replace(current, status=DocumentStatus.SUBMITTED)
    await documents.save_document(connection, submitted)
    event = DocumentSubmitted(booking=summary(record), document=document_message(submitted))
    await say(connection, event, record.id, record.version)
    return submitted


def must_be_of_the_crew(kind: Kind, promise: Promise, handler: Handler) -> None:
    """Raises NotAllowed for customers, and Invalid for what is no picture."""
    if not handler.is_staff:
        raise NotAllowed("crew_only", "Pictures and signatures of a move are sent by our crew.", "kind")
    if promise.content_type not in PICTURES:
        raise Invalid("not_a_picture", f"A {kind.replace('_', ' ')} must be a JPEG or PNG.", "content_type")


async def find_theirs(connection: AsyncConnection, document_id: UUID, handler: Handler) -> Document:
    """A document of a booking that is the handler's business. Raises NotFound, the same for somebody else's."""
    found = await documents.find_document(connection, document_id)
    record = bookings.must_exist(await bookings.find_booking(connection, found.booking_id))
    if not is_theirs(record, handler) or (handler.booking_id and found.kind is not Kind.CERTIFICATE):
        raise documents.no_such_document()
    return found


def theirs(record: BookingRecord, handler: Handler) -> BookingRecord:
    """The booking, for staff, for its customer, or for whoever proved to have made it. Raises NotFound."""
    return bookings.must_exist(record if is_theirs(record, handler) else None)


def is_theirs(record: BookingRecord, handler: Handler) -> bool:
    """Whether a booking is the handler's business; one that was deleted is staff's alone."""
    if handler.is_staff:
        return True
    is_own = handler.customer_id is not None and record.customer_id == handler.customer_id
    return (is_own or record.id == handler.booking_id) and record.deleted_at is None


def must_not_be_over(record: BookingRecord) -> None:
    """Raises Conflict: what is cancelled or expired needs no documents."""
    if record.status in ENDED:
        raise Conflict("booking_over", f"This booking is {record.status}; it needs no documents.", "booking_id")
