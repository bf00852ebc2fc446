"""Questions about stored webhooks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from payments.store.tables import WEBHOOK_CHANNEL, webhook_events

unprocessed = webhook_events.c.processed_at.is_(None)


async def add_event(connection: AsyncConnection, event_id: str, event_type: str, payload: bytes, now: datetime) -> bool:
    """Stores an event once; False when it was stored before."""
    row = insert(webhook_events).values(
        id=event_id, type=event_type, payload=payload, received_at=now, next_attempt_at=now
    )
    added = (await connection.execute(row.on_conflict_do_nothing().returning(webhook_events.c.id))).first()
    await connection.execute(sql.select(sql.func.pg_notify(WEBHOOK_CHANNEL, "")))
    return added is not None


async def lock_next(connection: AsyncConnection, now: datetime) -> Any | None:
    """The event that has waited longest, locked; other workers take others."""
    question = sql.select(webhook_events).where(unprocessed, webhook_events.c.next_attempt_at <= now)
    ordered = question.order_by(webhook_events.c.next_attempt_at, webhook_events.c.id).limit(1)
    return (await connection.execute(ordered.with_for_update(skip_locked=True))).first()


async def lock_event(connection: AsyncConnection, event_id: str) -> Any | None:
    """An event that still waits, locked; None when another worker has it or has done it."""
    question = sql.select(webhook_events).where(webhook_events.c.id == event_id, unprocessed)
    return (await connection.execute(question.with_for_update(skip_locked=True))).first()


async def mark_processed(connection: AsyncConnection, event_id: str, kept: bytes, now: datetime) -> None:
    """The event's effect is in this transaction; `kept` is what of its body may stay."""
    row = webhook_events.update().where(webhook_events.c.id == event_id)
    await connection.execute(row.values(payload=kept, processed_at=now, last_error=""))


async def postpone(connection: AsyncConnection, event: Any, next_attempt_at: datetime, error: str) -> None:
    """The event could not be processed this time."""
    row = webhook_events.update().where(webhook_events.c.id == event.id, unprocessed)
    await connection.execute(row.values(attempts=event.attempts + 1, next_attempt_at=next_attempt_at, last_error=error))


async def process_again(connection: AsyncConnection, since: datetime | None, event_id: str, now: datetime) -> int:
    """Lets stored events be processed once more; returns how many."""
    chosen = webhook_events.c.id == event_id if event_id else webhook_events.c.received_at >= since
    row = webhook_events.update().where(chosen).values(processed_at=None, attempts=0, next_attempt_at=now)
    found = (await connection.execute(row.returning(webhook_events.c.id))).all()
    await connection.execute(sql.select(sql.func.pg_notify(WEBHOOK_CHANNEL, "")))
    return len(found)


async def known_of(connection: AsyncConnection, event_ids: Sequence[str]) -> set[str]:
    """Which of these events are stored."""
    question = sql.select(webhook_events.c.id).where(webhook_events.c.id.in_(event_ids))
    return set((await connection.execute(question)).scalars())


async def list_stuck(connection: AsyncConnection, attempts: int) -> Sequence[Any]:
    """Events that failed that often and still wait; the first hundred."""
    question = sql.select(webhook_events).where(unprocessed, webhook_events.c.attempts >= attempts)
    rows: Sequence[Any] = (await connection.execute(question.order_by(webhook_events.c.id).limit(100))).all()
    return rows


async def stuck(connection: AsyncConnection, attempts: int) -> int:
    """How many events failed that often and still wait."""
    question = sql.select(sql.func.count()).where(unprocessed, webhook_events.c.attempts >= attempts)
    return int((await connection.execute(question)).scalar_one())
