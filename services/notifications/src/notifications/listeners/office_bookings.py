"""What the office hears of paid bookings: that there is one, and that it has no crew although its pickup is near."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from chassis.identifiers import new_id
from chassis.listening import Delivery
from totetaxi.booking.v1.booking_pb2 import BookingSummary

from notifications.domain.message import Draft
from notifications.domain.parts import crew_part
from notifications.domain.pickup_day import pickup_begins, plan_of
from notifications.domain.staff_words import StaffTask, Task
from notifications.listeners import booking_facts as facts
from notifications.listeners.staff_drafts import draft_of

LOOKED_AT_BEFORE = (timedelta(hours=48), timedelta(hours=24))
"""So long before its pickup a booking that still has no crew is told of, each time; one that is paid later than the
first of them at once."""


def told_when_paid(summary: BookingSummary, delivery: Delivery, staff_email: str) -> Iterator[Draft]:
    """A new booking, which needs a crew now or has time."""
    words = office_facts(summary)
    begins = pickup_begins(words["pickup_date"], words["pickup_window"])
    if begins - delivery.time > LOOKED_AT_BEFORE[0]:
        task = StaffTask(task=Task.NEW_BOOKING, amount_cents=summary.price.total_cents, **words)
        yield draft_of(task, UUID(summary.id), staff_email, delivery.id, good_until=begins)
    else:
        task = StaffTask(task=Task.URGENT_BOOKING, **words)
        yield draft_of(task, UUID(summary.id), staff_email, delivery.id, good_until=begins, part=crew_of(summary))
    yield from crew_looks(summary, delivery, staff_email)


def crew_looks(summary: BookingSummary, delivery: Delivery, staff_email: str) -> Iterator[Draft]:
    """What is said later, if no crew is assigned by then."""
    words = office_facts(summary)
    begins = pickup_begins(words["pickup_date"], words["pickup_window"])
    for before in LOOKED_AT_BEFORE:
        due_at = begins - before
        if due_at > delivery.time:
            yield look(summary, words, staff_email, due_at, begins)


def look(
    summary: BookingSummary,
    words: dict[str, Any],
    staff_email: str,
    due_at: datetime,
    begins: datetime,
) -> Draft:
    """One look, at the plan as it is now; another plan has looks of its own."""
    return draft_of(
        StaffTask(task=Task.UNASSIGNED_BOOKING, **words),
        UUID(summary.id),
        staff_email,
        new_id(),  # one event asks for several; their occasions keep each from being said twice
        good_until=begins,
        due_at=due_at,
        turn=f"{Task.UNASSIGNED_BOOKING}/{due_at:%Y-%m-%dT%H}",
        part=crew_of(summary),
    )


def crew_of(summary: BookingSummary) -> str:
    """The crew of a booking as it is planned now: what moves to another time needs one anew."""
    return crew_part(summary.id, plan_of(summary.request.pickup_date, facts.window_of(summary)))


def office_facts(summary: BookingSummary) -> dict[str, Any]:
    """What the office reads of a booking: no names."""
    return {
        "booking_number": summary.booking_number,
        "pickup_date": facts.in_short(summary)["pickup_date"],
        "pickup_window": facts.window_of(summary),
    }
