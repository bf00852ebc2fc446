"""Ensure that a customer of ours is known at Stripe, once: under our id, and with nothing but it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from chassis.database import Database

from payments.store import customers as store
from payments.stripe_account import StripeAccount


async def ensure_customer(database: Database, stripe: StripeAccount, customer_id: UUID, now: datetime) -> str:
    """Stripe's id of the customer; asking again, or at the same moment, gives the same. Raises Unavailable."""
    async with database.transaction() as connection:
        known = await store.add_customer(connection, customer_id, now)
    if known.stripe_customer_id:
        return str(known.stripe_customer_id)
    made = await stripe.create_customer(customer_id)
    async with database.transaction() as connection:
        await store.save_customer(connection, customer_id, stripe_customer_id=made["id"])
    return str(made["id"])
