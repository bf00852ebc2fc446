"""The calendar of staff: what is on each day, and how many places it has."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from gateway.schemas.members import Sent, Text


class CalendarBooking(BaseModel):
    """A booking on a day."""

    id: str
    booking_number: str
    customer_name: str
    service_type: str
    pickup_time: str
    status: str
    pickup_zip_code: str
    delivery_zip_code: str


class CalendarDay(BaseModel):
    """A day with everything on it."""

    date: str
    capacity_used: int
    max_capacity: int
    is_closed: bool
    note: str
    bookings: list[CalendarBooking]
    organizers_used: int
    max_organizers: int
    organizers_note: str = Field(description="Why there are others than usual; empty otherwise")


class Calendar(BaseModel):
    """Days in order."""

    days: list[CalendarDay]


class DayCapacity(Sent):
    """The places of a day."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"window_capacity": 0, "reason": "The bridge is closed."}]}
    )

    window_capacity: Annotated[int, Field(ge=0, le=10_000)] | None = Field(
        None, description="Places of each window; 0 closes the day; the usual number when null"
    )
    reason: Annotated[Text, Field(min_length=1, max_length=300)]


class DayOrganizers(Sent):
    """The organizers of a day."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"organizers": 4, "reason": "Two of them are ill."}]})

    organizers: Annotated[int, Field(ge=0, le=10_000)] | None = Field(
        None, description="People for packing and unpacking; the usual number when null"
    )
    reason: Annotated[Text, Field(min_length=1, max_length=300)]
