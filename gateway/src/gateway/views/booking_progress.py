"""How far a booking is, as its page says it: a line of stages, and what happens right now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final, Literal, NamedTuple

from totetaxi.booking.v1.booking_event_service_pb2 import BookingEvent, StageReached
from totetaxi.booking.v1.booking_pb2 import (
    BOOKING_STATUS_COMPLETED,
    BOOKING_STATUS_CONFIRMED,
    BOOKING_STATUS_IN_PROGRESS,
    BOOKING_STATUS_PAID,
    BOOKING_STATUS_PENDING,
    BOOKING_STATUS_SCHEDULED,
    BookingStatus,
)
from totetaxi.booking.v1.logistics_pb2 import DeliveryTaskKind
from totetaxi.booking.v1.tracking_service_pb2 import TrackedLeg, TrackingStage

from gateway.views.tracking import moment, there
from gateway.views.words import words_of

BEGUN: Final = frozenset({"on_the_way", "arrived", "loaded", "delivered"})
ON_THE_WAY: Final = 3
STEPS: Final = (
    ("Booked", {BOOKING_STATUS_PENDING, BOOKING_STATUS_CONFIRMED}),
    ("Paid", {BOOKING_STATUS_PAID}),
    ("Crew assigned", {BOOKING_STATUS_SCHEDULED}),
    ("On the way", {BOOKING_STATUS_IN_PROGRESS}),
    ("Delivered", {BOOKING_STATUS_COMPLETED}),
)
NOW: Final = {
    ("pickup", "on_the_way"): ("Your crew is on the way to you.", "They ring when they are at the door."),
    ("pickup", "arrived"): ("Your crew is at the door.", "They load everything with care, piece by piece."),
    ("delivery", "arrived"): ("We are at the door with your things.", "They are being carried in."),
    ("airport_delivery", "arrived"): ("We are at the airport with your things.", "They are being handed over."),
    ("from_storage", "arrived"): ("We are at the door with your things.", "They are being carried in."),
}
FAILED: Final = ("We could not do it as planned.", "We are sorry. We are on it, and will be in touch shortly.")


class Step(NamedTuple):
    """One stage of the line."""

    title: str
    when: str
    """Since when; empty for what is to come, and where nobody noted it."""
    state: Literal["done", "current", "to come"]


def steps(status: BookingStatus, legs: Sequence[TrackedLeg], story: Sequence[BookingEvent]) -> list[Step]:
    """The line, from booked to delivered; empty for what is called off."""
    current = step_of(status)
    if current is None:
        return []
    if current < ON_THE_WAY and any(stage_of(leg) in BEGUN for leg in legs):
        current = ON_THE_WAY
    since = times(story)
    return [
        Step(title, moment(since.get(place)) if place <= current else "", state_of(place, current))
        for place, (title, _) in enumerate(STEPS)
    ]


def step_of(status: BookingStatus) -> int | None:
    """Where on the line a state is; None for what is called off."""
    return next((place for place, (_, statuses) in enumerate(STEPS) if status in statuses), None)


def step_told(event: BookingEvent) -> int | None:
    """Which step an event is about; None for none."""
    if event.WhichOneof("what") == "status":
        return step_of(event.status.status)
    return ON_THE_WAY if stage_of(event.stage) in BEGUN else None


def state_of(place: int, current: int) -> Literal["done", "current", "to come"]:
    """Of a place on the line."""
    if place == current:
        return "current"
    return "done" if place < current else "to come"


def times(story: Sequence[BookingEvent]) -> dict[int, datetime | None]:
    """Since when each step is reached; a booking that is moved to another day sets out anew."""
    since: dict[int, datetime | None] = {}
    for event in story:
        place = step_told(event)
        if place is not None:
            since.setdefault(place, there(event, "happened_at"))
        elif event.WhichOneof("what") == "rescheduled":
            since.pop(ON_THE_WAY, None)
    return since


def now(legs: Sequence[TrackedLeg]) -> tuple[str, str] | None:
    """What happens right now, and a word to it; None where the booking's state says enough."""
    if any(stage_of(leg) == "failed" for leg in legs):
        return FAILED
    found = [NOW.get((kind_of(leg), stage_of(leg))) for leg in legs]
    return next((words for words in reversed(found) if words), None)


def stage_of(leg: TrackedLeg | StageReached) -> str:
    """In a word."""
    return words_of(TrackingStage.DESCRIPTOR)[leg.stage]


def kind_of(leg: TrackedLeg) -> str:
    """In a word."""
    return words_of(DeliveryTaskKind.DESCRIPTOR)[leg.kind]
