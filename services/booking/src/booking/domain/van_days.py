"""The vans of a day: who drives each, from where and when it can start, and why one gets nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from chassis.clock import NEW_YORK

from booking.domain.day_tasks import SOON_SECONDS, DayTask
from booking.domain.logistics import TaskKind, TaskStatus
from booking.domain.routing import IdleVan, VanDay

LEAVES: Final = time(5)
"""Vans leave the warehouse no earlier, New York time."""
BACK: Final = time(1)
"""And are back by then, the night after."""


@dataclass(frozen=True, slots=True)
class Van:
    """One that is in service."""

    id: str
    name: str
    capacity: int


@dataclass(frozen=True, slots=True)
class Planning:
    """What all vans have in common on a day."""

    day: date
    now: int
    depot: str

    @property
    def starts(self) -> int:
        """When the first may leave."""
        return max(instant(self.day, LEAVES), self.now)

    @property
    def ends(self) -> int:
        """When the last must be back."""
        return instant(self.day + timedelta(days=1), BACK)


def instant(day: date, at: time) -> int:
    """A time of the day in New York, as seconds since 1970."""
    return int(datetime.combine(day, at, NEW_YORK).timestamp())


def van_days(
    planning: Planning,
    vans: Sequence[Van],
    driver_ids: Sequence[str],
    wanted: Mapping[str, str],
    tasks: Sequence[DayTask],
) -> tuple[list[VanDay], list[IdleVan]]:
    """Each van with its driver: the one who is `wanted` (by van), who drives it that day already, or who is free.

    `driver_ids` are those in service, in order; nobody drives two vans.
    """
    days, idle = [], []
    drivers = pairs(vans, driver_ids, wanted, tasks)
    for van in vans:
        if van.id in drivers:
            days.append(van_day(planning, van, drivers[van.id], [each for each in tasks if each.van_id == van.id]))
        else:
            idle.append(IdleVan(van.id, "Nobody is free to drive it."))
    return days, idle


def pairs(
    vans: Sequence[Van], driver_ids: Sequence[str], wanted: Mapping[str, str], tasks: Sequence[DayTask]
) -> dict[str, str]:
    """Who drives which van."""
    drivers = dict(wanted)
    for task in sorted(tasks, key=lambda each: (each.planned_from, each.id)):
        if task.driver_id in driver_ids and task.driver_id not in drivers.values() and task.van_id:
            drivers.setdefault(task.van_id, task.driver_id)
    free = [each for each in driver_ids if each not in drivers.values()]
    for van in vans:
        if van.id not in drivers and free:
            drivers[van.id] = free.pop(0)
    return drivers


def van_day(planning: Planning, van: Van, driver_id: str, tasks: Sequence[DayTask]) -> VanDay:
    """From the warehouse in the morning; from where it was last seen, once it is under way."""
    given = sorted((each for each in tasks if each.status is TaskStatus.ASSIGNED), key=lambda each: each.planned_from)
    begun = [each for each in tasks if each.is_begun]
    last = max(begun, key=lambda each: (each.is_under_way, each.planned_from), default=None)
    place = place_after(last, planning.depot) if last else planning.depot
    return VanDay(
        van_id=van.id,
        driver_id=driver_id,
        name=van.name,
        capacity=van.capacity,
        zip_code=place,
        is_at_depot=last is None,
        starts=max([planning.starts, *(free_after(each, planning.now) for each in begun)]),
        ends=planning.ends,
        given=tuple(each.zip_code for each in given),
    )


def place_after(task: DayTask, depot: str) -> str:
    """Where a van is once this is done: at its door, or at the warehouse."""
    return depot if task.kind is TaskKind.TO_STORAGE else task.zip_code


def free_after(task: DayTask, now: int) -> int:
    """When its crew can go on: at the time that was planned for it, a little later where that is over."""
    if task.is_under_way:
        return max(task.planned_until, now + SOON_SECONDS)
    return task.planned_until
