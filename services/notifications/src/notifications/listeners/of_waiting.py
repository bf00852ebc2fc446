"""What we say of the waiting list: to who is next, with the link that shows the place that is kept for them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from chassis.clock import Clock
from chassis.identifiers import new_id
from chassis.listening import Delivery, Listener
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.booking_pb2 import PickupWindow
from totetaxi.booking.v1.events_pb2 import WaitlistOffered

from notifications import actions
from notifications.contexts import kept
from notifications.domain.message import Channel, Draft, Subject, Template
from notifications.domain.waiting_words import WaitingOffer
from notifications.listeners.booking_facts import word_of
from notifications.listeners.moments import instant


def listeners(clock: Clock) -> list[Listener]:
    """What booking says of the waiting list."""

    async def offer_places(connection: AsyncConnection, event: WaitlistOffered, delivery: Delivery) -> None:
        """For as long as the place is kept."""
        await actions.queue_message(connection, offer_of(event, delivery), clock.now())

    return [Listener(WaitlistOffered, offer_places)]


def offer_of(event: WaitlistOffered, delivery: Delivery) -> Draft:
    """To who waits."""
    until = instant(event.offer_ends_at)
    words = WaitingOffer(
        first_name=event.contact.first_name,
        pickup_date=date.fromisoformat(event.pickup_date),
        pickup_window=word_of(PickupWindow.Name(event.pickup_window), "PICKUP_WINDOW_"),
        offer_ends_at=until,
        token=event.token,
    )
    return Draft(
        id=new_id(),
        event_id=delivery.id,
        subject=Subject(matter_id=UUID(event.waiting_id)),
        template=Template.WAITING_OFFER,
        channel=Channel.EMAIL,
        recipient=event.contact.email,
        language=event.language,
        context=kept(Template.WAITING_OFFER, words),
        good_until=until,
    )
