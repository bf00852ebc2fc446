"""Webhooks that never came: Stripe keeps every event for 30 days; what we lack is stored as if it had come."""

from __future__ import annotations

import json
from datetime import datetime

import structlog
from chassis.database import Database

from payments.actions.process_webhook import process_next
from payments.actions.webhook_effects import concerns_us
from payments.reconciliation.differences import note
from payments.reconciliation.window import Report, Window
from payments.store import webhooks as store
from payments.stripe_account import StripeAccount

MANY_ATTEMPTS = 5

logger = structlog.get_logger()


async def find_lost_webhooks(database: Database, stripe: StripeAccount, window: Window, now: datetime) -> Report:
    """Stores and processes what did not come. Raises Unavailable."""
    events = [event for event in await stripe.list_events(window.after, window.before) if concerns_us(event["type"])]
    async with database.reading() as connection:
        known = await store.known_of(connection, [event["id"] for event in events])
    lost = [event for event in events if event["id"] not in known]
    for event in reversed(lost):
        logger.warning("webhook was lost", event_id=event["id"], type=event["type"])
        async with database.transaction() as connection:
            await store.add_event(connection, event["id"], event["type"], json.dumps(event).encode(), now)
    while lost and await process_next(database, stripe, now):
        pass
    return Report(compared=len(events), lost=len(lost)) + await raise_stuck(database, now)


async def raise_stuck(database: Database, now: datetime) -> Report:
    """What could not be processed again and again must be seen by somebody."""
    async with database.transaction() as connection:
        stuck = await store.list_stuck(connection, MANY_ATTEMPTS)
        new = [
            await note(connection, "stuck_webhook", event.id, f"{event.type}: {event.last_error}", now)
            for event in stuck
        ]
    return Report(raised=new.count(True))
