"""Bookings that were scheduled before there were delivery tasks get the same as if they were scheduled today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sql
from booking.domain.logistics import TaskKind, TaskStatus
from booking.domain.pickup import PickupWindow
from booking.domain.storage import Direction
from booking.store.logistics_tables import task
from booking.store.storage_contents import add_leg
from booking.store.tasks import TaskRecord
from booking.store.tracking_tables import step
from booking_callers import act_as_staff
from booking_stage import NOW, count
from chassis.database import Database
from logistics_stage import a_driver, a_van, assign, paid, schedule, tasks_of
from migrated_again import run_migration
from storage_stage import stored


@pytest.fixture(autouse=True)
async def staff() -> None:
    act_as_staff()


async def tasks_are_lost(database: Database) -> None:
    async with database.transaction() as connection:
        await connection.execute(sql.delete(step))
        await connection.execute(sql.delete(task))


async def tasks_are_made_later(database: Database) -> None:
    await run_migration(database, "0045_tasks_of_scheduled", "TASKS_THAT_ARE_MISSING")


def without_names(made: dict[TaskKind, TaskRecord]) -> dict[TaskKind, TaskRecord]:
    """All of it but what is new each time."""
    return {kind: replace(each, id=each.booking_id, updated_at=NOW) for kind, each in made.items()}


async def scheduled(database: Database, **changes: Any) -> tuple[UUID, dict[TaskKind, TaskRecord]]:
    booking_id = await paid(database, **changes)
    return booking_id, await schedule(database, booking_id)


@pytest.mark.parametrize("service_type", ["mini_move", "blade_luggage"])
@pytest.mark.parametrize("window", PickupWindow)
@pytest.mark.parametrize("day", [date(2027, 6, 2), date(2027, 3, 14), date(2027, 11, 7)])
async def test_they_are_those_that_scheduling_makes_also_where_the_clock_changes(
    database: Database, day: date, window: PickupWindow, service_type: str
) -> None:
    booking_id, expected = await scheduled(database, pickup_date=day, pickup_window=window, service_type=service_type)
    await tasks_are_lost(database)
    await tasks_are_made_later(database)
    assert without_names(await tasks_of(database, booking_id)) == without_names(expected)
    assert await count(database, "delivery_task_step") == 2


@pytest.mark.parametrize("direction", Direction)
async def test_a_leg_of_storage_gets_its_one_task(database: Database, direction: Direction) -> None:
    booking_id, storage = await paid(database), await stored(database)
    async with database.transaction() as connection:
        await add_leg(connection, UUID(storage.id), booking_id, direction)
    expected = await schedule(database, booking_id)
    await tasks_are_lost(database)
    await tasks_are_made_later(database)
    assert without_names(await tasks_of(database, booking_id)) == without_names(expected)


async def test_they_are_made_once_and_only_for_what_is_scheduled(database: Database) -> None:
    await paid(database)
    await scheduled(database)
    await tasks_are_lost(database)
    for _ in range(2):
        await tasks_are_made_later(database)
    assert [await count(database, table) for table in ("delivery_task", "delivery_task_step")] == [2, 2]


async def test_tasks_that_are_there_stay_as_they_are(database: Database) -> None:
    booking_id, made = await scheduled(database)
    await assign(database, made[TaskKind.PICKUP], await a_driver(database), await a_van(database))
    await tasks_are_made_later(database)
    assert {kind: each.status for kind, each in (await tasks_of(database, booking_id)).items()} == {
        TaskKind.PICKUP: TaskStatus.ASSIGNED,
        TaskKind.DELIVERY: TaskStatus.UNASSIGNED,
    }
