"""How far a booking's things are, in the stages that its customer knows; nothing here is about the crew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

from booking.domain.logistics import STEPS, TaskKind, TaskStatus, Window


class TrackingStage(StrEnum):
    """A stage, as its customer knows it."""

    SCHEDULED = "scheduled"
    ON_THE_WAY = "on_the_way"
    ARRIVED = "arrived"
    LOADED = "loaded"
    DELIVERED = "delivered"
    FAILED = "failed"


STAGE_OF: Final = {
    TaskStatus.UNASSIGNED: TrackingStage.SCHEDULED,
    TaskStatus.ASSIGNED: TrackingStage.SCHEDULED,
    TaskStatus.EN_ROUTE: TrackingStage.ON_THE_WAY,
    TaskStatus.ARRIVED: TrackingStage.ARRIVED,
    TaskStatus.LOADED: TrackingStage.LOADED,
    TaskStatus.DELIVERED: TrackingStage.DELIVERED,
    TaskStatus.FAILED: TrackingStage.FAILED,
}
"""Who is to do it is not the customer's business: with or without a crew it is scheduled."""


QUARTER: Final = timedelta(minutes=15)
"""Nobody can say to the minute when a van comes: a planned time is shown in whole quarters of an hour."""


@dataclass(frozen=True, slots=True)
class Step:
    """A status that a task took, and when."""

    status: TaskStatus
    at: datetime


@dataclass(frozen=True, slots=True)
class ReachedStage:
    """A stage of a leg; `at` is None for what is not reached, and where nobody noted it."""

    stage: TrackingStage
    is_reached: bool
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Leg:
    """What is to be done at one door; without a time where there is nothing to wait for."""

    kind: TaskKind
    stage: TrackingStage
    arrives: Window | None
    stages: tuple[ReachedStage, ...]


def leg_of(kind: TaskKind, status: TaskStatus, planned: Window, steps: Sequence[Step]) -> Leg:
    """A task that stands, as its customer sees it, from all the steps it took, oldest first."""
    instants = instants_of(steps)
    stages, current = stages_of(kind, status, instants), STAGE_OF[status]
    reached = stages[: stages.index(current) + 1]
    seen = [ReachedStage(each, each in reached, instants.get(each) if each in reached else None) for each in stages]
    return Leg(kind, current, in_quarters(planned) if is_awaited(kind, status) else None, tuple(seen))


def in_quarters(planned: Window) -> Window:
    """The planned time from the quarter of an hour in which it begins to the end of the one in which it ends."""
    early, late = ((each - datetime.min.replace(tzinfo=UTC)) % QUARTER for each in (planned.begins, planned.ends))
    return Window(planned.begins - early, planned.ends + (QUARTER - late if late else timedelta()))


def stages_of(kind: TaskKind, status: TaskStatus, instants: dict[TrackingStage, datetime]) -> list[TrackingStage]:
    """The stages a leg goes through; one that failed ends with that, after those it had reached."""
    regular = [STAGE_OF[each] for each in STEPS[kind]]
    if status is not TaskStatus.FAILED:
        return regular
    return [stage for stage in regular if stage in instants] + [TrackingStage.FAILED]


def instants_of(steps: Sequence[Step]) -> dict[TrackingStage, datetime]:
    """When each stage was reached: scheduled the first time, the others in the attempt that counts.

    What fails is given to a crew again, and what moves to another day begins anew: its steps before that are history.
    """
    instants: dict[TrackingStage, datetime] = {}
    for step in steps:
        stage = STAGE_OF.get(step.status)
        if stage is TrackingStage.SCHEDULED:
            instants = {stage: instants.get(stage, step.at)}
        elif stage:
            instants[stage] = step.at
    return instants


def is_awaited(kind: TaskKind, status: TaskStatus) -> bool:
    """Whether somebody waits at the door for us to come."""
    steps = STEPS[kind]
    return status is TaskStatus.UNASSIGNED or (
        status in steps and steps.index(status) < steps.index(TaskStatus.ARRIVED)
    )
