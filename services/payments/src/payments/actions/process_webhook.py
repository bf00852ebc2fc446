"""Process a stored webhook: its effect and its mark in one transaction, any number of times, in any order.

What it says about people is dropped then: nobody needs it, and nobody would find it when a customer is to be forgotten.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import structlog
from chassis.database import AWAY, Database
from chassis.loops import backoff
from sqlalchemy.ext.asyncio import AsyncConnection

from payments.actions.apply_fact import apply_fact
from payments.domain.fact import fact_of_event
from payments.domain.personal_data import without_personal_data
from payments.store import webhooks as store

logger = structlog.get_logger()


async def process_next(database: Database, now: datetime) -> int:
    """Processes the webhook that waited longest; returns how many there were, 0 or 1. A bad one waits, others go on."""
    event = None
    try:
        async with database.transaction() as connection:
            event = await store.lock_next(connection, now)
            if event is None:
                return 0
            await take_effect(connection, event, now)
    except AWAY:
        raise
    except Exception as error:  # noqa: BLE001 - one event that can't be processed must not stop the others
        await put_back(database, event, error, now)
    return 1


async def take_effect(connection: AsyncConnection, event: Any, now: datetime) -> None:
    """What the event changes, and the mark that it has. Types that concern nobody are kept and marked."""
    said = json.loads(event.payload)
    fact = fact_of_event(event.type, said["data"]["object"])
    if fact:
        await apply_fact(connection, fact, now)
    kept = json.dumps(without_personal_data(said)).encode()
    await store.mark_processed(connection, event.id, kept, now)


async def put_back(database: Database, event: Any, error: Exception, now: datetime) -> None:
    """Notes why, and when to try again."""
    logger.error(
        "webhook not processed", event_id=event.id, type=event.type, attempts=event.attempts + 1, exc_info=error
    )
    later = now + timedelta(seconds=backoff(event.attempts + 1))
    async with database.transaction() as connection:
        await store.postpone(connection, event, later, f"{type(error).__name__}: {error}"[:500])
