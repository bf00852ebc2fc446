"""The calendar as clients see it."""

from __future__ import annotations

from pydantic import BaseModel, Field


class DateSurcharge(BaseModel):
    """What costs more on a day."""

    name: str
    type: str = Field(examples=["weekend"])
    description: str


class WindowCapacity(BaseModel):
    """Places in one window of a day."""

    pickup_time: str = Field(examples=["morning"])
    available: bool
    capacity_used: int
    max_capacity: int


class Day(BaseModel):
    """One day."""

    date: str = Field(examples=["2027-06-02"])
    available: bool
    is_weekend: bool
    specialty_items_allowed: bool = Field(
        description="Whether a van is already scheduled, which they need: a booking is paid"
    )
    capacity_used: int
    max_capacity: int
    windows: list[WindowCapacity]
    surcharges: list[DateSurcharge]
    organizers_left: int = Field(description="People for packing and unpacking who are not taken yet")
    max_organizers: int


class Availability(BaseModel):
    """Every day of the range, in order."""

    availability: list[Day]
    start_date: str
    end_date: str
