"""Drivers, vans and delivery tasks, as staff see them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from gateway.schemas.bookings import Address
from gateway.schemas.members import Moment, Name, Phone, Sent, Text

SOME_ID = "01998f0e-5d1c-7c59-9f43-0d7f6f0f2c11"
LARGEST_VERSION = 2**63 - 1

TaskKindWord = Literal["pickup", "delivery", "airport_delivery", "to_storage", "from_storage"]
TaskStatusWord = Literal["unassigned", "assigned", "en_route", "arrived", "loaded", "delivered", "failed", "cancelled"]
ReportedWord = Literal["en_route", "arrived", "loaded", "delivered", "failed"]
SeenVersion = Annotated[int, Field(ge=0, le=LARGEST_VERSION, description="The `version` that was looked at; 0 for any")]


class Driver(BaseModel):
    """Somebody who drives."""

    id: str
    name: str
    phone: str = Field(examples=["+12125550100"])
    is_active: bool
    version: int


class Drivers(BaseModel):
    """All of them, by name."""

    drivers: list[Driver]


class DriverWanted(Sent):
    """A driver as they shall be."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"name": "Dan Driver", "phone": "+12125550111"}]})

    name: Name
    phone: Phone
    is_active: bool = True
    expected_version: SeenVersion = 0


class Van(BaseModel):
    """Something that is driven."""

    id: str
    name: str
    capacity: int = Field(description="Totes that it holds")
    is_active: bool
    version: int


class Vans(BaseModel):
    """All of them, by name."""

    vans: list[Van]


class VanWanted(Sent):
    """A van as it shall be."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"name": "Van 1", "capacity": 60}]})

    name: Name
    capacity: int = Field(ge=1, le=1000, description="Totes that it holds")
    is_active: bool = True
    expected_version: SeenVersion = 0


class Task(BaseModel):
    """One thing to be done at one door."""

    id: str
    booking_id: str
    booking_number: str = Field(examples=["TT-7QK2MB"])
    customer_name: str
    kind: TaskKindWord
    status: TaskStatusWord
    day: str = Field(description="In New York", examples=["2027-06-02"])
    window_from: datetime
    window_until: datetime
    planned_from: datetime
    planned_until: datetime
    address: Address
    airport: str = Field(description="Empty unless it is handed over at an airport", examples=["JFK"])
    driver_id: str
    driver_name: str
    van_id: str
    van_name: str
    failure: str
    updated_at: datetime
    version: int
    next_statuses: list[TaskStatusWord] = Field(description="What can be reported of it next")


class Tasks(BaseModel):
    """Tasks, in planned order."""

    tasks: list[Task]


class Assignment(Sent):
    """Who is to do a task, and when."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"driver_id": SOME_ID, "van_id": SOME_ID}]})

    driver_id: UUID
    van_id: UUID
    planned_from: Moment | None = Field(None, description="Within the window; all of it unless said")
    planned_until: Moment | None = None
    expected_version: SeenVersion = 0


class Report(Sent):
    """How far a task is."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"status": "arrived"}]})

    status: ReportedWord
    reason: Annotated[Text, Field(max_length=300, description="Why it failed; for nothing else")] = ""
    expected_version: SeenVersion = 0
