"""What happened to a booking, one thing after another, as whoever follows it may know it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from booking.domain.lifecycle import Status
from booking.domain.logistics import TaskKind
from booking.domain.tracking import TrackingStage


class EventKind(StrEnum):
    """What kind of thing happened."""

    STATUS = "status"
    RESCHEDULED = "rescheduled"
    STAGE = "stage"


@dataclass(frozen=True, slots=True)
class BookingEvent:
    """One thing that happened: a state it came into, another day, or a stage that one of its legs came to."""

    position: int
    """Counts up from 1 within the booking, and never changes."""
    at: datetime
    kind: EventKind
    status: Status | None = None
    task_kind: TaskKind | None = None
    stage: TrackingStage | None = None


@dataclass(frozen=True, slots=True)
class EventPage:
    """Some of what happened to a booking, oldest first."""

    booking_id: UUID
    events: Sequence[BookingEvent]
    has_more: bool
    is_over: bool
    """Whether the booking is in a state that nothing leads out of."""
