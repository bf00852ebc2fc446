"""Apply what Stripe says of a dispute: its state, its money, and who must hear of it; once and in any order."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from chassis.identifiers import new_id
from chassis.outbox import say
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.payments.v1 import events_pb2

from payments.actions.keep_books import book
from payments.audit import record
from payments.domain import ledger
from payments.domain.dispute import CLOSED, DisputeFact, is_news
from payments.store import disputes as store
from payments.store import payments as payment_store


async def apply_dispute(connection: AsyncConnection, fact: DisputeFact, now: datetime) -> None:
    """Stores the dispute, or how far it has come, and books its money."""
    payment = await payment_store.lock_by_intent(connection, fact.intent_id)
    is_new = await store.add_dispute(
        connection,
        id=new_id(),
        stripe_dispute_id=fact.stripe_dispute_id,
        payment_id=payment.id if payment else None,
        charge_id=fact.charge_id,
        amount_cents=fact.amount_cents,
        reason=fact.reason,
        status=fact.status,
        evidence_due_at=fact.evidence_due_at,
        created_at=fact.created_at,
        closed_at=now if fact.status in CLOSED else None,
    )
    dispute = await store.lock_dispute(connection, fact.stripe_dispute_id)
    await book_money(connection, fact, payment)
    if is_new:
        await tell_opened(connection, dispute, payment, now)
    if is_new and fact.status in CLOSED:
        await tell_closed(connection, dispute, payment, fact.status, now)
    if is_news(dispute.status, fact.status):
        await advance(connection, dispute, payment, fact, now)


async def advance(connection: AsyncConnection, dispute: Any, payment: Any, fact: DisputeFact, now: datetime) -> None:
    """It has come further."""
    closed_at = now if fact.status in CLOSED else None
    await store.save_dispute(
        connection, dispute.id, status=fact.status, evidence_due_at=fact.evidence_due_at, closed_at=closed_at
    )
    if closed_at:
        await tell_closed(connection, dispute, payment, fact.status, now)


async def book_money(connection: AsyncConnection, fact: DisputeFact, payment: Any) -> None:
    """What the bank took, and what it gave back."""
    for moved in fact.money:
        sides = ledger.disputed(-moved.amount_cents)
        if moved.amount_cents < 0:
            source = f"dispute:{fact.stripe_dispute_id}"
            await book(connection, "dispute", source, moved.occurred_at, sides, payment)
        else:
            source = f"dispute-reversal:{fact.stripe_dispute_id}"
            await book(connection, "dispute_reversal", source, moved.occurred_at, sides, payment)


async def tell_opened(connection: AsyncConnection, dispute: Any, payment: Any, now: datetime) -> None:
    """Staff must answer the bank."""
    event = events_pb2.DisputeOpened(
        dispute_id=str(dispute.id),
        payment_id=str(payment.id) if payment else "",
        booking_id=str(payment.booking_id) if payment else "",
        amount_cents=dispute.amount_cents,
        reason=dispute.reason,
    )
    if dispute.evidence_due_at:
        event.evidence_due_at.FromDatetime(dispute.evidence_due_at)
    await say(connection, event, about=dispute.id, version=1)
    after = {"amount_cents": dispute.amount_cents, "status": dispute.status, "reason": dispute.reason}
    await record(connection, "dispute.opened", ("dispute", dispute.id), now, after=after)


async def tell_closed(connection: AsyncConnection, dispute: Any, payment: Any, status: str, now: datetime) -> None:
    """The bank has decided."""
    event = events_pb2.DisputeClosed(
        dispute_id=str(dispute.id),
        payment_id=str(payment.id) if payment else "",
        booking_id=str(payment.booking_id) if payment else "",
        amount_cents=dispute.amount_cents,
        is_won=status != "lost",
    )
    await say(connection, event, about=dispute.id, version=2)
    before, after = {"status": dispute.status}, {"status": status, "amount_cents": dispute.amount_cents}
    await record(connection, "dispute.closed", ("dispute", dispute.id), now, before=before, after=after)
