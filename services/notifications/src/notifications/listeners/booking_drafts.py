"""The mails that booking's events ask for: to whom, what, and how long they are worth sending."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from chassis.identifiers import new_id
from chassis.listening import Delivery
from totetaxi.booking.v1 import events_pb2 as events
from totetaxi.booking.v1.booking_pb2 import BookingSummary

from notifications.contexts import kept
from notifications.domain.message import Channel, Draft, Subject, Template
from notifications.domain.pickup_day import pickup_begins, plan_of, reminder_time
from notifications.listeners import booking_facts as facts
from notifications.listeners.moments import end_of_day, instant

TOLD_WITHIN = timedelta(days=7)
"""Later than this nobody is told any more that a booking is over."""


def payment_due(event: events.BookingCreated, delivery: Delivery, grace: timedelta) -> Draft:
    """After `grace`, if it is not paid by then: who pays at once gets one mail, the confirmation."""
    return draft_of(
        Template.BOOKING_RECEIVED,
        event.booking,
        facts.received(event),
        delivery,
        due_at=delivery.time + grace,
        good_until=instant(event.expires_at),
    )


def confirmation(event: events.BookingPaid, delivery: Delivery) -> Draft:
    """However late it comes."""
    return draft_of(Template.BOOKING_PAID, event.booking, facts.paid(event), delivery)


def move(event: events.BookingRescheduled, delivery: Delivery) -> Draft:
    """Until the day is over; every move is told of."""
    words = facts.rescheduled(event)
    until, turn = end_of_day(words.pickup_date), str(event.booking.version)
    return draft_of(Template.BOOKING_RESCHEDULED, event.booking, words, delivery, good_until=until, turn=turn)


def reminder(summary: BookingSummary, delivery: Delivery) -> Draft | None:
    """On the day before, until we come; None when the day before has begun already: the mail that tells says it all."""
    words = facts.reminder(summary)
    due_at = reminder_time(words.pickup_date)
    if delivery.time >= due_at:
        return None
    until = pickup_begins(words.pickup_date, words.pickup_window)
    plan = plan_of(summary.request.pickup_date, words.pickup_window)
    return draft_of(Template.BOOKING_REMINDER, summary, words, delivery, due_at=due_at, good_until=until, turn=plan)


def cancellation(event: events.BookingCancelled, delivery: Delivery) -> Draft:
    """It is called off."""
    until = delivery.time + TOLD_WITHIN
    return draft_of(Template.BOOKING_CANCELLED, event.booking, facts.cancelled(event), delivery, good_until=until)


def expiry(event: events.BookingExpired, delivery: Delivery) -> Draft:
    """It was not paid in time."""
    until = delivery.time + TOLD_WITHIN
    return draft_of(Template.BOOKING_EXPIRED, event.booking, facts.expired(event), delivery, good_until=until)


def draft_of(
    template: Template,
    summary: BookingSummary,
    words: object,
    delivery: Delivery,
    *,
    due_at: datetime | None = None,
    good_until: datetime | None = None,
    turn: str = "",
    part: str | None = None,
) -> Draft:
    """A mail to who booked."""
    return Draft(
        id=new_id(),
        event_id=delivery.id,
        subject=Subject(booking_id=UUID(summary.id)),
        template=template,
        channel=Channel.EMAIL,
        recipient=summary.contact.email,
        language=summary.language,
        context=kept(template, words),
        due_at=due_at,
        good_until=good_until,
        turn=turn,
        part=part,
    )
