"""Many tasks at once, for plans: read with what they take, locked, freed and given in a few questions."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.day_tasks import DayTask
from booking.domain.loads import load_of
from booking.domain.logistics import TaskStatus, is_at_pickup
from booking.store import bookings, tracking
from booking.store.bookings import BookingRecord
from booking.store.crews import DriverRecord, VanRecord
from booking.store.logistics_tables import driver, task, van
from booking.store.tables import booking
from booking.store.tasks import MOST_OF_A_DAY, TaskRecord, TaskView, record_of, views

NOBODY = {"status": TaskStatus.UNASSIGNED, "driver_id": None, "van_id": None}


async def list_for_planning(connection: AsyncConnection, day: date) -> Sequence[DayTask]:
    """What stands of a day's tasks, each with what its booking takes, in the order of their ids."""
    columns = booking.c.number, booking.c.request, booking.c.price, booking.c.pickup_address, booking.c.delivery_address
    is_meant = sql.and_(task.c.day == day, task.c.status != TaskStatus.CANCELLED)
    question = sql.select(task, *columns).select_from(task.join(booking)).where(is_meant)
    rows = (await connection.execute(question.order_by(task.c.id).limit(MOST_OF_A_DAY))).mappings()
    return [day_task_of(dict(row)) for row in rows]


def day_task_of(row: dict[str, Any]) -> DayTask:
    """A joined row as a planner sees it."""
    record = record_of({name: row[name] for name in TaskRecord.__dataclass_fields__})
    address = row["pickup_address" if is_at_pickup(record.kind) else "delivery_address"]
    instants = record.window_from, record.window_until, record.planned_from, record.planned_until
    opens, closes, planned_from, planned_until = (int(each.timestamp()) for each in instants)
    return DayTask(
        id=str(record.id),
        booking_id=str(record.booking_id),
        number=row["number"],
        kind=record.kind,
        status=record.status,
        version=record.version,
        zip_code=address["zip_code"][:5],
        opens=opens,
        closes=closes,
        planned_from=planned_from,
        planned_until=planned_until,
        driver_id=str(record.driver_id or ""),
        van_id=str(record.van_id or ""),
        load=load_of(row["request"], row["price"]),
    )


async def list_views(connection: AsyncConnection, task_ids: Collection[UUID]) -> Sequence[TaskView]:
    """These tasks with what a crew must know, in planned order."""
    return await views(connection, task.c.id.in_(task_ids), task.c.planned_from, MOST_OF_A_DAY)


async def lock_bookings(connection: AsyncConnection, task_ids: Collection[UUID]) -> Mapping[UUID, BookingRecord]:
    """The bookings of these tasks by id, locked in the order of their ids, before their tasks."""
    whose = sql.select(task.c.booking_id).where(task.c.id.in_(task_ids))
    question = sql.select(booking).where(booking.c.id.in_(whose)).order_by(booking.c.id).with_for_update()
    records = [bookings.record_of(dict(row)) for row in (await connection.execute(question)).mappings()]
    return {record.id: record for record in records}


async def lock_drivers(connection: AsyncConnection, driver_ids: Collection[UUID]) -> Mapping[UUID, DriverRecord]:
    """These drivers by id, locked."""
    question = sql.select(driver).where(driver.c.id.in_(driver_ids)).order_by(driver.c.id).with_for_update()
    return {row["id"]: DriverRecord(**row) for row in (await connection.execute(question)).mappings()}


async def lock_vans(connection: AsyncConnection, van_ids: Collection[UUID]) -> Mapping[UUID, VanRecord]:
    """These vans by id, locked."""
    question = sql.select(van).where(van.c.id.in_(van_ids)).order_by(van.c.id).with_for_update()
    return {row["id"]: VanRecord(**row) for row in (await connection.execute(question)).mappings()}


async def lock_tasks(connection: AsyncConnection, task_ids: Collection[UUID]) -> Mapping[UUID, TaskRecord]:
    """These tasks by id, locked."""
    question = sql.select(task).where(task.c.id.in_(task_ids)).order_by(task.c.id).with_for_update()
    records = [record_of(dict(row)) for row in (await connection.execute(question)).mappings()]
    return {record.id: record for record in records}


async def list_others(connection: AsyncConnection, given: Sequence[TaskRecord]) -> Sequence[TaskView]:
    """What else the drivers and vans of these tasks do between the first and the last of them."""
    who = sql.or_(
        task.c.driver_id.in_({each.driver_id for each in given}), task.c.van_id.in_({each.van_id for each in given})
    )
    begins, ends = min(each.planned_from for each in given), max(each.planned_until for each in given)
    overlaps = sql.func.tstzrange(task.c.planned_from, task.c.planned_until).op("&&")(sql.func.tstzrange(begins, ends))
    holds = task.c.status.not_in([TaskStatus.FAILED, TaskStatus.CANCELLED])
    is_other = task.c.id.not_in([each.id for each in given])
    return await views(connection, sql.and_(who, overlaps, holds, is_other), task.c.planned_from, MOST_OF_A_DAY)


async def save_all(connection: AsyncConnection, changed: Sequence[TaskRecord], now: datetime) -> Sequence[TaskRecord]:
    """Stores locked tasks as their next versions; as they are then.

    All are taken from their crews first, so that crews can change places: nobody is at two doors even for a moment.
    """
    saved = [replace(each, updated_at=max(now, each.updated_at), version=each.version + 1) for each in changed]
    ids = [each.id for each in saved]
    await connection.execute(task.update().where(task.c.id.in_(ids)).values(NOBODY))
    columns: dict[str, Any] = {
        name: sql.bindparam(f"new_{name}") for name in TaskRecord.__dataclass_fields__ if name != "id"
    }
    rows = [{f"new_{name}": value for name, value in asdict(each).items()} for each in saved]
    await connection.execute(task.update().where(task.c.id == sql.bindparam("new_id")).values(columns), rows)
    await tracking.note_steps(connection, task.c.id.in_(ids))
    return saved
