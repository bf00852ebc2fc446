"""Logistics: which tasks a booking makes, when each may be done, and the steps that each takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from chassis.clock import NEW_YORK
from chassis.refusal import Conflict, Invalid

from booking.domain.pickup import PickupWindow, window_begins, window_ends
from booking.domain.storage import Direction

DRIVE: Final = timedelta(hours=3)
"""From the door where we load to the door where we unload, at the latest; a delivery's window is the pickup's, so much
later, and the two never overlap."""


class TaskKind(StrEnum):
    """What is to be done at which door."""

    PICKUP = "pickup"
    DELIVERY = "delivery"
    AIRPORT_DELIVERY = "airport_delivery"
    TO_STORAGE = "to_storage"
    FROM_STORAGE = "from_storage"


class TaskStatus(StrEnum):
    """Where a task is in its life."""

    UNASSIGNED = "unassigned"
    ASSIGNED = "assigned"
    EN_ROUTE = "en_route"
    ARRIVED = "arrived"
    LOADED = "loaded"
    DELIVERED = "delivered"
    FAILED = "failed"
    CANCELLED = "cancelled"


HANDED_OVER: Final = (TaskStatus.ASSIGNED, TaskStatus.EN_ROUTE, TaskStatus.ARRIVED, TaskStatus.DELIVERED)

STEPS: Final[dict[TaskKind, tuple[TaskStatus, ...]]] = {
    TaskKind.PICKUP: (TaskStatus.ASSIGNED, TaskStatus.EN_ROUTE, TaskStatus.ARRIVED, TaskStatus.LOADED),
    TaskKind.DELIVERY: HANDED_OVER,
    TaskKind.AIRPORT_DELIVERY: HANDED_OVER,
    TaskKind.TO_STORAGE: (
        TaskStatus.ASSIGNED,
        TaskStatus.EN_ROUTE,
        TaskStatus.ARRIVED,
        TaskStatus.LOADED,
        TaskStatus.DELIVERED,
    ),
    TaskKind.FROM_STORAGE: (
        TaskStatus.ASSIGNED,
        TaskStatus.LOADED,
        TaskStatus.EN_ROUTE,
        TaskStatus.ARRIVED,
        TaskStatus.DELIVERED,
    ),
}
"""The one table of steps: a task goes from each to the next and nowhere else, but for FAILED."""

ASSIGNABLE: Final = frozenset({TaskStatus.UNASSIGNED, TaskStatus.ASSIGNED, TaskStatus.FAILED})
REPORTED: Final = frozenset(set(TaskStatus) - {TaskStatus.UNASSIGNED, TaskStatus.ASSIGNED, TaskStatus.CANCELLED})
"""What a driver reports; the others come from planning and from the booking."""


@dataclass(frozen=True, slots=True)
class Window:
    """Two instants; the end is not part of it."""

    begins: datetime
    ends: datetime


def kinds_of(service_type: str, storage_leg: Direction | None) -> tuple[TaskKind, ...]:
    """The tasks of a booking, in the order in which they are done. A leg of storage has our warehouse at one end."""
    if storage_leg is Direction.PICKUP:
        return (TaskKind.TO_STORAGE,)
    if storage_leg is Direction.DELIVERY:
        return (TaskKind.FROM_STORAGE,)
    if service_type == "blade_luggage":
        return TaskKind.PICKUP, TaskKind.AIRPORT_DELIVERY
    return TaskKind.PICKUP, TaskKind.DELIVERY


def is_at_pickup(kind: TaskKind) -> bool:
    """Whether it is done at the address where the booking begins."""
    return kind in (TaskKind.PICKUP, TaskKind.TO_STORAGE)


def window_of(kind: TaskKind, day: date, window: PickupWindow) -> Window:
    """When a task may be done. What comes from our warehouse is there in the booking's own window."""
    later = DRIVE if kind in (TaskKind.DELIVERY, TaskKind.AIRPORT_DELIVERY) else timedelta()
    return Window(window_begins(day, window) + later, window_ends(day, window) + later)


def planned_window(within: Window, begins: datetime | None, ends: datetime | None) -> Window:
    """When it shall be done: all of its window unless said otherwise. Raises Invalid for what the window excludes."""
    planned = Window(begins or within.begins, ends or within.ends)
    if not within.begins <= planned.begins < within.ends:
        raise outside(within, "planned_from")
    if not planned.begins < planned.ends <= within.ends:
        raise outside(within, "planned_until")
    return planned


def outside(within: Window, field: str) -> Invalid:
    """The refusal of a time that was not promised to the customer."""
    message = f"{field} must be between {spoken_time(within.begins)} and {spoken_time(within.ends)}, in order."
    return Invalid("outside_the_window", message, field)


def spoken_time(instant: datetime) -> str:
    """`8:00 AM in New York`, for people."""
    return f"{spoken_clock(instant)} in New York"


def spoken_clock(instant: datetime) -> str:
    """`8:00 AM`, New York's."""
    return f"{instant.astimezone(NEW_YORK):%I:%M %p}".lstrip("0")


def must_be_assignable(status: TaskStatus) -> None:
    """Raises Conflict for a task that is under way or over."""
    if status not in ASSIGNABLE:
        message = f"This task is {spoken(status)}; only one that has not begun, or that failed, can be given to a crew."
        raise Conflict("task_not_assignable", message, "task_id")


def step(kind: TaskKind, status: TaskStatus, wanted: TaskStatus) -> TaskStatus:
    """Where a report leads; the same report twice changes nothing. Raises Conflict, naming what can be reported."""
    if wanted != status and wanted not in next_steps(kind, status):
        message = f"This task is {spoken(status)}. {what_can_be_reported(kind, status)}"
        raise Conflict("task_step_not_allowed", message, "status")
    return wanted


def next_steps(kind: TaskKind, status: TaskStatus) -> list[TaskStatus]:
    """What can be reported next; nothing of a task that nobody was given, or that is over."""
    steps = STEPS[kind]
    if status not in steps[:-1]:
        return []
    return [steps[steps.index(status) + 1], TaskStatus.FAILED]


def is_done(kind: TaskKind, status: TaskStatus) -> bool:
    """Whether its last step was taken."""
    return status == STEPS[kind][-1]


def what_can_be_reported(kind: TaskKind, status: TaskStatus) -> str:
    """One sentence for a refusal."""
    allowed = next_steps(kind, status)
    if not allowed:
        return "Nothing can be reported of it."
    return f"It can become {' or '.join(spoken(each) for each in allowed)}."


def spoken(status: TaskStatus) -> str:
    """`en_route` as people say it."""
    return status.value.replace("_", " ")


def steps_table() -> str:
    """The table in Markdown, as the README shows it."""
    rows = [f"| {kind} | {' → '.join(steps)} |" for kind, steps in STEPS.items()]
    return "\n".join(["| task | its steps |", "|---|---|", *rows])
