"""What a booking's story is made of: one question each."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.logistics import TaskKind, TaskStatus
from booking.domain.story import MOST_ENTRIES, StoryEntry, TaskStep, story_of
from booking.store import claims, documents, handovers
from booking.store.logistics_tables import task
from booking.store.tracking_tables import step


async def find_story(connection: AsyncConnection, booking_id: UUID) -> Sequence[StoryEntry]:
    """What happened to the documents, handovers, claims and tasks of a booking, oldest first."""
    return story_of(
        await documents.list_documents(connection, booking_id),
        await handovers.list_handovers(connection, [booking_id]),
        await claims.list_claims(connection, [booking_id]),
        await list_steps(connection, booking_id),
    )


async def list_steps(connection: AsyncConnection, booking_id: UUID) -> Sequence[TaskStep]:
    """The statuses that its tasks took, oldest first."""
    is_current = step.c.version == task.c.version
    failure = sql.case((is_current, task.c.failure), else_="").label("failure")
    columns = task.c.id.label("task_id"), task.c.kind, step.c.status, step.c.at, failure
    question = sql.select(*columns).select_from(task.join(step)).where(task.c.booking_id == booking_id)
    newest = question.order_by(step.c.at.desc(), step.c.version.desc()).limit(MOST_ENTRIES)
    rows = (await connection.execute(newest)).mappings()
    return [
        TaskStep(row["task_id"], TaskKind(row["kind"]), TaskStatus(row["status"]), row["at"], row["failure"])
        for row in rows
    ][::-1]
