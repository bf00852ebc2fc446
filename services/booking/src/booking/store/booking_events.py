"""What happened to a booking, as rows and as values."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.booking_events import BookingEvent, EventKind
from booking.domain.lifecycle import Status
from booking.domain.logistics import TaskKind
from booking.domain.tracking import TrackingStage
from booking.store.booking_event_tables import booking_event as table


async def list_after(connection: AsyncConnection, booking_id: UUID, after: int, limit: int) -> Sequence[BookingEvent]:
    """Up to `limit` of what happened to a booking after that position, oldest first."""
    columns = [column for column in table.c if column.name != "booking_id"]
    wanted = sql.select(*columns).where(table.c.booking_id == booking_id, table.c.position > after)
    rows = await connection.execute(wanted.order_by(table.c.position).limit(limit))
    return [event_of(row) for row in rows]


def event_of(row: sql.Row[tuple[object, ...]]) -> BookingEvent:
    """A row as a value."""
    return BookingEvent(
        position=row.position,
        at=row.at,
        kind=EventKind(row.kind),
        status=Status(row.status) if row.status else None,
        task_kind=TaskKind(row.task_kind) if row.task_kind else None,
        stage=TrackingStage(row.stage) if row.stage else None,
    )
