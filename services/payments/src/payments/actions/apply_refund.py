"""Apply what Stripe says of a refund: ours or one made at Stripe, now or days later, once and in any order."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import structlog
from chassis.identifiers import new_id
from chassis.outbox import say
from chassis.refusal import Conflict
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.payments.v1 import events_pb2

from payments.actions.add_refund import add_refund, left_of
from payments.actions.decide_refund import mark_rejected
from payments.actions.keep_books import book_refund, book_refund_failure
from payments.audit import actor, record
from payments.domain.refund_fact import RefundFact
from payments.domain.refund_states import RefundState, after_step
from payments.domain.states import FactKind, after
from payments.store import payments as payment_store
from payments.store import refunds as store
from payments.store.addressees import find_addressee

MADE_AT_STRIPE = "It was refunded at Stripe."

logger = structlog.get_logger()


async def apply_refund(connection: AsyncConnection, fact: RefundFact, now: datetime) -> bool:
    """Moves the refund that `fact` is about and says so; False when it was older news, or of no payment of ours."""
    payment = await payment_store.lock_by_intent(connection, fact.intent_id)
    if payment is None:
        logger.warning("a refund of no payment of ours", stripe_refund_id=fact.stripe_refund_id)
        await book_step(connection, None, fact, "orphan", now)
        return False
    refund = await store.find_for_fact(connection, fact)
    if refund is None and fact.step == "failed":
        await note_failure(connection, payment, fact, now)
        return True
    if refund is None:
        refund = await adopt(connection, payment, fact, now)
        payment = await payment_store.lock_payment(connection, payment.id)
    state = after_step(refund.status, fact.step)
    if state is None:
        return False
    await store.save_refund(connection, refund.id, status=state, stripe_refund_id=fact.stripe_refund_id, last_error="")
    await book_step(connection, payment, fact, refund.origin, now)
    if state == refund.status:
        return not refund.stripe_refund_id
    await settle(connection, payment, refund, state, fact, now)
    return True


async def book_step(connection: AsyncConnection, payment: Any, fact: RefundFact, origin: str, now: datetime) -> None:
    """Stripe takes the money when it takes the refund, and puts it back when the bank does; each is booked once."""
    if not fact.stripe_refund_id:
        return
    money = fact.stripe_refund_id, fact.amount_cents, payment, origin
    await book_refund(connection, *money, fact.created_at or now)
    if fact.step == "failed":
        await book_refund_failure(connection, *money, now)


async def note_failure(connection: AsyncConnection, payment: Any, fact: RefundFact, now: datetime) -> None:
    """A refund made at Stripe that is back before we heard of it: it holds nothing, and older news changes nothing."""
    refund = await store.note_refund(
        connection,
        id=new_id(),
        payment_id=payment.id,
        amount_cents=fact.amount_cents,
        origin="stripe",
        reason=MADE_AT_STRIPE,
        status="failed",
        stripe_refund_id=fact.stripe_refund_id,
        failure_reason=fact.failure_reason,
        requested_by=actor(),
        created_at=fact.created_at or now,
    )
    await book_step(connection, payment, fact, refund.origin, now)
    await tell_failed(connection, payment, refund, fact.failure_reason)
    after_it = {"status": "failed", "amount_cents": refund.amount_cents}
    await record(connection, "refund.failed", ("refund", refund.id), now, after=after_it)


async def adopt(connection: AsyncConnection, payment: Any, fact: RefundFact, now: datetime) -> Any:
    """A refund that was made at Stripe; ours that wait and no longer have room are rejected.

    Raises Conflict where even that makes no room: something has come back, and its news is still to come.
    """
    for waiting in await store.list_waiting(connection, payment.id):
        if left_of(payment) >= fact.amount_cents:
            break
        await mark_rejected(connection, payment, waiting, "The money went back at Stripe already.", now)
        payment = await payment_store.lock_payment(connection, payment.id)
    if left_of(payment) < fact.amount_cents:
        raise Conflict("refund_before_its_turn", f"With {fact.stripe_refund_id}, more has gone back than was paid.")
    made = await add_refund(
        connection, new_id(), payment, fact.amount_cents, "stripe", MADE_AT_STRIPE, now, requested_by=actor()
    )
    return await store.save_refund(connection, made.id, status="processing", stripe_refund_id=fact.stripe_refund_id)


async def settle(
    connection: AsyncConnection, payment: Any, refund: Any, state: RefundState, fact: RefundFact, now: datetime
) -> None:
    """The money went back, or it came back to us."""
    if state == "completed":
        await complete(connection, payment, refund, fact, now)
    else:
        await fail(connection, payment, refund, fact.failure_reason, now)
    before, after_it = {"status": refund.status}, {"status": state, "amount_cents": refund.amount_cents}
    action = f"refund.{state}"
    await record(connection, action, ("refund", refund.id), now, before=before, after=after_it)


async def complete(connection: AsyncConnection, payment: Any, refund: Any, fact: RefundFact, now: datetime) -> None:
    """The money is on its way to the customer."""
    await store.save_refund(connection, refund.id, completed_at=now)
    is_whole = await store.completed_cents(connection, payment.id) == payment.amount_cents
    if is_whole:
        await change_payment(connection, payment, "refunded", now)
    event = events_pb2.RefundCompleted(
        refund_id=str(refund.id),
        payment_id=str(payment.id),
        booking_id=str(payment.booking_id),
        amount_cents=refund.amount_cents,
        origin=f"REFUND_ORIGIN_{refund.origin.upper()}",
        stripe_refund_id=fact.stripe_refund_id,
        is_whole=is_whole,
        addressee=await find_addressee(connection, payment.booking_id),
    )
    await say(connection, event, about=payment.id, version=payment.version + 1)


async def fail(connection: AsyncConnection, payment: Any, refund: Any, reason: str, now: datetime) -> None:
    """Nothing went back, or it came back: the amount may be asked for again, and staff must look."""
    await store.release(connection, refund)
    await store.save_refund(connection, refund.id, failure_reason=reason, completed_at=None)
    await change_payment(connection, payment, "refund_failed", now)
    await tell_failed(connection, payment, refund, reason)


async def tell_failed(connection: AsyncConnection, payment: Any, refund: Any, reason: str) -> None:
    """Staff must look at it."""
    event = events_pb2.RefundFailed(
        refund_id=str(refund.id),
        payment_id=str(payment.id),
        booking_id=str(payment.booking_id),
        amount_cents=refund.amount_cents,
        failure_reason=reason,
    )
    await say(connection, event, about=payment.id, version=payment.version + 1)


async def change_payment(connection: AsyncConnection, payment: Any, fact: FactKind, now: datetime) -> None:
    """The payment is back in full, or no longer."""
    state = after(payment.status, fact)
    if state:
        await payment_store.save_payment(connection, payment, now, status=state)
