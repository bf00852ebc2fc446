"""Giving a task to a driver and a van, who are nowhere else then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from chassis.database import Database
from chassis.refusal import Conflict, NotFound
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.actions.logistics.say import must_be_seen, say_task
from booking.domain.logistics import TaskStatus, must_be_assignable, planned_window, spoken_time
from booking.store import bookings, crews, tasks
from booking.store.crews import DriverRecord, VanRecord
from booking.store.tasks import TaskRecord, TaskView


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who is to do what, and when; None for all of the window."""

    task_id: UUID
    driver_id: UUID
    van_id: UUID
    planned_from: datetime | None
    planned_until: datetime | None
    expected_version: int
    """Zero for any."""


async def assign_task(database: Database, wanted: Assignment, now: datetime) -> TaskView:
    """Gives it to them; the same twice changes nothing. Raises NotFound, Invalid, Conflict.

    Driver and van are locked, so that of two who want them for one hour the second is told; the exclusion constraints
    of the table stand behind.
    """
    async with database.transaction() as connection:
        booking = await bookings.lock_booking(connection, await tasks.find_booking_id(connection, wanted.task_id))
        driver = must_be_active(await crews.lock_driver(connection, wanted.driver_id), "driver_id")
        van = must_be_active(await crews.lock_van(connection, wanted.van_id), "van_id")
        before = await tasks.lock_task(connection, wanted.task_id)
        planned = given(before, wanted)
        if planned != before:
            must_be_seen(before, wanted.expected_version)
            must_be_assignable(before.status)
            await must_be_free(connection, planned, driver.name, van.name)
            after = await tasks.save(connection, planned, now)
            await say_task(connection, booking, before, after, now)
        return await tasks.find_view(connection, wanted.task_id)


def given(before: TaskRecord, wanted: Assignment) -> TaskRecord:
    """The task as it shall be. Raises Invalid for times outside its window."""
    planned = planned_window(before.window, wanted.planned_from, wanted.planned_until)
    return replace(
        before,
        status=TaskStatus.ASSIGNED,
        driver_id=wanted.driver_id,
        van_id=wanted.van_id,
        planned_from=planned.begins,
        planned_until=planned.ends,
        failure="",
    )


def must_be_active(record: DriverRecord | VanRecord | None, field: str) -> DriverRecord | VanRecord:
    """The driver or van. Raises NotFound, and Conflict for one that gets no tasks any more."""
    name = field.removesuffix("_id")
    found = must_exist(record, field)
    if not found.is_active:
        raise Conflict(f"{name}_not_active", f"{found.name} is not active; choose another {name}.", field)
    return found


def must_exist(record: DriverRecord | VanRecord | None, field: str) -> DriverRecord | VanRecord:
    """The driver or van. Raises NotFound."""
    if record is None:
        name = field.removesuffix("_id")
        raise NotFound(f"{name}_not_found", f"There is no such {name}.", field)
    return record


async def must_be_free(connection: AsyncConnection, planned: TaskRecord, driver: str, van: str) -> None:
    """Raises Conflict, naming the other task, when the driver or the van is elsewhere then."""
    for name, who in (("driver", driver), ("van", van)):
        other = await tasks.find_overlapping(connection, planned, f"{name}_id")
        if other:
            until, since = spoken_time(other.record.planned_until), spoken_time(other.record.planned_from)
            message = f"{who} is with booking {other.number} from {since} to {until}; choose another {name} or time."
            raise Conflict(f"{name}_busy", message, f"{name}_id")
