"""Send a refund to Stripe: claim, call, store; its id is the key, so that it happens once."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import stripe as stripe_sdk
import structlog
from chassis.database import Database
from chassis.loops import backoff
from chassis.refusal import Unavailable
from prometheus_client import Counter

from payments.actions.apply_refund import apply_refund
from payments.domain.refund_fact import RefundFact, fact_of_refund, failure_words
from payments.store import refunds as store
from payments.stripe_account import StripeAccount

REFUSED = Counter("totetaxi_refunds_refused_total", "Refunds that Stripe refused for good; staff must look at each")

logger = structlog.get_logger()


async def send_next_refund(database: Database, stripe: StripeAccount, now: datetime) -> int:
    """Sends one refund; returns how many there were, 0 or 1."""
    async with database.transaction() as connection:
        refund = await store.claim_refund(connection, now)
    if refund is None:
        return 0
    try:
        sent = fact_of_refund(await stripe.refund(refund))
    except Unavailable as away:
        await postpone(database, refund, away.message, now)
        return 1
    except stripe_sdk.InvalidRequestError as refusal:
        sent = refused(refund, refusal)
    async with database.transaction() as connection:
        await apply_refund(connection, sent, now)
    return 1


async def postpone(database: Database, refund: Any, why: str, now: datetime) -> None:
    """Stripe is away: later, with growing pauses."""
    async with database.transaction() as connection:
        await store.postpone_refund(connection, refund.id, now + timedelta(seconds=backoff(refund.attempts)), why)


def refused(refund: Any, refusal: stripe_sdk.InvalidRequestError) -> RefundFact:
    """Stripe will never take it: it failed, and stays for staff to see."""
    REFUSED.inc()
    logger.error("refund refused", refund_id=str(refund.id), code=refusal.code)
    return RefundFact(
        step="failed",
        stripe_refund_id="",
        intent_id=refund.stripe_payment_intent_id,
        charge_id="",
        amount_cents=refund.amount_cents,
        refund_id=str(refund.id),
        failure_reason=failure_words(refusal.code),
    )
