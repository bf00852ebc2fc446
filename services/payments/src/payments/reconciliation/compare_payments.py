"""Payments and intents: what should be captured and isn't, what is and shouldn't, and money that nobody asked for."""

from __future__ import annotations

from datetime import datetime
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
from payments.domain.fact import Fact, fact_of_intent, id_of
from payments.domain.states import after
from payments.reconciliation.differences import note, withdraw
from payments.reconciliation.window import Report, Window
from payments.store import customers, payments
from payments.stripe_account import StripeAccount

FAILED = Counter(
    "totetaxi_reconciliation_failed_total", "Payments that could not be compared with Stripe; alert on any"
)
STRANGE = "Stripe captured a payment that none of our bookings asked for."
CAPTURED = ("succeeded", "refunded")

logger = structlog.get_logger()


async def compare_payments(database: Database, stripe: StripeAccount, window: Window, now: datetime) -> Report:
    """Both ways over the window. Raises Unavailable."""
    intents = {intent["id"]: intent for intent in await stripe.list_intents(window.after, window.before)}
    async with database.reading() as connection:
        ours = await payments.list_between(connection, window.after, window.before)
    report = Report(compared=len(ours) + len(intents))
    for payment in ours:
        report += await compare_one(database, stripe, payment, intents.get(payment.stripe_payment_intent_id), now)
    known = {payment.stripe_payment_intent_id for payment in ours}
    for intent in intents.values():
        if intent["id"] not in known:
            report += await compare_unknown(database, intent, now)
    return report


async def compare_one(
    database: Database, stripe: StripeAccount, payment: Any, listed: dict[str, Any] | None, now: datetime
) -> Report:
    """One payment; one that can't be compared is raised, and must not hide the others."""
    intent_id = payment.stripe_payment_intent_id
    if listed and says_the_same(payment, listed):
        return Report()
    try:
        intent = listed or await stripe.retrieve_intent(intent_id)
        async with database.transaction() as connection:
            report = await settle(connection, payment, intent, now)
            await withdraw(connection, "not_comparable", intent_id, now)
    except (stripe_sdk.InvalidRequestError, ValueError) as error:
        FAILED.inc()
        logger.error("payment not compared", intent_id=intent_id, error=str(error))
        async with database.transaction() as connection:
            raised = await note(connection, "not_comparable", intent_id, str(error), now, payment, payment.amount_cents)
        return Report(raised=int(raised))
    return report


def says_the_same(payment: Any, intent: dict[str, Any]) -> bool:
    """Whether there is nothing to do, so that most payments cost no transaction."""
    fact = fact_of_intent(intent)
    if payment.status in CAPTURED:
        return fact is not None and fact.kind == "succeeded"
    return fact is None or after(payment.status, fact.kind) is None


async def settle(connection: AsyncConnection, payment: Any, intent: dict[str, Any], now: datetime) -> Report:
    """Applies what we missed, the way a webhook would have; raises what we say and Stripe does not."""
    fact = fact_of_intent(intent)
    if payment.status in CAPTURED and (fact is None or fact.kind != "succeeded"):
        detail = f"We say that booking {payment.booking_number} is paid; Stripe says {intent['status']}."
        raised = await note(connection, "not_captured", intent["id"], detail, now, payment, payment.amount_cents)
        return Report(raised=int(raised))
    if fact is None:
        return Report()
    return Report(repaired=int(await apply_fact(connection, fact, now)))


async def compare_unknown(database: Database, intent: dict[str, Any], now: datetime) -> Report:
    """An intent of no payment made in this window: ours of another day, an invoice's, or a stranger's."""
    fact = fact_of_intent(intent)
    if fact is None or fact.kind != "succeeded":
        return Report()
    async with database.transaction() as connection:
        if await payments.lock_for_fact(connection, fact) is not None:
            return Report(repaired=int(await apply_fact(connection, fact, now)))
        if await customers.lock_at_stripe(connection, id_of(intent.get("customer"))) is not None:
            return Report()
        return Report(raised=int(await raise_stranger(connection, fact, now)))


async def raise_stranger(connection: AsyncConnection, fact: Fact, now: datetime) -> bool:
    """Tells staff, the first time it is seen."""
    if not await note(connection, "stranger", fact.intent_id, STRANGE, now, amount_cents=fact.amount_cents):
        return False
    event = PaymentOrphaned(amount_cents=fact.amount_cents, stripe_payment_intent_id=fact.intent_id, reason=STRANGE)
    await say(connection, event, about=new_id())
    return True
