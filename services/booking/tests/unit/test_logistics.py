"""Tasks: which a booking makes, when each may be done, and that each goes from step to step and nowhere else."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from booking.domain.logistics import (
    REPORTED,
    STEPS,
    TaskKind,
    TaskStatus,
    kinds_of,
    must_be_assignable,
    next_steps,
    planned_window,
    step,
    steps_table,
    window_of,
)
from booking.domain.pickup import PickupWindow
from booking.domain.storage import Direction
from chassis.clock import NEW_YORK
from chassis.refusal import Conflict, Invalid

DAY = date(2027, 6, 2)
HALF = timedelta(minutes=30)


@pytest.mark.parametrize(
    ("service_type", "leg", "kinds"),
    [
        ("mini_move", None, (TaskKind.PICKUP, TaskKind.DELIVERY)),
        ("blade_luggage", None, (TaskKind.PICKUP, TaskKind.AIRPORT_DELIVERY)),
        ("standard_delivery", Direction.PICKUP, (TaskKind.TO_STORAGE,)),
        ("standard_delivery", Direction.DELIVERY, (TaskKind.FROM_STORAGE,)),
    ],
)
def test_a_booking_makes_the_tasks_of_its_service(
    service_type: str, leg: Direction | None, kinds: tuple[TaskKind, ...]
) -> None:
    assert kinds_of(service_type, leg) == kinds


@pytest.mark.parametrize(
    ("window", "pickup", "delivery"),
    [(PickupWindow.MORNING, (8, 11), (11, 14)), (PickupWindow.EVENING, (16, 19), (19, 22))],
)
@pytest.mark.parametrize("day", [DAY, date(2027, 3, 14), date(2027, 11, 7)])
def test_windows_are_by_new_yorks_clock_also_when_it_is_changed(
    window: PickupWindow, pickup: tuple[int, int], delivery: tuple[int, int], day: date
) -> None:
    for kind, hours in ((TaskKind.PICKUP, pickup), (TaskKind.DELIVERY, delivery)):
        found = window_of(kind, day, window)
        there = [instant.astimezone(NEW_YORK) for instant in (found.begins, found.ends)]
        assert [(instant.date(), instant.hour) for instant in there] == [(day, hour) for hour in hours]


def test_a_part_of_the_window_can_be_planned_and_nothing_outside_it() -> None:
    window = window_of(TaskKind.PICKUP, DAY, PickupWindow.MORNING)
    planned = planned_window(window, window.begins + HALF, None)
    assert (planned.begins, planned.ends) == (window.begins + HALF, window.ends)
    for begins, ends, field in (
        (window.begins - HALF, None, "planned_from"),
        (window.ends, None, "planned_from"),
        (None, window.ends + HALF, "planned_until"),
        (window.begins + HALF, window.begins + HALF, "planned_until"),
    ):
        with pytest.raises(Invalid, match="between 8:00 AM in New York and 11:00 AM in New York") as refused:
            planned_window(window, begins, ends)
        assert refused.value.faults[0].field == field


@pytest.mark.parametrize(("kind", "status", "wanted"), list(product(TaskKind, TaskStatus, sorted(REPORTED))))
def test_a_task_goes_to_its_next_step_or_fails_and_the_same_twice_changes_nothing(
    kind: TaskKind, status: TaskStatus, wanted: TaskStatus
) -> None:
    if wanted == status or wanted in next_steps(kind, status):
        assert step(kind, status, wanted) == wanted
        return
    with pytest.raises(Conflict, match=r"This task is .*\. (It can become|Nothing can be reported)"):
        step(kind, status, wanted)


@pytest.mark.parametrize("kind", TaskKind)
def test_the_steps_of_a_task_lead_from_its_crew_to_its_end(kind: TaskKind) -> None:
    steps = STEPS[kind]
    assert steps[0] is TaskStatus.ASSIGNED
    assert [next_steps(kind, each)[0] for each in steps[:-1]] == list(steps[1:])
    for over in (steps[-1], TaskStatus.FAILED, TaskStatus.CANCELLED, TaskStatus.UNASSIGNED):
        assert next_steps(kind, over) == []


@pytest.mark.parametrize("status", TaskStatus)
def test_only_what_has_not_begun_or_has_failed_is_given_to_a_crew(status: TaskStatus) -> None:
    if status in (TaskStatus.UNASSIGNED, TaskStatus.ASSIGNED, TaskStatus.FAILED):
        must_be_assignable(status)
        return
    with pytest.raises(Conflict, match="can be given to a crew"):
        must_be_assignable(status)


def test_the_readme_shows_the_steps_as_they_are() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text()
    assert steps_table() in readme
