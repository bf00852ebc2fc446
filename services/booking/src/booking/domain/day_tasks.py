"""The tasks of a day as a planner sees them: which are open, which have their time, which are under way."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from booking.domain.loads import Load, seconds_at_the_door
from booking.domain.logistics import TaskKind, TaskStatus, is_done, next_steps
from booking.domain.routing import Call, LeftOut, Trip

SOON_SECONDS: Final = 15 * 60
"""What is under way and late is over so much later, for all we know."""


@dataclass(frozen=True, slots=True)
class DayTask:
    """One task, with what its booking takes; instants are seconds since 1970."""

    id: str
    booking_id: str
    number: str
    kind: TaskKind
    status: TaskStatus
    version: int
    zip_code: str
    opens: int
    closes: int
    planned_from: int
    planned_until: int
    driver_id: str
    van_id: str
    load: Load

    @property
    def is_under_way(self) -> bool:
        """Whether its crew has begun, and is not done."""
        return self.status is not TaskStatus.ASSIGNED and bool(next_steps(self.kind, self.status))

    @property
    def is_begun(self) -> bool:
        """Whether its crew has begun; it may be done."""
        return self.is_under_way or is_done(self.kind, self.status)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What shall be planned, and with whom."""

    now: int
    is_anew: bool
    """Whether what crews have and did not begin is planned anew."""
    van_ids: Collection[str]
    """The vans that are in service."""
    driver_ids: Collection[str]

    def is_open(self, task: DayTask) -> bool:
        """Whether it is to be planned; a crew that dropped out frees what it has not begun."""
        is_freed = task.van_id not in self.van_ids or task.driver_id not in self.driver_ids
        return task.status is TaskStatus.UNASSIGNED or (
            task.status is TaskStatus.ASSIGNED and (self.is_anew or is_freed)
        )

    def is_kept(self, task: DayTask) -> bool:
        """Whether a crew has it at its time."""
        return task.status is TaskStatus.ASSIGNED and not self.is_open(task)

    def call(self, task: DayTask) -> Call | None:
        """Its door; None where nobody has to go there any more."""
        if self.is_kept(task):
            length = task.planned_until - task.planned_from
            return Call(task.id, task.zip_code, task.planned_from, task.planned_until, length, True)
        seconds = seconds_at_the_door(task.load)
        opens = max(task.opens, self.now)
        return Call(task.id, task.zip_code, opens, task.closes, seconds, False) if self.is_open(task) else None

    def presumed(self, task: DayTask) -> DayTask:
        """As it will be: a crew whose time has come is on its way, though it did not say so."""
        is_time = self.is_kept(task) and task.planned_from <= self.now
        return replace(task, status=TaskStatus.EN_ROUTE) if is_time else task


def trips_of(tasks: Sequence[DayTask], wishes: Wishes) -> tuple[list[Trip], list[LeftOut]]:
    """What travels together, and what can't be planned whatever the vans do; in the order of the tasks."""
    of_booking: dict[str, list[DayTask]] = {}
    for task in tasks:
        of_booking.setdefault(task.booking_id, []).append(task)
    trips, left_out = [], []
    for each in of_booking.values():
        reason = why_not(each, wishes)
        trips += trips_of_booking(each, wishes, is_blocked=bool(reason))
        left_out += [LeftOut(task.id, reason) for task in each if reason and wishes.is_open(task)]
    return trips, left_out


def why_not(tasks: Sequence[DayTask], wishes: Wishes) -> str:
    """Why nothing can be planned for a booking though something is open; empty where it can."""
    for task in tasks:
        if task.status is TaskStatus.FAILED:
            return "The other end of this booking failed; give both to a crew by hand, or move the booking."
        if task.is_begun and task.van_id not in wishes.van_ids and any(map(wishes.is_open, tasks)):
            return "Its things are in a van that is out of service; give it to another crew by hand."
    return ""


def trips_of_booking(tasks: Iterable[DayTask], wishes: Wishes, *, is_blocked: bool) -> list[Trip]:
    """The trips of one booking: both ends together where nothing is loaded yet, else each end by itself."""
    calls = {task.kind: (task, call) for task in tasks if (call := wishes.call(task)) is not None}
    if is_blocked:
        calls = {kind: each for kind, each in calls.items() if each[1].is_fixed}
    ends = [calls[kind] for kind in (TaskKind.PICKUP, TaskKind.DELIVERY, TaskKind.AIRPORT_DELIVERY) if kind in calls]
    vans = {task.van_id for task, call in ends if call.is_fixed}
    if len(ends) > 1 and len(vans) < len(ends):
        (pickup, first), (_, second) = ends
        return [trip_of(pickup.load, first, second, next(iter(vans), ""))]
    return [single(task, call, loaded_in(tasks)) for task, call in calls.values()]


def loaded_in(tasks: Iterable[DayTask]) -> str:
    """The van that has the things of a booking, or is about to; empty where none has."""
    return next((task.van_id for task in tasks if task.is_begun), "")


def single(task: DayTask, call: Call, van_id: str) -> Trip:
    """One end alone: brought to the warehouse, loaded there, or in the van already."""
    van_id = task.van_id if call.is_fixed else van_id
    if task.kind in (TaskKind.PICKUP, TaskKind.TO_STORAGE):
        return trip_of(task.load, call, None, van_id)
    is_from_depot = task.kind is TaskKind.FROM_STORAGE and not call.is_fixed
    return trip_of(task.load, None, call, van_id, is_from_depot=is_from_depot)


def trip_of(
    load: Load, pickup: Call | None, delivery: Call | None, van_id: str, *, is_from_depot: bool = False
) -> Trip:
    """A trip of this load."""
    return Trip(pickup, delivery, load.totes, load.is_alone, load.is_first, van_id, is_from_depot)
