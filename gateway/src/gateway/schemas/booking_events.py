"""What happens to a booking, as its customer's stream says it."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel, Field

from gateway.schemas.logistics import TaskKindWord
from gateway.schemas.members import BookingStatusWord
from gateway.schemas.tracking import SOME_TIME, TrackingStageWord


class Happened(BaseModel):
    """One thing that happened to a booking; the data of `rescheduled`, which means: read the booking again."""

    position: int = Field(description="1 for the first of this booking, 2 for the next; the event's id", examples=[4])
    happened_at: datetime = Field(description="New York time", examples=[SOME_TIME])


class StatusReached(Happened):
    """The data of `status`: the booking came into a state."""

    status: BookingStatusWord


class StageReached(Happened):
    """The data of `stage`: one of its legs came to a stage."""

    kind: TaskKindWord
    stage: TrackingStageWord
