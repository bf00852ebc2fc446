"""Send a refund to Stripe: claim, call, store; its id is the key, so that it happens once."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import stripe as stripe_sdk
import structlog
from chassis.database import Database
from chassis.loops import backoff
from chassis.outbox import say
from chassis.refusal import Unavailable
from prometheus_client import Counter
from totetaxi.payments.v1.events_pb2 import RefundCompleted

from payments.store import refunds as store
from payments.stripe_client import StripeAccount

REFUSED = Counter("totetaxi_refunds_refused_total", "Refunds that Stripe refused for good; staff must look at each")

logger = structlog.get_logger()


async def send_next_refund(database: Database, stripe: StripeAccount, now: datetime) -> int:
    """Sends one refund; returns how many there were, 0 or 1."""
    async with database.transaction() as connection:
        refund = await store.claim_refund(connection, now)
    if refund is None:
        return 0
    try:
        sent = await stripe.refund(refund)
    except Unavailable as away:
        await postpone(database, refund, away.message, now)
    except stripe_sdk.InvalidRequestError as refusal:
        await give_up(database, refund, refusal)
    else:
        await complete(database, refund, sent, now)
    return 1


async def complete(database: Database, refund: Any, sent: dict[str, Any], now: datetime) -> None:
    """The money is on its way back."""
    async with database.transaction() as connection:
        if await store.settle_refund(
            connection, refund.id, status="completed", stripe_refund_id=sent["id"], completed_at=now, last_error=""
        ):
            event = RefundCompleted(
                refund_id=str(refund.id),
                payment_id=str(refund.payment_id),
                booking_id=str(refund.booking_id),
                amount_cents=refund.amount_cents,
            )
            await say(connection, event, about=refund.payment_id)


async def postpone(database: Database, refund: Any, why: str, now: datetime) -> None:
    """Stripe is away: later, with growing pauses."""
    async with database.transaction() as connection:
        await store.postpone_refund(connection, refund.id, now + timedelta(seconds=backoff(refund.attempts)), why)


async def give_up(database: Database, refund: Any, refusal: stripe_sdk.InvalidRequestError) -> None:
    """Stripe will never take it (refunded by hand, say): it stays for staff to see."""
    REFUSED.inc()
    logger.error("refund refused", refund_id=str(refund.id), code=refusal.code)
    async with database.transaction() as connection:
        await store.settle_refund(connection, refund.id, status="failed", last_error=f"Stripe: {refusal.code}")
