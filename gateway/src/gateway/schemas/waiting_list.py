"""The waiting list, as those who wait and staff see it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from gateway.schemas.bookings import GuestCheckout
from gateway.schemas.members import CalendarDate, Email, Name, PickupTime, Secret, Sent, Text

WaitingStateWord = Literal["waiting", "called", "offered", "booked", "passed", "left"]


class NameForADay(Sent):
    """Who wants a place on a day that has none."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "first_name": "Ada",
                    "last_name": "Byron",
                    "email": "ada@example.com",
                    "phone": "+12125550100",
                    "pickup_date": "2027-06-02",
                    "pickup_time": "morning",
                }
            ]
        }
    )

    first_name: Name
    last_name: Name
    email: Email
    phone: Annotated[Text, Field(min_length=7, max_length=32)]
    pickup_date: CalendarDate = Field(description="A day that is sold out, in New York")
    pickup_time: PickupTime | None = Field(None, description="Left out: any window of the day will do")


class Waiting(BaseModel):
    """One name on the list."""

    id: str
    pickup_date: str
    pickup_time: str | None = Field(description="null: any window of the day")
    state: WaitingStateWord = Field(
        description="called: a place is kept and the offer on its way; passed: nobody took the offer in time"
    )
    joined_at: datetime
    offered_pickup_time: str | None = Field(description="The window of the place that is kept")
    offer_ends_at: datetime | None = Field(description="Until when it is kept")


class Joined(BaseModel):
    """The name is down."""

    message: str
    waiting: Waiting
    token: str | None = Field(
        description="Shows and leaves it, shown this once; null where the same email waited for the same already"
    )


class WaitingLink(Sent):
    """What was given on joining, or what the link in our offer carries."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"token": "what-the-link-carries"}]})

    token: Annotated[Secret, Field(min_length=16, max_length=128)]


class StaffWaiting(Waiting):
    """One name on the list, as staff see it."""

    contact: GuestCheckout


class WaitingLine(BaseModel):
    """Who waits for a day, in the order in which they are asked."""

    entries: list[StaffWaiting]
    next_cursor: str = Field(description="For `cursor`; empty on the last page")
