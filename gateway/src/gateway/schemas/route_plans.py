"""Route plans of a day, as staff see them."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from gateway.schemas.logistics import SOME_ID, Task
from gateway.schemas.members import CalendarDate, Sent


class Crew(Sent):
    """Who shall drive a van."""

    van_id: UUID
    driver_id: UUID


class PlanWanted(Sent):
    """What shall be planned."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"day": "2027-06-02", "crews": [{"van_id": SOME_ID, "driver_id": SOME_ID}]}],
        }
    )

    day: CalendarDate = Field(description="In New York, today or later")
    is_anew: bool = Field(False, description="Plan what crews have and have not begun anew, too")
    crews: list[Crew] = Field(
        default_factory=list,
        max_length=40,
        description="Who shall drive which van; others have who drives them that day already, or a driver who is free",
    )


class PlanSummary(BaseModel):
    """What lists show of a plan."""

    id: str
    day: str = Field(description="In New York", examples=["2027-06-02"])
    version: int = Field(description="1 for the first plan of the day; one more with each")
    made_at: datetime
    is_anew: bool
    accepted_at: datetime | None = Field(description="Null while it is a proposal")
    stop_count: int
    left_out_count: int = Field(description="Tasks that no van can do")


class Plans(BaseModel):
    """Plans of a day, the newest first."""

    plans: list[PlanSummary]
    next_cursor: str = Field(description="Empty on the last page")


class Stop(BaseModel):
    """A van at a door."""

    task: Task = Field(description="As it is now")
    arrives_at: datetime
    begins_at: datetime = Field(description="On arrival, or when the door opens")
    departs_at: datetime
    drive_seconds: int = Field(description="From the stop before it, or from where the van starts")
    drive_meters: int
    is_fixed: bool = Field(description="A crew had it already, at just this time; accepting leaves it as it is")


class Route(BaseModel):
    """The day of a van."""

    van_id: str
    van_name: str
    driver_id: str
    driver_name: str
    starts_at: datetime = Field(description="At the warehouse, or where it was last seen")
    ends_at: datetime = Field(description="Back at the warehouse")
    drive_seconds: int = Field(description="The way back too")
    drive_meters: int
    waiting_seconds: int = Field(description="For doors to open")
    stops: list[Stop]


class LeftOut(BaseModel):
    """A task that no van can do."""

    task: Task
    reason: str = Field(examples=["It takes 61 totes, and the largest van that could do it holds 60."])


class IdleVan(BaseModel):
    """A van that gets nothing though it is in service."""

    van_id: str
    van_name: str
    reason: str = Field(examples=["Nobody is free to drive it."])


class Totals(BaseModel):
    """What a day costs in driving."""

    stop_count: int
    van_count: int
    drive_seconds: int
    drive_meters: int


class Plan(BaseModel):
    """A plan of a day."""

    summary: PlanSummary
    routes: list[Route]
    left_out: list[LeftOut]
    idle_vans: list[IdleVan]
    before: Totals = Field(description="Of what crews had when it was made, and had not begun")
    after: Totals = Field(description="Of the plan")
