"""What we say of how far a booking is: once it is done, we ask how it was."""

from __future__ import annotations

from datetime import datetime, timedelta

from chassis.clock import Clock, new_york_date
from chassis.listening import Delivery, Listener
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1 import events_pb2 as events

from notifications import actions
from notifications.domain.booking_words import BookingFacts
from notifications.domain.message import Draft, Template
from notifications.domain.parts import grievance_part
from notifications.domain.pickup_day import review_time
from notifications.listeners import booking_facts as facts
from notifications.listeners.booking_drafts import draft_of
from notifications.listeners.moments import instant
from notifications.listeners.of_bookings import note

REVIEWED_WITHIN = timedelta(days=7)
"""Later than this nobody is asked any more how it was."""


def listeners(clock: Clock, review_days: int) -> list[Listener]:
    """What booking says of bookings on their way. `review_days` after it is done we ask how it was."""

    async def note_confirmed_bookings(
        connection: AsyncConnection, event: events.BookingConfirmed, _delivery: Delivery
    ) -> None:
        """It still waits for its payment."""
        await note(connection, event.booking)

    async def note_scheduled_bookings(
        connection: AsyncConnection, event: events.BookingScheduled, _delivery: Delivery
    ) -> None:
        """What comes of it is told when a crew sets out."""
        await note(connection, event.booking)

    async def note_started_bookings(
        connection: AsyncConnection, event: events.BookingStarted, _delivery: Delivery
    ) -> None:
        """The customer stands beside it."""
        await note(connection, event.booking)

    async def ask_for_reviews(connection: AsyncConnection, event: events.BookingCompleted, delivery: Delivery) -> None:
        """Once, unless there is a claim or money went back."""
        await note(connection, event.booking)
        done_at = instant(event.completed_at)
        await actions.queue_message(connection, review_request(event, done_at, review_days, delivery), clock.now())

    return [
        Listener(events.BookingConfirmed, note_confirmed_bookings),
        Listener(events.BookingScheduled, note_scheduled_bookings),
        Listener(events.BookingStarted, note_started_bookings),
        Listener(events.BookingCompleted, ask_for_reviews),
    ]


def review_request(event: events.BookingCompleted, done_at: datetime, review_days: int, delivery: Delivery) -> Draft:
    """To who booked, some days later."""
    due_at = review_time(new_york_date(done_at), review_days)
    return draft_of(
        Template.REVIEW_REQUEST,
        event.booking,
        BookingFacts(**facts.in_short(event.booking)),
        delivery,
        due_at=due_at,
        good_until=due_at + REVIEWED_WITHIN,
        part=grievance_part(event.booking.id),
    )
