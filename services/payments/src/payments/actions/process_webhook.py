"""Process a stored webhook: its effect and its mark in one transaction, any number of times, in any order.

What it says about people is dropped then: nobody needs it, and nobody would find it when a customer is to be forgotten.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog
from chassis.database import AWAY, Database
from chassis.loops import backoff
from sqlalchemy.ext.asyncio import AsyncConnection

from payments.actions.webhook_effects import take_effect
from payments.actions.webhook_questions import ask_stripe, needs_asking
from payments.domain.personal_data import without_personal_data
from payments.store import webhooks as store
from payments.stripe_account import StripeAccount

RETRY_DAYS = (3, 5, 7)

logger = structlog.get_logger()


async def process_next(
    database: Database, stripe: StripeAccount, now: datetime, retry_days: Sequence[int] = RETRY_DAYS
) -> int:
    """Processes the webhook that waited longest; returns how many there were, 0 or 1. A bad one waits, others go on."""
    event = None
    try:
        async with database.transaction() as connection:
            event = await store.lock_next(connection, now)
            if event is None:
                return 0
            told = json.loads(event.payload)
            is_doubtful = await needs_asking(connection, event.type, told["data"]["object"])
            if not is_doubtful:
                await take_effect(connection, told, now, retry_days)
                await mark(connection, told, now)
        if is_doubtful:
            await process_asking(database, stripe, told, now)
    except AWAY:
        raise
    except Exception as error:  # noqa: BLE001 - one event that can't be processed must not stop the others
        await put_back(database, event, error, now)
    return 1


async def process_asking(database: Database, stripe: StripeAccount, told: dict[str, Any], now: datetime) -> None:
    """The same for an event that says too little: asks Stripe first, outside any transaction."""
    effect = await ask_stripe(stripe, told)
    async with database.transaction() as connection:
        if await store.lock_event(connection, told["id"]):
            await effect(connection, now)
            await mark(connection, told, now)


async def mark(connection: AsyncConnection, told: dict[str, Any], now: datetime) -> None:
    """Its effect is in this transaction; what it says about people is dropped."""
    kept = json.dumps(without_personal_data(told)).encode()
    await store.mark_processed(connection, told["id"], kept, now)


async def put_back(database: Database, event: Any, error: Exception, now: datetime) -> None:
    """Notes why, and when to try again."""
    logger.error(
        "webhook not processed", event_id=event.id, type=event.type, attempts=event.attempts + 1, exc_info=error
    )
    later = now + timedelta(seconds=backoff(event.attempts + 1))
    async with database.transaction() as connection:
        await store.postpone(connection, event, later, f"{type(error).__name__}: {error}"[:500])
