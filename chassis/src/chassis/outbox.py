"""The outbox: an event is said by a row in the transaction that made it true; the relay publishes it afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from google.protobuf.message import Message
from sqlalchemy.ext.asyncio import AsyncConnection

from chassis.events import Fact, attributes
from chassis.identifiers import new_id
from chassis.messaging_schema import OUTBOX
from chassis.request_id import request_id
from chassis.telemetry import trace_headers

KEPT_AFTER_ACK = "7 days"
"""JetStream may acknowledge what it has not yet synced (nats-server#7564); until then a replay can repair the loss."""

BATCH_ROWS = 1000

CLAIM_HEADS = sa.text(
    """UPDATE outbox SET leased_until = now() + make_interval(secs => :lease)
    WHERE id IN (
        SELECT id FROM outbox AS head
        WHERE published_at IS NULL AND (leased_until IS NULL OR leased_until < now())
        AND NOT EXISTS (
            SELECT FROM outbox AS earlier
            WHERE earlier.about = head.about AND earlier.published_at IS NULL AND earlier.position < head.position
        )
        ORDER BY position LIMIT :batch FOR UPDATE SKIP LOCKED
    )
    RETURNING id, subject, type, about, version, created_at AS time, payload, context"""
)
PRUNE = sa.text(
    f"""DELETE FROM outbox WHERE id IN (
        SELECT id FROM outbox WHERE published_at < now() - interval '{KEPT_AFTER_ACK}'
        ORDER BY published_at LIMIT :batch
    )"""  # noqa: S608 - a constant of ours
)
REPLAY = sa.text(
    """UPDATE outbox SET published_at = NULL, leased_until = NULL WHERE id IN (
        SELECT id FROM outbox WHERE published_at IS NOT NULL AND created_at >= :since AND position > :after
        ORDER BY position LIMIT :batch
    ) RETURNING position"""
)


@dataclass(frozen=True, slots=True)
class Saying:
    """An event to say about an aggregate, at its version."""

    event: Message
    about: UUID
    version: int = 0


async def say(connection: AsyncConnection, event: Message, about: UUID, version: int = 0) -> None:
    """Says `event` about the aggregate `about`, at its `version`, if and when the caller's transaction commits.

    Events about one aggregate are published in the order they were said; the caller holds the aggregate's row lock.
    """
    await say_all(connection, [Saying(event, about, version)])


async def say_all(connection: AsyncConnection, sayings: Sequence[Saying]) -> None:
    """Says them as `say` does, in their order, by one INSERT for each thousand; nothing where there are none."""
    context = carried()
    for start in range(0, len(sayings), BATCH_ROWS):
        rows = [row_of(saying, context) for saying in sayings[start : start + BATCH_ROWS]]
        one_or_many = rows if len(rows) > 1 else rows[0]  # SQLAlchemy keeps what it compiles for one
        await connection.execute(OUTBOX.insert().values(one_or_many))


def carried() -> dict[str, str]:
    """What ties an event to the work that says it, where there is such."""
    known = {**trace_headers(), "x-request-id": request_id()}
    return {name: value for name, value in known.items() if value}


def row_of(saying: Saying, context: dict[str, str]) -> dict[str, Any]:
    """One row of the outbox."""
    said_of = {"about": saying.about, "version": saying.version}
    return {"id": new_id(), **said_of, "context": context, **attributes(saying.event)}


async def claim_heads(connection: AsyncConnection, lease_seconds: float, batch: int) -> list[Fact]:
    """Leases the earliest waiting event of up to `batch` aggregates; what another relay has leased is passed over."""
    rows = await connection.execute(CLAIM_HEADS, {"lease": lease_seconds, "batch": batch})
    return [Fact(**row) for row in rows.mappings()]


async def mark_published(connection: AsyncConnection, ids: Sequence[UUID]) -> None:
    """The stream has acknowledged these."""
    await connection.execute(OUTBOX.update().where(OUTBOX.c.id.in_(ids)).values(published_at=sa.func.now()))


async def release(connection: AsyncConnection, ids: Sequence[UUID], rest_seconds: float) -> None:
    """These were not published; they rest a little, so that others get their turn before the next try."""
    until = sa.func.now() + sa.func.make_interval(0, 0, 0, 0, 0, 0, rest_seconds)
    await connection.execute(OUTBOX.update().where(OUTBOX.c.id.in_(ids)).values(leased_until=until))


async def waiting(connection: AsyncConnection) -> tuple[int, float]:
    """How many events wait to be published, and the age of the oldest in seconds (0 when none waits)."""
    question = sa.text(
        """SELECT count(*), coalesce(extract(epoch FROM now() - min(created_at)), 0)
        FROM outbox WHERE published_at IS NULL"""
    )
    depth, age = (await connection.execute(question)).one()
    return int(depth), max(float(age), 0.0)


async def prune(connection: AsyncConnection) -> int:
    """Deletes a batch of what was acknowledged more than 7 days ago; returns how many rows went."""
    return (await connection.execute(PRUNE, {"batch": BATCH_ROWS})).rowcount


async def replay(connection: AsyncConnection, since: datetime, after: int = 0) -> tuple[int, int]:
    """Lets a batch of what was said since `since` be published once more, with the same ids.

    Listeners that have handled an event know its id and pass over it. Returns the rows taken and the position of the
    last, to go on after; 0 rows means that all are taken.
    """
    rows = await connection.execute(REPLAY, {"since": since, "after": after, "batch": BATCH_ROWS})
    positions = list(rows.scalars())
    return len(positions), max(positions, default=after)
