"""The steps of delivery tasks as rows and as values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.logistics import TaskKind, TaskStatus, Window
from booking.domain.tracking import Leg, Step, leg_of
from booking.store.logistics_tables import task
from booking.store.tracking_tables import step

MOST_STEPS = 500
"""Of one booking: more than any real one takes, so the oldest are left out at worst."""


async def note_steps(connection: AsyncConnection, condition: sql.ColumnElement[bool]) -> None:
    """Notes the status of these tasks as they are now; noted twice is noted once."""
    now = sql.select(task.c.id, task.c.version, task.c.status, task.c.updated_at).where(condition)
    noted = insert(step).from_select(["task_id", "version", "status", "at"], now)
    await connection.execute(noted.on_conflict_do_nothing())


async def list_legs(connection: AsyncConnection, booking_id: UUID) -> Sequence[Leg]:
    """What stands of a booking's tasks, in the order in which they are done, in one question."""
    stands = sql.and_(task.c.booking_id == booking_id, task.c.status != TaskStatus.CANCELLED)
    columns = task.c.kind, task.c.status, task.c.planned_from, task.c.planned_until
    taken = step.c.status.label("taken"), step.c.at
    question = sql.select(*columns, *taken).select_from(task.outerjoin(step)).where(stands)
    newest = question.order_by(step.c.version.desc()).limit(MOST_STEPS)
    rows = [dict(row) for row in (await connection.execute(newest)).mappings()]
    rows.reverse()
    by_kind = {kind: [row for row in rows if row["kind"] == kind] for kind in TaskKind}
    return [leg_from(kind, of_kind) for kind, of_kind in by_kind.items() if of_kind]


def leg_from(kind: TaskKind, rows: Sequence[dict[str, Any]]) -> Leg:
    """The rows of one task, oldest step first, as a leg."""
    current = rows[-1]
    steps = [Step(TaskStatus(row["taken"]), row["at"]) for row in rows if row["taken"]]
    planned = Window(current["planned_from"], current["planned_until"])
    return leg_of(kind, TaskStatus(current["status"]), planned, steps)
