"""Reconcile: what Stripe says against what we say, both ways; repairs what a lost webhook left, raises the rest."""

from __future__ import annotations

from datetime import datetime

import structlog
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.outbox import say
from totetaxi.payments.v1.events_pb2 import ReconciliationDiffered

from payments.reconciliation.compare_books import compare_books
from payments.reconciliation.compare_payments import compare_payments
from payments.reconciliation.compare_refunds import compare_disputes, compare_refunds
from payments.reconciliation.lost_webhooks import find_lost_webhooks
from payments.reconciliation.window import Report, Window
from payments.store import differences as store
from payments.stripe_account import StripeAccount

STEPS = (find_lost_webhooks, compare_payments, compare_refunds, compare_disputes, compare_books)
"""In this order: what webhooks explain is no difference, and the books are last."""

logger = structlog.get_logger()


async def reconcile(database: Database, stripe: StripeAccount, window: Window, now: datetime) -> Report:
    """All of it over `window`. Raises Unavailable when Stripe is away."""
    report = Report()
    for step in STEPS:
        report += await step(database, stripe, window, now)
    await remember(database, window, report, now)
    return report


async def reconcile_since(database: Database, stripe: StripeAccount, whole: Window, now: datetime) -> Report:
    """What of `whole` was not compared yet; all of it once a day."""
    async with database.reading() as connection:
        last_before, last_whole_at = await store.last_compared(connection)
    return await reconcile(database, stripe, whole.since(last_before, last_whole_at), now)


async def remember(database: Database, window: Window, report: Report, now: datetime) -> None:
    """Stores what was done, and tells staff when there was anything."""
    reconciliation_id = new_id()
    async with database.transaction() as connection:
        await store.add_reconciliation(
            connection,
            id=reconciliation_id,
            compared_from=window.after,
            compared_until=window.before,
            is_whole=window.is_whole,
            finished_at=now,
            compared=report.compared,
            lost=report.lost,
            repaired=report.repaired,
            raised=report.raised,
        )
        if not (report.lost or report.repaired or report.raised):
            return
        logger.warning("reconciliation differed", lost=report.lost, repaired=report.repaired, raised=report.raised)
        event = ReconciliationDiffered(
            reconciliation_id=str(reconciliation_id),
            lost_webhooks=report.lost,
            repaired=report.repaired,
            raised=report.raised,
        )
        await say(connection, event, about=reconciliation_id)
