"""Reconcile: what Stripe says against what we say, both ways; repairs what a lost webhook left, raises the rest."""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import stripe as stripe_sdk
import structlog
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.outbox import say
from prometheus_client import Counter
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.payments.v1.events_pb2 import PaymentOrphaned

from payments.actions.apply_fact import apply_fact
from payments.domain.fact import Fact, fact_of_intent
from payments.store import payments, strangers
from payments.stripe_account import StripeAccount

FAILED = Counter(
    "totetaxi_reconciliation_failed_total", "Payments that could not be compared with Stripe; alert on any"
)

logger = structlog.get_logger()


@dataclass(frozen=True)
class Window:
    """What is old enough to be settled, and not so old that it was looked at often."""

    after: datetime
    before: datetime

    @classmethod
    def at(cls, now: datetime, hours: float, grace_seconds: float) -> Window:
        """The window that ends `grace_seconds` ago."""
        return cls(now - timedelta(hours=hours), now - timedelta(seconds=grace_seconds))


@dataclass(frozen=True)
class Report:
    """What one reconciliation did."""

    compared: int
    repaired: int
    strangers: int
    failed: int = 0


async def reconcile(database: Database, stripe: StripeAccount, window: Window, now: datetime) -> Report:
    """Both directions over `window`. Raises Unavailable when Stripe is away."""
    async with database.reading() as connection:
        unsettled = await payments.list_unsettled(connection, window.after, window.before)
    repaired = [
        await attempt(repair(database, stripe, payment, now), payment.stripe_payment_intent_id) for payment in unsettled
    ]
    intents = await stripe.list_intents(window.after, window.before)
    noticed = [await attempt(notice_stranger(database, intent, now), intent["id"]) for intent in intents]
    failed = [*repaired, *noticed].count(None)
    report = Report(len(unsettled) + len(intents), repaired.count(True), noticed.count(True), failed)
    if report.repaired or report.strangers or report.failed:
        logger.warning(
            "reconciliation differed", repaired=report.repaired, strangers=report.strangers, failed=report.failed
        )
    return report


async def attempt(comparison: Awaitable[bool], intent_id: str) -> bool | None:
    """One comparison; None, counted and logged, when this one can't be made: it must not hide the others."""
    try:
        return await comparison
    except (stripe_sdk.InvalidRequestError, ValueError) as error:
        FAILED.inc()
        logger.error("payment not compared", intent_id=intent_id, exc_info=error)
        return None


async def repair(database: Database, stripe: StripeAccount, payment: Any, now: datetime) -> bool:
    """Asks Stripe about one payment and applies what we missed, the way a webhook would have."""
    fact = fact_of_intent(await stripe.retrieve_intent(payment.stripe_payment_intent_id))
    if fact is None:
        return False
    async with database.transaction() as connection:
        return await apply_fact(connection, fact, now)


async def notice_stranger(database: Database, intent: dict[str, Any], now: datetime) -> bool:
    """Raises money at Stripe that no payment of ours asked for, once; applies what we missed of our own."""
    fact = fact_of_intent(intent)
    if fact is None or fact.kind != "succeeded":
        return False
    async with database.transaction() as connection:
        if await payments.lock_for_fact(connection, fact) is not None:
            return await apply_fact(connection, fact, now)
        return await raise_stranger(connection, fact, now)


async def raise_stranger(connection: AsyncConnection, fact: Fact, now: datetime) -> bool:
    """Tells staff, the first time it is seen."""
    if not await strangers.note_stranger(connection, fact.intent_id, fact.amount_cents, now):
        return False
    reason = "Stripe captured a payment that none of our bookings asked for."
    event = PaymentOrphaned(amount_cents=fact.amount_cents, stripe_payment_intent_id=fact.intent_id, reason=reason)
    await say(connection, event, about=new_id())
    return True
