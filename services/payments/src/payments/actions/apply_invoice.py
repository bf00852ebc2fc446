"""Apply what Stripe says of storage's invoices and subscriptions: paid, failed and tried again, suspended, ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import structlog
from chassis.clock import new_york_date
from chassis.identifiers import new_id
from chassis.outbox import say
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.payments.v1 import events_pb2

from payments.audit import record
from payments.domain import ledger
from payments.domain.dunning import CARD_FAILED, InvoiceFact, is_further, next_try
from payments.domain.ledger import Movement, Sale
from payments.store import ledger as books
from payments.store import storage as store
from payments.store.addressees import find_addressee
from payments.store.payments import is_uuid

STORAGE = "mini_storage"

logger = structlog.get_logger()


async def apply_invoice(
    connection: AsyncConnection, fact: InvoiceFact, retry_days: Sequence[int], happened_at: datetime, now: datetime
) -> None:
    """Mirrors the invoice, and says what concerns others; once and in any order."""
    plan = await store.lock_plan(connection, UUID(fact.booking_id)) if is_uuid(fact.booking_id) else None
    if plan is None:
        logger.warning("an invoice of no storage of ours", stripe_invoice_id=fact.stripe_invoice_id)
        return
    await store.add_invoice(
        connection,
        id=new_id(),
        stripe_invoice_id=fact.stripe_invoice_id,
        booking_id=plan.booking_id,
        customer_id=plan.customer_id,
        amount_cents=fact.amount_cents,
        status="draft",
        period_start=fact.period_start,
        created_at=fact.created_at,
    )
    invoice = await store.lock_invoice(connection, fact.stripe_invoice_id)
    if is_further(invoice.status, fact.status):
        await store.save_invoice(connection, invoice.id, status=fact.status, amount_cents=fact.amount_cents)
        if fact.status == "paid":
            await take_payment(connection, plan, invoice, fact, happened_at, now)
    if fact.status == "open" and invoice.status in {"draft", "open"} and fact.attempts > invoice.attempts:
        await take_failure(connection, plan, invoice, fact, retry_days, now)


async def take_payment(
    connection: AsyncConnection, plan: Any, invoice: Any, fact: InvoiceFact, happened_at: datetime, now: datetime
) -> None:
    """A month is paid: revenue, and an end of suspension when nothing else is owed."""
    await store.save_invoice(connection, invoice.id, paid_at=happened_at, next_attempt_at=None)
    movement = Movement(
        kind="invoice",
        source=f"invoice:{fact.stripe_invoice_id}",
        occurred_at=happened_at,
        entries=ledger.sold(Sale(fact.amount_cents)),
        booking_id=plan.booking_id,
        service_type=STORAGE,
    )
    await books.post(connection, movement)
    is_resumed = plan.status == "suspended" and not await store.owes(connection, plan.booking_id)
    if is_resumed:
        await store.save_plan(connection, plan.booking_id, status="active")
    event = events_pb2.InvoicePaid(
        invoice_id=str(invoice.id),
        booking_id=str(plan.booking_id),
        customer_id=str(plan.customer_id),
        amount_cents=fact.amount_cents,
        period_start=new_york_date(fact.period_start).isoformat(),
        is_resumed=is_resumed,
        addressee=await find_addressee(connection, plan.booking_id),
    )
    await say(connection, event, about=plan.booking_id)
    await record(connection, "invoice.paid", ("invoice", invoice.id), now, after={"amount_cents": fact.amount_cents})


async def take_failure(
    connection: AsyncConnection, plan: Any, invoice: Any, fact: InvoiceFact, retry_days: Sequence[int], now: datetime
) -> None:
    """It could not be charged: again in some days, or enough."""
    again_at = next_try(fact.attempts, retry_days, now)
    await store.save_invoice(connection, invoice.id, attempts=fact.attempts, next_attempt_at=again_at)
    event = events_pb2.InvoiceFailed(
        invoice_id=str(invoice.id),
        booking_id=str(plan.booking_id),
        customer_id=str(plan.customer_id),
        amount_cents=fact.amount_cents,
        failure_reason=CARD_FAILED,
        attempt=fact.attempts,
        addressee=await find_addressee(connection, plan.booking_id),
    )
    if again_at:
        event.next_attempt_at.FromDatetime(again_at)
    await say(connection, event, about=plan.booking_id)
    after = {"amount_cents": fact.amount_cents, "attempt": fact.attempts}
    await record(connection, "invoice.failed", ("invoice", invoice.id), now, after=after)
    if again_at is None and plan.status == "active":
        await suspend(connection, plan, invoice, fact, now)


async def suspend(connection: AsyncConnection, plan: Any, invoice: Any, fact: InvoiceFact, now: datetime) -> None:
    """Nothing leaves storage until it is paid; staff must call."""
    await store.save_plan(connection, plan.booking_id, status="suspended")
    event = events_pb2.StorageSuspended(
        booking_id=str(plan.booking_id),
        customer_id=str(plan.customer_id),
        invoice_id=str(invoice.id),
        amount_cents=fact.amount_cents,
        addressee=await find_addressee(connection, plan.booking_id),
    )
    await say(connection, event, about=plan.booking_id)
    before, after = {"status": plan.status}, {"status": "suspended"}
    await record(connection, "storage.suspended", ("booking", plan.booking_id), now, before=before, after=after)


async def apply_subscription(connection: AsyncConnection, subscription: Mapping[str, Any], now: datetime) -> None:
    """A subscription that is over stays so; what else it says its invoices say better."""
    booking_id = (subscription.get("metadata") or {}).get("booking_id", "")
    plan = await store.lock_plan(connection, UUID(booking_id)) if is_uuid(booking_id) else None
    if plan is None or subscription["status"] not in {"canceled", "incomplete_expired"} or plan.status == "ended":
        return
    await store.save_plan(connection, plan.booking_id, status="ended", is_end_sent=True)
    before, after = {"status": plan.status}, {"status": "ended"}
    await record(connection, "storage.ended", ("booking", plan.booking_id), now, before=before, after=after)
