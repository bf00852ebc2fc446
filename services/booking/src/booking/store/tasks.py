"""Delivery tasks as rows and as records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from chassis.refusal import NotFound
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.address import Address
from booking.domain.logistics import TaskKind, TaskStatus, Window, is_at_pickup
from booking.domain.storage import Direction
from booking.store import tracking
from booking.store.logistics_tables import driver, task, van
from booking.store.storage_tables import leg
from booking.store.tables import booking

MOST_OF_A_DAY = 1_000
MOST_URGENT = 200


@dataclass(frozen=True, slots=True)
class TaskRecord:
    """One task as stored."""

    id: UUID
    booking_id: UUID
    kind: TaskKind
    status: TaskStatus
    day: date
    window_from: datetime
    window_until: datetime
    planned_from: datetime
    planned_until: datetime
    driver_id: UUID | None
    van_id: UUID | None
    failure: str
    updated_at: datetime
    version: int

    @property
    def window(self) -> Window:
        """When it may be done."""
        return Window(self.window_from, self.window_until)


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task with what a crew must know."""

    record: TaskRecord
    number: str
    customer: str
    address: Address
    airport: str
    driver: str
    van: str


async def add_tasks(connection: AsyncConnection, records: Sequence[TaskRecord]) -> None:
    """Stores tasks; those that a booking has already are left as they are."""
    added = insert(task).values([asdict(record) for record in records])
    await connection.execute(added.on_conflict_do_nothing(index_elements=["booking_id", "kind"]))
    await tracking.note_steps(connection, task.c.id.in_([record.id for record in records]))


async def lock_task(connection: AsyncConnection, task_id: UUID) -> TaskRecord:
    """The task, locked until the transaction ends. Raises NotFound."""
    question = sql.select(task).where(task.c.id == task_id).with_for_update()
    row = (await connection.execute(question)).mappings().one_or_none()
    if row is None:
        raise unknown()
    return record_of(dict(row))


async def find_booking_id(connection: AsyncConnection, task_id: UUID) -> UUID:
    """Whose task it is, to be locked before it. Raises NotFound."""
    found = await connection.execute(sql.select(task.c.booking_id).where(task.c.id == task_id))
    booking_id: UUID | None = found.scalar_one_or_none()
    if booking_id is None:
        raise unknown()
    return booking_id


async def lock_tasks_of(connection: AsyncConnection, booking_id: UUID) -> Sequence[TaskRecord]:
    """All tasks of a booking, locked."""
    question = sql.select(task).where(task.c.booking_id == booking_id).order_by(task.c.id).with_for_update()
    return [record_of(dict(row)) for row in (await connection.execute(question)).mappings()]


async def save(connection: AsyncConnection, changed: TaskRecord, now: datetime) -> TaskRecord:
    """Stores a locked task as its next version; as it is then."""
    saved = replace(changed, updated_at=max(now, changed.updated_at), version=changed.version + 1)
    await connection.execute(task.update().where(task.c.id == saved.id).values(asdict(saved)))
    await tracking.note_steps(connection, task.c.id == saved.id)
    return saved


async def find_storage_leg(connection: AsyncConnection, booking_id: UUID) -> Direction | None:
    """Which way a booking brings things that are stored, if it does."""
    found = await connection.execute(sql.select(leg.c.direction).where(leg.c.booking_id == booking_id))
    direction = found.scalar_one_or_none()
    return Direction(direction) if direction else None


async def list_day(connection: AsyncConnection, day: date) -> Sequence[TaskView]:
    """What is to be done on a day, in planned order."""
    is_meant = sql.and_(task.c.day == day, task.c.status != TaskStatus.CANCELLED)
    return await views(connection, is_meant, task.c.planned_from, MOST_OF_A_DAY)


async def list_urgent(connection: AsyncConnection, before: datetime) -> Sequence[TaskView]:
    """What nobody does yet though its window begins before then, the most urgent first."""
    is_open = task.c.status.in_([TaskStatus.UNASSIGNED, TaskStatus.FAILED])
    return await views(connection, sql.and_(is_open, task.c.window_from < before), task.c.window_from, MOST_URGENT)


async def find_view(connection: AsyncConnection, task_id: UUID) -> TaskView:
    """One task with what a crew must know. Raises NotFound."""
    found = await views(connection, task.c.id == task_id, task.c.id, 1)
    if not found:
        raise unknown()
    return found[0]


async def find_overlapping(connection: AsyncConnection, planned: TaskRecord, who: str) -> TaskView | None:
    """Another task of the same driver or van (`driver_id`, `van_id`) whose planned time overlaps, if there is one."""
    overlaps = sql.and_(
        task.c[who] == getattr(planned, who),
        task.c.id != planned.id,
        task.c.status.not_in([TaskStatus.FAILED, TaskStatus.CANCELLED]),
        sql.func.tstzrange(task.c.planned_from, task.c.planned_until).op("&&")(
            sql.func.tstzrange(planned.planned_from, planned.planned_until)
        ),
    )
    found = await views(connection, overlaps, task.c.planned_from, 1)
    return found[0] if found else None


async def views(
    connection: AsyncConnection, condition: sql.ColumnElement[bool], order: sql.ColumnElement[Any], limit: int
) -> Sequence[TaskView]:
    """Tasks, each with its booking and its crew, in one question."""
    of_booking = [
        booking.c.number,
        (booking.c.first_name + " " + booking.c.last_name).label("customer"),
        booking.c.pickup_address,
        booking.c.delivery_address,
        booking.c.request["airport"].astext.label("airport"),
    ]
    crew = [driver.c.name.label("driver"), van.c.name.label("van")]
    joined = task.join(booking).outerjoin(driver).outerjoin(van)
    question = sql.select(task, *of_booking, *crew).select_from(joined).where(condition)
    rows = (await connection.execute(question.order_by(order, task.c.id).limit(limit))).mappings()
    return [view_of(dict(row)) for row in rows]


def view_of(row: dict[str, Any]) -> TaskView:
    """A joined row as a view."""
    record = record_of({name: row[name] for name in TaskRecord.__dataclass_fields__})
    address = row["pickup_address" if is_at_pickup(record.kind) else "delivery_address"]
    airport = row["airport"] or "" if record.kind is TaskKind.AIRPORT_DELIVERY else ""
    names = row["driver"] or "", row["van"] or ""
    return TaskView(record, row["number"], row["customer"], Address(**address), airport, *names)


def record_of(row: dict[str, Any]) -> TaskRecord:
    """The columns of a row as a record."""
    return TaskRecord(**row | {"kind": TaskKind(row["kind"]), "status": TaskStatus(row["status"])})


def unknown() -> NotFound:
    """The refusal of an id that is no task's."""
    return NotFound("task_not_found", "There is no such task.", "task_id")
