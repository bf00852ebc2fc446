"""What time triggers: stored webhooks, what must be sent to Stripe, and the reconciliation."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from chassis.loops import Loop
from chassis.wake import listen_for_events
from prometheus_client import Gauge

from payments.actions.process_webhook import process_next
from payments.actions.reconcile import reconcile, reconcile_since
from payments.actions.send_cancellation import send_next_cancellation
from payments.actions.send_cards import send_next_default, send_next_removal
from payments.actions.send_refund import send_next_refund
from payments.actions.send_storage import retry_next_invoice, send_next_plan
from payments.desk import Desk
from payments.reconciliation.window import Report, Window
from payments.store import webhooks
from payments.store.tables import WEBHOOK_CHANNEL, WORK_CHANNEL

POLL_SECONDS = 1.0
LISTEN_AGAIN_SECONDS = 0.1
MEASURE_SECONDS = 15.0
MANY_ATTEMPTS = 5

STUCK = Gauge("totetaxi_webhooks_stuck", "Stored webhooks that failed five times and still wait; alert on any")


def loops(desk: Desk) -> Sequence[Loop]:
    """All of payments' loops; each replica runs them, and rows are claimed so that none is done twice."""
    database, stripe, now = desk.database, desk.stripe, desk.clock.now
    days = desk.settings.retry_days()
    webhook, refund = asyncio.Event(), asyncio.Event()

    async def hear_webhooks() -> None:
        await listen_for_events(database, webhook, channel=WEBHOOK_CHANNEL)

    async def hear_work() -> None:
        await listen_for_events(database, refund, channel=WORK_CHANNEL)

    async def compare() -> None:
        await reconcile_since(database, stripe, window_of(desk), now())

    async def measure() -> None:
        async with database.reading() as connection:
            STUCK.set(await webhooks.stuck(connection, MANY_ATTEMPTS))

    return [
        Loop("webhook-processor", POLL_SECONDS, lambda: process_next(database, stripe, now(), days), webhook),
        Loop("webhook-notices", LISTEN_AGAIN_SECONDS, hear_webhooks),
        Loop("refund-sender", POLL_SECONDS, lambda: send_next_refund(database, stripe, now()), refund),
        Loop("cancellation-sender", POLL_SECONDS, lambda: send_next_cancellation(database, stripe, now())),
        Loop("default-card-sender", POLL_SECONDS, lambda: send_next_default(database, stripe, now())),
        Loop("card-remover", POLL_SECONDS, lambda: send_next_removal(database, stripe, now())),
        Loop("storage-sender", POLL_SECONDS, lambda: send_next_plan(database, stripe, now())),
        Loop("invoice-retrier", POLL_SECONDS, lambda: retry_next_invoice(database, stripe, now())),
        Loop("work-notices", LISTEN_AGAIN_SECONDS, hear_work),
        Loop("reconciler", desk.settings.reconcile_seconds, compare),
        Loop("webhook-measure", MEASURE_SECONDS, measure),
    ]


def window_of(desk: Desk) -> Window:
    """The settings' whole window."""
    settings = desk.settings
    return Window.at(desk.clock.now(), settings.reconcile_window_hours, settings.reconcile_grace_seconds)


async def reconcile_now(desk: Desk) -> Report:
    """One reconciliation over the whole window."""
    return await reconcile(desk.database, desk.stripe, window_of(desk), desk.clock.now())
