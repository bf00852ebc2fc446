"""Between the contract's messages and our own values: lists, counts and history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from chassis.principal import current_principal
from chassis.refusal import Invalid
from totetaxi.booking.v1 import booking_pb2 as contract
from totetaxi.booking.v1.customer_booking_service_pb2 import (
    PreviewRescheduleRequest,
    RescheduleBookingRequest,
    StatusCount,
)
from totetaxi.booking.v1.staff_booking_service_pb2 import HistoryEntry as HistoryMessage
from totetaxi.booking.v1.staff_booking_service_pb2 import RescheduleBookingForRequest
from totetaxi.booking.v1.staff_booking_service_pb2 import StoryEntry as StoryMessage

from booking.actions import Move
from booking.domain.lifecycle import Status
from booking.domain.pickup import parsed_date
from booking.domain.story import StoryEntry
from booking.messages import STATUS_OF, STATUSES, WINDOW_OF, timestamp
from booking.store.bookings import HistoryEntry


def calling_customer() -> UUID:
    """The customer whose request it is, also by an API key of theirs; the policy lets nobody else in."""
    return UUID(current_principal().customer_id)


def move_of(
    request: PreviewRescheduleRequest | RescheduleBookingRequest | RescheduleBookingForRequest,
) -> Move:
    """Where a booking shall go. Raises Invalid for a day that doesn't exist."""
    window = WINDOW_OF[request.pickup_window] if request.pickup_window else None
    return Move(UUID(request.booking_id), parsed_date(request.pickup_date, "pickup_date"), window)


def statuses_of(values: Iterable[contract.BookingStatus]) -> list[Status]:
    """States as we call them."""
    return [STATUS_OF[value] for value in values]


def optional_day(text: str, field: str) -> date | None:
    """The date that `text` names, None for an empty one. Raises Invalid for a day that doesn't exist."""
    return parsed_date(text, field) if text else None


def optional_id(text: str, field: str) -> UUID | None:
    """The UUID in `text`, None for an empty one. Raises Invalid."""
    try:
        return UUID(text) if text else None
    except ValueError as error:
        raise Invalid("id_invalid", f"{field} must be a UUID.", field) from error


def status_counts(counts: Mapping[Status, int]) -> list[StatusCount]:
    """How many of each state that has any."""
    return [StatusCount(status=STATUSES[status], count=count) for status, count in sorted(counts.items())]


def history_message(entry: HistoryEntry) -> HistoryMessage:
    """One thing that happened."""
    message = HistoryMessage(at=timestamp(entry.at), to=STATUSES[entry.to_status], actor=entry.actor, cause=entry.cause)
    if entry.from_status:
        setattr(message, "from", STATUSES[entry.from_status])
    return message


def story_message(entry: StoryEntry) -> StoryMessage:
    """One thing that happened to what belongs to a booking."""
    return StoryMessage(
        at=timestamp(entry.at),
        kind=f"STORY_KIND_{entry.kind.name}",
        what=entry.what,
        actor=entry.actor,
        subject_id=str(entry.subject_id),
    )
