"""Apply a fact: what Stripe says of a payment becomes ours, once, whatever way and order it comes in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import structlog
from chassis.outbox import say
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.payments.v1 import events_pb2

from payments.actions.keep_books import book_capture
from payments.actions.return_money import return_money
from payments.audit import record_payment
from payments.domain.fact import Fact
from payments.domain.states import State, after
from payments.store import links
from payments.store import payments as store
from payments.store.addressees import find_addressee

TOO_LATE = {
    "expired": "The booking expired before the money came.",
    "cancelled": "The booking was cancelled before the money came.",
}

SUPERSEDED = "Another payment of another amount had taken its place."

logger = structlog.get_logger()


async def apply_fact(connection: AsyncConnection, fact: Fact, now: datetime) -> bool:
    """Moves the payment that `fact` is about and says so; False when it was older news, or no payment of ours.

    Raises ValueError when more or less came in than was due, which nobody may settle silently.
    """
    payment = await store.lock_for_fact(connection, fact)
    if payment is None:
        logger.warning("a fact of no payment of ours", intent_id=fact.intent_id, fact=fact.kind)
        return False
    state = after(payment.status, fact.kind)
    if state is None:
        return False
    if fact.kind == "succeeded" and fact.amount_cents not in {payment.amount_cents, payment.intended_amount_cents}:
        raise ValueError(f"payment {payment.id} is for {payment.amount_cents} cents, {fact.amount_cents} came")
    await move(connection, payment, state, fact, now)
    return True


async def move(connection: AsyncConnection, payment: Any, state: State, fact: Fact, now: datetime) -> None:
    """Stores the new state, and tells whom it concerns."""
    changes: dict[str, Any] = {"status": state, "stripe_payment_intent_id": fact.intent_id}
    if fact.charge_id:
        changes["stripe_charge_id"] = fact.charge_id
    if state == "succeeded":
        changes |= {"processed_at": now, "failure_reason": "", "amount_cents": fact.amount_cents}
        await book_capture(connection, fact.charge_id, fact.amount_cents, payment, fact.happened_at or now)
    if state == "failed":
        changes["failure_reason"] = fact.failure_reason
    await store.save_payment(connection, payment, now, **changes)
    await record_payment(connection, state, payment, now, status=state, amount_cents=changes.get("amount_cents", 0))
    tell = TELLING.get(state)
    if tell:
        await tell(connection, payment, fact, now)


async def tell_succeeded(connection: AsyncConnection, payment: Any, fact: Fact, now: datetime) -> None:
    """The booking is paid; or it is over, and the money goes back."""
    payment = await store.lock_payment(connection, payment.id)
    closed = await store.find_closed(connection, payment.booking_id)
    if closed or payment.is_superseded:
        why = TOO_LATE[closed.reason] if closed else SUPERSEDED
        await return_money(connection, payment, why, fact.intent_id, now)
        return
    await links.end_links(connection, payment.booking_id, used_at=now)
    event = events_pb2.PaymentSucceeded(
        payment_id=str(payment.id),
        booking_id=str(payment.booking_id),
        amount_cents=payment.amount_cents,
        stripe_payment_intent_id=fact.intent_id,
    )
    event.succeeded_at.FromDatetime(now)
    await say(connection, event, about=payment.id, version=payment.version)


async def tell_failed(connection: AsyncConnection, payment: Any, fact: Fact, _now: datetime) -> None:
    """A try was declined."""
    event = events_pb2.PaymentFailed(
        payment_id=str(payment.id),
        booking_id=str(payment.booking_id),
        failure_reason=fact.failure_reason,
        amount_cents=payment.amount_cents,
        addressee=await find_addressee(connection, payment.booking_id),
    )
    await say(connection, event, about=payment.id, version=payment.version + 1)


async def tell_requires_action(connection: AsyncConnection, payment: Any, _fact: Fact, _now: datetime) -> None:
    """The bank wants to see the customer."""
    event = events_pb2.PaymentRequiresAction(
        payment_id=str(payment.id),
        booking_id=str(payment.booking_id),
        amount_cents=payment.amount_cents,
        addressee=await find_addressee(connection, payment.booking_id),
    )
    await say(connection, event, about=payment.id, version=payment.version + 1)


Tell = Callable[[AsyncConnection, Any, Fact, datetime], Awaitable[None]]
TELLING: dict[State, Tell] = {
    "succeeded": tell_succeeded,
    "failed": tell_failed,
    "requires_action": tell_requires_action,
}
