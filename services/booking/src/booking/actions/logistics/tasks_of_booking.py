"""What a booking means for its tasks: made when it is scheduled, planned anew when it moves, dropped when it ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chassis.identifiers import new_id
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.logistics import TaskKind, TaskStatus, kinds_of, window_of
from booking.store import tasks
from booking.store.bookings import BookingRecord
from booking.store.tasks import TaskRecord


async def make_tasks(connection: AsyncConnection, record: BookingRecord, now: datetime) -> None:
    """Makes the tasks of a booking that was just scheduled; made twice is made once."""
    leg = await tasks.find_storage_leg(connection, record.id)
    await tasks.add_tasks(connection, [new_task(record, kind, now) for kind in kinds_of(record.service_type, leg)])


async def move_tasks(connection: AsyncConnection, record: BookingRecord, now: datetime) -> None:
    """Gives the tasks of a booking that was moved their new windows; whoever was to do them may be elsewhere then."""
    for each in await tasks.lock_tasks_of(connection, record.id):
        anew = new_task(record, each.kind, now)
        await tasks.save(connection, replace(anew, id=each.id, version=each.version), now)


async def drop_tasks(connection: AsyncConnection, record: BookingRecord, now: datetime) -> None:
    """Calls off the tasks of a booking that was called off; their crews are free."""
    for each in await tasks.lock_tasks_of(connection, record.id):
        dropped = replace(each, status=TaskStatus.CANCELLED, failure="")
        await tasks.save(connection, dropped, now)


def new_task(record: BookingRecord, kind: TaskKind, now: datetime) -> TaskRecord:
    """A task that nobody does yet."""
    window = window_of(kind, record.pickup_date, record.pickup_window)
    return TaskRecord(
        id=new_id(),
        booking_id=record.id,
        kind=kind,
        status=TaskStatus.UNASSIGNED,
        day=record.pickup_date,
        window_from=window.begins,
        window_until=window.ends,
        planned_from=window.begins,
        planned_until=window.ends,
        driver_id=None,
        van_id=None,
        failure="",
        updated_at=now,
        version=1,
    )
