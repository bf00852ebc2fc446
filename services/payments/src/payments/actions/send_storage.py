"""Send to Stripe what storage is billed: claim, call, store; what was left over is found again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from chassis.database import Database

from payments.actions.ensure_customer import ensure_customer
from payments.store import storage as store
from payments.stripe_account import StripeAccount


async def send_next_plan(database: Database, stripe: StripeAccount, now: datetime) -> int:
    """Brings one subscription to what we plan; returns how many there were, 0 or 1. Raises Unavailable."""
    async with database.transaction() as connection:
        plan = await store.claim_plan(connection, now)
    if plan is None:
        return 0
    changes = await send(database, stripe, plan, now)
    async with database.transaction() as connection:
        await store.save_plan(connection, plan.booking_id, next_attempt_at=now, **changes)
    return 1


async def send(database: Database, stripe: StripeAccount, plan: Any, now: datetime) -> dict[str, Any]:
    """One step: begin, then the price, then the end."""
    if plan.stripe_subscription_id is None:
        at_stripe = await ensure_customer(database, stripe, plan.customer_id, now)
        made = await stripe.create_subscription(at_stripe, plan)
        return {"stripe_subscription_id": made["id"], "billed_cents": plan.monthly_cents}
    if plan.billed_cents != plan.monthly_cents:
        await stripe.change_subscription_price(plan.stripe_subscription_id, plan.monthly_cents)
        return {"billed_cents": plan.monthly_cents}
    await stripe.end_subscription(plan.stripe_subscription_id)
    return {"is_end_sent": True}


async def retry_next_invoice(database: Database, stripe: StripeAccount, now: datetime) -> int:
    """Charges one failed invoice again; its webhook says what came of it. Returns how many there were, 0 or 1."""
    async with database.transaction() as connection:
        invoice = await store.claim_retry(connection, now)
    if invoice is None:
        return 0
    await stripe.pay_invoice(invoice.stripe_invoice_id, invoice.attempts)
    async with database.transaction() as connection:
        locked = await store.lock_invoice(connection, invoice.stripe_invoice_id)
        if locked.attempts == invoice.attempts:
            await store.save_invoice(connection, invoice.id, next_attempt_at=None)
    return 1
