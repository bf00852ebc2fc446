"""A driver's day by link: what staff ask for, and what whoever has the link sees and reports."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from gateway.schemas.logistics import Report, TaskKindWord, TaskStatusWord
from gateway.schemas.members import CalendarDate, Secret, Sent

FROM_THE_LINK = "what-the-link-carries"

LinkToken = Annotated[Secret, Field(min_length=16, max_length=128, examples=[FROM_THE_LINK])]


class DriverLinkWanted(Sent):
    """For which day a link shall be."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"day": "2027-06-02"}]})

    day: CalendarDate = Field(description="In New York: from yesterday to 31 days from today")


class DriverLink(BaseModel):
    """A link that was just made."""

    token: str = Field(description="Shown this once", examples=[FROM_THE_LINK])
    path: str = Field(description="What the driver opens, on our own site", examples=[f"/driver/#{FROM_THE_LINK}"])
    good_until: datetime = Field(description="The end of the New York day after")


class DriverToken(Sent):
    """What a driver's link carries."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"token": FROM_THE_LINK}]})

    token: LinkToken


class DriverReport(Report):
    """How far a stop is, by whoever has the link."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"token": FROM_THE_LINK, "status": "arrived"}]})

    token: LinkToken


class DriverStop(BaseModel):
    """One door, with what a crew must know there."""

    task_id: str
    booking_number: str = Field(examples=["TT-7QK2MB"])
    title: str = Field(examples=["Pickup"])
    kind: TaskKindWord
    status: TaskStatusWord
    state: str = Field(description="The same in words; empty while it has not begun")
    version: int
    next_statuses: list[TaskStatusWord] = Field(description="What can be reported of it next")
    planned_from: datetime
    planned_until: datetime
    window_from: datetime = Field(description="What the customer was promised")
    window_until: datetime
    place: list[str] = Field(description="The airport where it is one, then the address")
    first_name: str = Field(description="Whom to ask for")
    phone: str = Field(description="E.164; empty where there is none", examples=["+12125550100"])
    notes: str = Field(description="As the customer wrote them")
    items: list[str]
    to_collect: list[str] = Field(description="What is still to be brought back from the door")
    van_name: str


class DriverDay(BaseModel):
    """Everything that a driver's link shows."""

    driver_name: str
    day: str = Field(description="In New York", examples=["2027-06-02"])
    good_until: datetime = Field(description="Until when the link is good")
    stops: list[DriverStop] = Field(description="In planned order")
