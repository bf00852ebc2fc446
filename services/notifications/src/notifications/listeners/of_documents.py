"""What we say of certificates of insurance: to who booked what is needed and how it stands, to the office what came."""

from __future__ import annotations

from datetime import date

from chassis.clock import Clock
from chassis.listening import Delivery, Listener
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1 import events_pb2 as events
from totetaxi.booking.v1.document_pb2 import DOCUMENT_KIND_CERTIFICATE_OF_INSURANCE, DocumentStatus

from notifications import actions
from notifications.domain import document_words as words
from notifications.domain.message import Draft, Template
from notifications.domain.parts import document_part
from notifications.listeners import booking_facts as facts
from notifications.listeners import staff_drafts
from notifications.listeners.booking_drafts import draft_of
from notifications.listeners.moments import end_of_day
from notifications.listeners.of_bookings import note
from notifications.store import standings

Told = (
    events.DocumentRequested
    | events.DocumentSubmitted
    | events.DocumentAccepted
    | events.DocumentRejected
    | events.DocumentExpiring
)

ROOM_FOR_STATUSES = 100
"""Between two versions of a document; within one its statuses count up as its life goes on."""


def listeners(clock: Clock, staff_email: str) -> list[Listener]:
    """What booking says of documents; the crew's pictures and signatures concern nobody by mail."""

    async def ask_for_documents(
        connection: AsyncConnection, event: events.DocumentRequested, delivery: Delivery
    ) -> None:
        """Until it came."""
        said = words.NeededDocument(**facts.in_short(event.booking), note=event.document.note)
        await tell(connection, Template.DOCUMENT_REQUESTED, event, said, delivery)

    async def show_documents_to_the_office(
        connection: AsyncConnection, event: events.DocumentSubmitted, delivery: Delivery
    ) -> None:
        """Somebody must look at it."""
        if await is_told_of(connection, event):
            draft = staff_drafts.submitted_document(event, delivery, staff_email)
            await actions.queue_message(connection, draft, clock.now())

    async def tell_of_accepted_documents(
        connection: AsyncConnection, event: events.DocumentAccepted, delivery: Delivery
    ) -> None:
        """It is good."""
        until = event.document.valid_until
        said = words.TakenDocument(
            **facts.in_short(event.booking), valid_until=date.fromisoformat(until) if until else None
        )
        await tell(connection, Template.DOCUMENT_ACCEPTED, event, said, delivery)

    async def tell_of_rejected_documents(
        connection: AsyncConnection, event: events.DocumentRejected, delivery: Delivery
    ) -> None:
        """It is not, and why."""
        said = words.ReturnedDocument(**facts.in_short(event.booking), reason=event.document.reason)
        await tell(connection, Template.DOCUMENT_REJECTED, event, said, delivery)

    async def warn_of_expiring_documents(
        connection: AsyncConnection, event: events.DocumentExpiring, delivery: Delivery
    ) -> None:
        """Only where it ends before the move: what holds on the day itself is good enough."""
        said = words.EndingDocument(
            **facts.in_short(event.booking), valid_until=date.fromisoformat(event.document.valid_until)
        )
        if said.valid_until < said.pickup_date:
            await tell(connection, Template.DOCUMENT_EXPIRING, event, said, delivery)

    async def tell(
        connection: AsyncConnection, template: Template, event: Told, said: object, delivery: Delivery
    ) -> None:
        if await is_told_of(connection, event):
            await actions.queue_message(connection, document_draft(template, event, said, delivery), clock.now())

    return [
        Listener(events.DocumentRequested, ask_for_documents),
        Listener(events.DocumentSubmitted, show_documents_to_the_office),
        Listener(events.DocumentAccepted, tell_of_accepted_documents),
        Listener(events.DocumentRejected, tell_of_rejected_documents),
        Listener(events.DocumentExpiring, warn_of_expiring_documents),
    ]


async def is_told_of(connection: AsyncConnection, event: Told) -> bool:
    """Whether it is a certificate; where that is, is remembered, so that nothing untrue is sent."""
    document = event.document
    await note(connection, event.booking)
    if document.kind != DOCUMENT_KIND_CERTIFICATE_OF_INSURANCE:
        return False
    status = facts.word_of(DocumentStatus.Name(document.status), "DOCUMENT_STATUS_")
    version = document.version * ROOM_FOR_STATUSES + document.status
    await standings.note_part(connection, document_part(event.booking.id, "certificate"), status, version)
    return True


def document_draft(template: Template, event: Told, said: object, delivery: Delivery) -> Draft:
    """A mail to who booked, once for each version, until the day of the move is over."""
    return draft_of(
        template,
        event.booking,
        said,
        delivery,
        good_until=end_of_day(facts.in_short(event.booking)["pickup_date"]),
        turn=event.document.id,
        part=document_part(event.booking.id, "certificate"),
    )
