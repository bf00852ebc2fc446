"""What the driver's sheet of a van and a day is made of."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.driver_day import OwnDay
from booking.domain.driver_sheet import MOST_STOPS
from booking.domain.logistics import TaskStatus
from booking.store import bookings
from booking.store.bookings import BookingRecord
from booking.store.crews import VanRecord
from booking.store.logistics_tables import task, van
from booking.store.tables import booking
from booking.store.tasks import TaskView, views


async def list_stops(
    connection: AsyncConnection, van_id: UUID, day: date, driver_id: UUID | None
) -> Sequence[TaskView]:
    """What a van does on a day, in planned order; of one driver alone when named."""
    is_meant = [task.c.day == day, task.c.van_id == van_id, task.c.status != TaskStatus.CANCELLED]
    if driver_id:
        is_meant.append(task.c.driver_id == driver_id)
    return await views(connection, sql.and_(*is_meant), task.c.planned_from, MOST_STOPS)


async def list_own_stops(connection: AsyncConnection, own: OwnDay) -> Sequence[TaskView]:
    """What a driver does on a day, with whichever van, in planned order."""
    is_meant = (task.c.day == own.day, task.c.driver_id == own.driver_id, task.c.status != TaskStatus.CANCELLED)
    return await views(connection, sql.and_(*is_meant), task.c.planned_from, MOST_STOPS)


async def find_van(connection: AsyncConnection, van_id: UUID) -> VanRecord | None:
    """The van; None when there is none."""
    row = (await connection.execute(sql.select(van).where(van.c.id == van_id))).mappings().one_or_none()
    return VanRecord(**row) if row else None


async def list_bookings(connection: AsyncConnection, ids: Collection[UUID]) -> Mapping[UUID, BookingRecord]:
    """These bookings by id."""
    rows = (await connection.execute(sql.select(booking).where(booking.c.id.in_(ids)))).mappings()
    return {row["id"]: bookings.record_of(dict(row)) for row in rows}
