"""Refunds and disputes: what happened at Stripe and we did not hear, and what we believe went back and did not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from chassis.database import Database

from payments.actions.apply_dispute import apply_dispute
from payments.actions.apply_refund import apply_refund
from payments.domain.dispute import fact_of_dispute
from payments.domain.refund_fact import RefundFact, fact_of_refund, in_turn
from payments.reconciliation.differences import note
from payments.reconciliation.window import Report, Window
from payments.store import disputes, refunds
from payments.stripe_account import StripeAccount

MARGIN = timedelta(minutes=10)
"""Stripe's clock and ours, and the time between asking and answering."""

SAYS_THE_SAME = {"pending": ("processing", "completed", "failed"), "succeeded": ("completed", "failed")}
"""Our states that know at least what Stripe's step says."""


async def compare_refunds(database: Database, stripe: StripeAccount, window: Window, now: datetime) -> Report:
    """Both ways over the window. Raises Unavailable."""
    facts = [fact_of_refund(refund) for refund in await stripe.list_refunds(window.after, window.before)]
    async with database.reading() as connection:
        known = await refunds.states_of(connection, [fact.stripe_refund_id for fact in facts])
        ours = await refunds.list_sent_between(connection, window.after + MARGIN, window.before - MARGIN)
    report = Report(compared=len(facts) + len(ours))
    for fact in in_turn(facts):
        if is_news(fact, known):
            async with database.transaction() as connection:
                report += Report(repaired=int(await apply_refund(connection, fact, now)))
    at_stripe = {fact.stripe_refund_id for fact in facts}
    for refund in ours:
        if refund.stripe_refund_id not in at_stripe:
            report += await raise_missing(database, refund, now)
    return report


def is_news(fact: RefundFact, known: Mapping[str, str]) -> bool:
    """Whether Stripe is further than we are."""
    return known.get(fact.stripe_refund_id) not in SAYS_THE_SAME.get(fact.step, ("failed",))


async def raise_missing(database: Database, refund: Any, now: datetime) -> Report:
    """We say that it went back; Stripe's list does not have it."""
    detail = "We say that this refund went back; Stripe does not know it."
    async with database.transaction() as connection:
        raised = await note(
            connection, "not_refunded", refund.stripe_refund_id, detail, now, amount_cents=refund.amount_cents
        )
    return Report(raised=int(raised))


async def compare_disputes(database: Database, stripe: StripeAccount, window: Window, now: datetime) -> Report:
    """What banks asked for in the window. Raises Unavailable."""
    facts = [fact_of_dispute(dispute) for dispute in await stripe.list_disputes(window.after, window.before)]
    async with database.reading() as connection:
        known = await disputes.states_of(connection, [fact.stripe_dispute_id for fact in facts])
    news = [fact for fact in facts if known.get(fact.stripe_dispute_id) != fact.status]
    for fact in news:
        async with database.transaction() as connection:
            await apply_dispute(connection, fact, now)
    return Report(compared=len(facts), repaired=len(news))
