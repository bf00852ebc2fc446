"""What we say of claims for damage: to the office that there is one, to who booked how it was settled."""

from __future__ import annotations

from uuid import UUID

from chassis.clock import Clock
from chassis.listening import Delivery, Listener
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1 import events_pb2 as events

from notifications import actions
from notifications.domain.claim_words import SettledClaim
from notifications.domain.message import Draft, Template
from notifications.domain.parts import grievance_part
from notifications.domain.staff_words import StaffTask, Task
from notifications.listeners import booking_facts as facts
from notifications.listeners import staff_drafts
from notifications.listeners.booking_drafts import draft_of
from notifications.listeners.of_bookings import note
from notifications.store import standings

Settled = events.ClaimAccepted | events.ClaimRejected


def listeners(clock: Clock, staff_email: str) -> list[Listener]:
    """What booking says of claims."""

    async def show_claims_to_the_office(
        connection: AsyncConnection, event: events.ClaimOpened, delivery: Delivery
    ) -> None:
        """Somebody must decide; and nobody asks how it was."""
        await note(connection, event.booking)
        await standings.note_part(connection, grievance_part(event.booking.id), "claimed", 1)
        await actions.queue_message(connection, opened(event, delivery, staff_email), clock.now())

    async def tell_of_accepted_claims(
        connection: AsyncConnection, event: events.ClaimAccepted, delivery: Delivery
    ) -> None:
        """What is paid; the refund has mails of its own."""
        await note(connection, event.booking)
        await actions.queue_message(connection, settled(Template.CLAIM_ACCEPTED, event, delivery), clock.now())

    async def tell_of_rejected_claims(
        connection: AsyncConnection, event: events.ClaimRejected, delivery: Delivery
    ) -> None:
        """That nothing is paid, and why."""
        await note(connection, event.booking)
        await actions.queue_message(connection, settled(Template.CLAIM_REJECTED, event, delivery), clock.now())

    return [
        Listener(events.ClaimOpened, show_claims_to_the_office),
        Listener(events.ClaimAccepted, tell_of_accepted_claims),
        Listener(events.ClaimRejected, tell_of_rejected_claims),
    ]


def opened(event: events.ClaimOpened, delivery: Delivery, staff_email: str) -> Draft:
    """What is wanted; what came to harm is on the list of claims."""
    task = StaffTask(
        task=Task.OPENED_CLAIM, booking_number=event.booking.booking_number, amount_cents=event.claim.wanted_cents
    )
    return staff_drafts.draft_of(task, UUID(event.claim.id), staff_email, delivery.id)


def settled(template: Template, event: Settled, delivery: Delivery) -> Draft:
    """To who booked, however late."""
    said = SettledClaim(
        **facts.in_short(event.booking),
        wanted_cents=event.claim.wanted_cents,
        accepted_cents=event.claim.accepted_cents,
        reason=event.claim.reason,
    )
    return draft_of(template, event.booking, said, delivery, turn=event.claim.id)
