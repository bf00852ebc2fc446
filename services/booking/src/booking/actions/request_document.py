"""Asking for a document: by staff, or by itself once a booking that needs a certificate of insurance is paid."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.outbox import say
from chassis.refusal import Invalid
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded, DocumentRequested

from booking.document_messages import document_message
from booking.domain.documents import OPEN, Document, DocumentStatus, Kind, must_be_few, must_have_certificate
from booking.domain.handovers import STAGE_OF
from booking.domain.lifecycle import Fact, act
from booking.messages import summary
from booking.store import bookings, documents
from booking.store.bookings import BookingRecord

CLOCKWORK = "booking"


async def request_document(
    database: Database, booking_id: UUID, kind: Kind, note: str, actor: str, now: datetime
) -> Document:
    """Asks for a document, unless it is asked for already. Raises NotFound, Conflict when the booking is over."""
    async with database.transaction() as connection:
        record = await bookings.lock_booking(connection, booking_id)
        act(record.status, Fact.CANCELLED)
        must_be_a_customers(kind)
        asked = await ask_for(connection, record, kind, note, actor, now)
        values = {"kind": kind, "document_id": asked.id}
        await record_act(connection, AuditRecorded, "document.requested", ("booking", booking_id), now, after=values)
        return asked


async def ask_for(
    connection: AsyncConnection, record: BookingRecord, kind: Kind, note: str, actor: str, now: datetime
) -> Document:
    """The document of a locked booking that is open, or a new version, which is said. Raises Conflict."""
    known = await documents.list_documents(connection, record.id)
    waiting = open_version(known, kind)
    if waiting:
        return waiting
    asked = await add_version(connection, known, record.id, kind, note, actor, now)
    event = DocumentRequested(booking=summary(record), document=document_message(asked))
    await say(connection, event, record.id, record.version)
    return asked


def open_version(known: Sequence[Document], kind: Kind) -> Document | None:
    """The one that waits for its file."""
    return next((each for each in known if each.kind is kind and each.status in OPEN), None)


async def add_version(
    connection: AsyncConnection,
    known: Sequence[Document],
    booking_id: UUID,
    kind: Kind,
    note: str,
    actor: str,
    now: datetime,
) -> Document:
    """The next version of a locked booking's document. Raises Conflict when there are too many."""
    must_be_few(known)
    version = 1 + max((each.version for each in known if each.kind is kind), default=0)
    added = Document(new_id(), booking_id, kind, version, DocumentStatus.REQUESTED, note, now, actor)
    await documents.add_document(connection, added)
    return added


def must_be_a_customers(kind: Kind) -> None:
    """Raises Invalid for what the crew sends of its own accord."""
    if kind in STAGE_OF:
        message = "Pictures and signatures are sent by the crew; only a certificate is asked for."
        raise Invalid("not_asked_for", message, "kind")


async def ask_for_certificate(connection: AsyncConnection, record: BookingRecord, now: datetime) -> None:
    """Asks for the certificate that a booking, paid just now, needs."""
    if needs_certificate(record):
        await ask_for(connection, record, Kind.CERTIFICATE, "", CLOCKWORK, now)


async def must_be_insured(connection: AsyncConnection, record: BookingRecord, field: str = "status") -> None:
    """Raises Conflict about `field` when a booking needs a certificate of insurance and has none for its day."""
    if needs_certificate(record):
        must_have_certificate(await documents.list_documents(connection, record.id), record.pickup_date, field)


def needs_certificate(record: BookingRecord) -> bool:
    """Whether one was asked for with the booking, at a fee or included in what was booked."""
    return record.request.coi_required or record.price.coi_fee_cents > 0
