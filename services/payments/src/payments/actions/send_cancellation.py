"""Send a cancellation to Stripe: claim, call, store; the clock comes back to what was left over."""

from __future__ import annotations

from datetime import datetime

from chassis.database import Database

from payments.actions.apply_fact import apply_fact
from payments.domain.fact import fact_of_intent
from payments.store import payments as store
from payments.stripe_account import StripeAccount


async def send_next_cancellation(database: Database, stripe: StripeAccount, now: datetime) -> int:
    """Cancels one intent whose booking is over; returns how many there were, 0 or 1. Raises Unavailable.

    A payment that broke off while its intent was made makes it now, under the same key, so that it can be cancelled.
    """
    async with database.transaction() as connection:
        payment = await store.claim_cancelling(connection, now)
    if payment is None:
        return 0
    intent_id = payment.stripe_payment_intent_id or (await stripe.create_intent(payment))["id"]
    fact = fact_of_intent(await stripe.cancel_intent(intent_id))
    if fact:
        async with database.transaction() as connection:
            await apply_fact(connection, fact, now)
    return 1
