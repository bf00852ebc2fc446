"""How far a booking's things are, as answers and for the booking's page; all times are New York's."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final, NamedTuple

from chassis.clock import NEW_YORK
from google.protobuf.message import Message
from totetaxi.booking.v1.logistics_pb2 import DeliveryTaskKind
from totetaxi.booking.v1.tracking_service_pb2 import GetTrackingResponse, TrackedLeg, TrackingStage

from gateway.schemas import tracking as schema
from gateway.views.messages import plain
from gateway.views.words import booking_status_word, instant_or_none, words_of

TITLES: Final = {
    "pickup": "Pickup",
    "delivery": "Delivery",
    "airport_delivery": "At the airport",
    "to_storage": "To storage",
    "from_storage": "From storage",
}
STAGES: Final = {
    "scheduled": "Scheduled",
    "on_the_way": "On the way to you",
    "arrived": "At the door",
    "loaded": "Loaded",
    "delivered": "Delivered",
    "failed": "It could not be done; we will be in touch",
}


class ShownLeg(NamedTuple):
    """A leg, as the booking's page says it."""

    title: str
    stage: str
    arrival: str
    """Empty where nobody waits for us."""
    reached: list[tuple[str, str]]
    """What is behind it, and since when."""


def tracking(found: GetTrackingResponse) -> schema.Tracking:
    """How far a booking is."""
    status: Any = booking_status_word(found.status)
    legs = [tracked_leg(each) for each in found.legs]
    return schema.Tracking(booking_number=found.booking_number, status=status, legs=legs)


def tracked_leg(leg: TrackedLeg) -> schema.TrackedLeg:
    """One of its legs."""
    stages = [plain(each) | {"reached_at": there(each, "reached_at")} for each in leg.stages]
    arrives = {name: there(leg, name) for name in ("arrives_from", "arrives_until")}
    return schema.TrackedLeg.model_validate(plain(leg) | arrives | {"stages": stages})


def shown_leg(leg: TrackedLeg) -> ShownLeg:
    """One of its legs, for people."""
    since, until = there(leg, "arrives_from"), there(leg, "arrives_until")
    return ShownLeg(
        title=TITLES[words_of(DeliveryTaskKind.DESCRIPTOR)[leg.kind]],
        stage=stage_words(leg.stage),
        arrival=f"on {day(since)} between {unbroken(since)} and {unbroken(until)}" if since and until else "",
        reached=[
            (stage_words(each.stage), moment(there(each, "reached_at"))) for each in leg.stages if each.is_reached
        ],
    )


def stage_words(stage: TrackingStage) -> str:
    """A stage for people."""
    return STAGES[words_of(TrackingStage.DESCRIPTOR)[stage]]


def there(answer: Message, member: str) -> datetime | None:
    """The instant in `member` in New York; None where there is none."""
    known = instant_or_none(answer, member)
    return known.astimezone(NEW_YORK) if known else None


def moment(at: datetime | None) -> str:
    """`Jun 2, 8:40 AM`; empty where nobody noted it."""
    return f"{at:%b} {at.day}, {time(at)}" if at else ""


def day(at: datetime) -> str:
    """`June 2`."""
    return f"{at:%B} {at.day}"


def time(at: datetime) -> str:
    """`8:40 AM`."""
    return f"{at:%I:%M %p}".lstrip("0")


def unbroken(at: datetime) -> str:
    """`8:40 AM` that stays on one line."""
    return time(at).replace(" ", "\u00a0")
