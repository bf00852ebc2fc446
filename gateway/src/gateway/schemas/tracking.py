"""How far a booking's things are, as whoever waits for them sees it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, Field

from gateway.schemas.logistics import TaskKindWord
from gateway.schemas.members import BookingStatusWord

TrackingStageWord = Literal["scheduled", "on_the_way", "arrived", "loaded", "delivered", "failed"]
SOME_TIME = "2027-06-02T08:40:00-04:00"


class TrackedStage(BaseModel):
    """One stage of a leg."""

    stage: TrackingStageWord
    is_reached: bool
    reached_at: datetime | None = Field(
        description="New York time; null for what is not reached, and where nobody noted it", examples=[SOME_TIME]
    )


class TrackedLeg(BaseModel):
    """What is to be done at one door."""

    kind: TaskKindWord
    stage: TrackingStageWord
    arrives_from: datetime | None = Field(
        description="New York time; null for what is at the door, over or failed", examples=[SOME_TIME]
    )
    arrives_until: datetime | None = Field(description="New York time", examples=[SOME_TIME])
    stages: list[TrackedStage] = Field(description="All of them, in order")


class Tracking(BaseModel):
    """How far a booking is."""

    booking_number: str = Field(examples=["TT-7QK2MB"])
    status: BookingStatusWord
    legs: list[TrackedLeg] = Field(description="None until it is scheduled, and once it is called off")
