"""Tracking: a task's steps as the stages that its customer knows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from booking.domain.logistics import STEPS, TaskKind, TaskStatus, Window
from booking.domain.tracking import Leg, Step, TrackingStage, leg_of

START = datetime(2027, 6, 2, 12, tzinfo=UTC)
PLANNED = Window(START, START + timedelta(hours=3))


def at(minutes: int) -> datetime:
    return START + timedelta(minutes=minutes)


def after(kind: TaskKind, *statuses: TaskStatus) -> Leg:
    """The leg of a task that took these statuses, one a minute."""
    return leg_of(kind, statuses[-1], PLANNED, [Step(each, at(minute)) for minute, each in enumerate(statuses)])


def shown(leg: Leg) -> list[tuple[str, int | None]]:
    """Its stages, each with the minute in which it was reached."""
    return [(each.stage.value, (each.at - START).seconds // 60 if each.at else None) for each in leg.stages]


def test_a_leg_shows_what_is_behind_it_and_what_is_ahead() -> None:
    leg = after(TaskKind.PICKUP, TaskStatus.UNASSIGNED, TaskStatus.ASSIGNED, TaskStatus.EN_ROUTE)
    assert shown(leg) == [("scheduled", 0), ("on_the_way", 2), ("arrived", None), ("loaded", None)]
    assert [each.is_reached for each in leg.stages] == [True, True, False, False]
    assert (leg.stage, leg.arrives) == (TrackingStage.ON_THE_WAY, PLANNED)


@pytest.mark.parametrize(
    ("planned", "shown"),
    [((7, 41), (0, 45)), ((15, 45), (15, 45)), ((14, 46), (0, 60)), ((0, 180), (0, 180))],
)
def test_a_planned_time_is_shown_in_quarters_of_an_hour(planned: tuple[int, int], shown: tuple[int, int]) -> None:
    leg = leg_of(TaskKind.PICKUP, TaskStatus.ASSIGNED, Window(at(planned[0]), at(planned[1])), [])
    assert leg.arrives == Window(at(shown[0]), at(shown[1]))


@pytest.mark.parametrize("kind", TaskKind)
def test_nobody_waits_for_us_once_we_are_at_the_door(kind: TaskKind) -> None:
    steps = TaskStatus.UNASSIGNED, *STEPS[kind]
    door = steps.index(TaskStatus.ARRIVED)
    awaited = [after(kind, *steps[: index + 1]).arrives is not None for index in range(len(steps))]
    assert awaited == [index < door for index in range(len(steps))]


def test_what_failed_ends_with_that_and_promises_no_time() -> None:
    leg = after(TaskKind.DELIVERY, TaskStatus.ASSIGNED, TaskStatus.EN_ROUTE, TaskStatus.FAILED)
    assert shown(leg) == [("scheduled", 0), ("on_the_way", 1), ("failed", 2)]
    assert all(each.is_reached for each in leg.stages)
    assert leg.arrives is None


def test_another_attempt_begins_anew_but_was_scheduled_the_first_time() -> None:
    statuses = TaskStatus.ASSIGNED, TaskStatus.EN_ROUTE, TaskStatus.FAILED, TaskStatus.ASSIGNED
    assert shown(after(TaskKind.DELIVERY, *statuses)) == [
        ("scheduled", 0),
        ("on_the_way", None),
        ("arrived", None),
        ("delivered", None),
    ]


def test_a_stage_that_nobody_noted_is_reached_without_a_time() -> None:
    leg = leg_of(TaskKind.PICKUP, TaskStatus.LOADED, PLANNED, [Step(TaskStatus.LOADED, at(9))])
    assert shown(leg) == [("scheduled", None), ("on_the_way", None), ("arrived", None), ("loaded", 9)]
    assert all(each.is_reached for each in leg.stages)
