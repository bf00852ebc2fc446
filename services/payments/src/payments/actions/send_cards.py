"""Send to Stripe what customers decided about their cards: which is the usual one, and which to forget."""

from __future__ import annotations

from datetime import datetime

from chassis.database import Database

from payments.store import customers, methods
from payments.stripe_account import StripeAccount


async def send_next_default(database: Database, stripe: StripeAccount, now: datetime) -> int:
    """Tells Stripe one customer's usual card; returns how many there were, 0 or 1. Raises Unavailable."""
    async with database.transaction() as connection:
        customer = await customers.claim_unsent_default(connection, now)
    if customer is None:
        return 0
    await stripe.set_default_method(customer.stripe_customer_id, customer.default_method)
    async with database.transaction() as connection:
        await customers.save_customer(connection, customer.customer_id, default_sent=customer.default_method)
    return 1


async def send_next_removal(database: Database, stripe: StripeAccount, now: datetime) -> int:
    """Lets Stripe forget one card; returns how many there were, 0 or 1. Raises Unavailable."""
    async with database.transaction() as connection:
        method = await methods.claim_removing(connection, now)
    if method is None:
        return 0
    await stripe.detach_method(method.stripe_payment_method_id)
    async with database.transaction() as connection:
        await methods.save_method(connection, method.id, status="removed")
    return 1
