"""What we say of bookings, and where each of them is."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from chassis.clock import Clock
from chassis.listening import Delivery, Listener
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1 import events_pb2 as events
from totetaxi.booking.v1.booking_pb2 import BookingSummary

from notifications import actions
from notifications.domain.message import Template
from notifications.domain.pickup_day import plan_of
from notifications.domain.still_true import SAID_WHILE
from notifications.listeners import booking_drafts as drafts
from notifications.listeners import office_bookings
from notifications.listeners.booking_facts import status_of, window_of
from notifications.store import privacy, standings

REMINDED_WHILE = SAID_WHILE[Template.BOOKING_REMINDER]


def listeners(clock: Clock, payment_grace: timedelta, staff_email: str, texts: bool) -> list[Listener]:
    """What booking says of bookings. `payment_grace` is how long who books has to pay before we ask for it.

    `texts` says whether there is a way to send any.
    """

    async def ask_for_payment(connection: AsyncConnection, event: events.BookingCreated, delivery: Delivery) -> None:
        """What costs nothing is paid as soon as it is made."""
        await note(connection, event.booking)
        if event.booking.price.total_cents:
            draft = drafts.payment_due(event, delivery, payment_grace)
            await actions.queue_message(connection, draft, clock.now())

    async def confirm_paid_bookings(connection: AsyncConnection, event: events.BookingPaid, delivery: Delivery) -> None:
        """The one confirmation of a booking: it is paid, and this is what will happen."""
        await note(connection, event.booking)
        await actions.queue_message(connection, drafts.confirmation(event, delivery), clock.now())
        await remind(connection, event.booking, delivery, clock.now(), texts=texts)
        for draft in office_bookings.told_when_paid(event.booking, delivery, staff_email):
            await actions.queue_message(connection, draft, clock.now())

    async def tell_of_moves(connection: AsyncConnection, event: events.BookingRescheduled, delivery: Delivery) -> None:
        """As often as it is moved."""
        await note(connection, event.booking)
        await actions.queue_message(connection, drafts.move(event, delivery), clock.now())
        await remind(connection, event.booking, delivery, clock.now(), texts=texts)
        if status_of(event.booking) in REMINDED_WHILE:
            for draft in office_bookings.crew_looks(event.booking, delivery, staff_email):
                await actions.queue_message(connection, draft, clock.now())

    async def tell_of_cancellations(
        connection: AsyncConnection, event: events.BookingCancelled, delivery: Delivery
    ) -> None:
        """It is called off, and this is paid back."""
        await note(connection, event.booking)
        await actions.queue_message(connection, drafts.cancellation(event, delivery), clock.now())

    async def tell_of_expiries(connection: AsyncConnection, event: events.BookingExpired, delivery: Delivery) -> None:
        """It was not paid in time."""
        await note(connection, event.booking)
        await actions.queue_message(connection, drafts.expiry(event, delivery), clock.now())

    return [
        Listener(events.BookingCreated, ask_for_payment),
        Listener(events.BookingPaid, confirm_paid_bookings),
        Listener(events.BookingRescheduled, tell_of_moves),
        Listener(events.BookingCancelled, tell_of_cancellations),
        Listener(events.BookingExpired, tell_of_expiries),
    ]


async def note(connection: AsyncConnection, summary: BookingSummary) -> None:
    """Remembers where the booking is, so that nothing untrue is sent, and whose it is, for exports."""
    booking_id = UUID(summary.id)
    plan = plan_of(summary.request.pickup_date, window_of(summary))
    await standings.note_standing(connection, booking_id, status_of(summary), plan, summary.version)
    if summary.customer_id:
        await privacy.note_customer(connection, booking_id, UUID(summary.customer_id))


async def remind(
    connection: AsyncConnection, summary: BookingSummary, delivery: Delivery, now: datetime, *, texts: bool
) -> None:
    """Of the day as it is planned now, if it is paid; an earlier plan's reminder is not sent any more."""
    if status_of(summary) not in REMINDED_WHILE:
        return
    draft = drafts.reminder(summary, delivery)
    await actions.queue_if_any(connection, draft, now)
    if texts:
        await actions.queue_text(connection, draft, now)
