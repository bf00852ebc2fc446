"""What the route planner is asked, and what it answers; instants are seconds since 1970 (UTC), ids are text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MOST_TASKS: Final = 300
MOST_VANS: Final = 40
LONGEST_DRIVING_SECONDS: Final = 11 * 3600
"""A driver may drive 11 hours of a day (49 CFR 395.3)."""


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody comes to a door: not before it opens, and is done before it closes."""

    task_id: str
    zip_code: str
    opens: int
    closes: int
    seconds: int
    """How long we are there."""
    is_fixed: bool
    """A crew has it already, at just this time."""


@dataclass(frozen=True, slots=True)
class Trip:
    """What travels together: loaded at one door and handed over at another, or at one door alone."""

    pickup: Call | None
    """None for what is in the van already, or is loaded at the warehouse before it leaves."""
    delivery: Call | None
    """None for what goes to the warehouse."""
    totes: int
    is_alone: bool
    is_first: bool
    van_id: str
    """The one van that can do it; empty for any."""
    is_from_depot: bool
    """Only a van that leaves the warehouse can bring it."""

    @property
    def calls(self) -> tuple[Call, ...]:
        """In the order in which they are made."""
        return tuple(call for call in (self.pickup, self.delivery) if call)

    @property
    def is_fixed(self) -> bool:
        """Whether nothing of it is to be planned."""
        return all(call.is_fixed for call in self.calls)


@dataclass(frozen=True, slots=True)
class VanDay:
    """A van and who drives it, from where and when they can start."""

    van_id: str
    driver_id: str
    name: str
    capacity: int
    """Totes."""
    zip_code: str
    is_at_depot: bool
    starts: int
    ends: int
    """When it must be back."""
    given: tuple[str, ...]
    """ZIP codes of the doors that it was given before, in order."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A day to be planned."""

    depot: str
    """ZIP code of the warehouse, where vans come back to."""
    vans: tuple[VanDay, ...]
    trips: tuple[Trip, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """A van at a door."""

    task_id: str
    arrives: int
    begins: int
    """Arrival, or when the door opens."""
    departs: int
    drive_seconds: int
    """From the stop before it."""
    drive_meters: int
    is_fixed: bool


@dataclass(frozen=True, slots=True)
class Route:
    """A van's day: it leaves, makes its stops, and comes back."""

    van_id: str
    driver_id: str
    starts: int
    ends: int
    drive_seconds: int
    """All of it, the way back too."""
    drive_meters: int
    waiting_seconds: int
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A task that no van can do, and why: one sentence."""

    task_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class IdleVan:
    """A van that gets nothing, and why: one sentence."""

    van_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Totals:
    """What a day costs in driving."""

    stops: int
    vans: int
    drive_seconds: int
    drive_meters: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A day, planned."""

    routes: tuple[Route, ...]
    left_out: tuple[LeftOut, ...]
    idle: tuple[IdleVan, ...]
    before: Totals
    """Of what crews had before, and had not begun."""
    after: Totals
