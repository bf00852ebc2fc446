"""Adjust a live intent to what is true now: another amount, a customer who signed in, a card to be kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import stripe as stripe_sdk
from chassis.refusal import Conflict
from sqlalchemy.ext.asyncio import AsyncConnection

from payments.actions.apply_fact import apply_fact
from payments.audit import record_payment
from payments.desk import Desk
from payments.domain.fact import fact_of_intent, id_of
from payments.domain.states import after
from payments.store import payments as store

CAPTURED = "succeeded"


@dataclass(frozen=True)
class Terms:
    """What a payment must be for, and who pays; USD cents, and Stripe's id of the customer or nothing."""

    amount_cents: int
    stripe_customer_id: str = ""
    save_card: bool = False


async def adjust_intent(
    desk: Desk, payment: Any, intent: dict[str, Any], terms: Terms, now: datetime
) -> dict[str, Any] | None:
    """The intent as it must be; None when it had gone too far to be changed, so that another must take its place.

    Raises Conflict when its money has come meanwhile, Unavailable when Stripe is away.
    """
    changes = changes_of(intent, terms)
    if not changes and payment.amount_cents == terms.amount_cents:
        return intent
    async with desk.database.transaction() as connection:
        await store.note_intended_amount(connection, payment.id, terms.amount_cents)
    if changes:
        try:
            intent = await desk.stripe.change_intent(intent["id"], changes)
        except stripe_sdk.InvalidRequestError:
            await give_way(desk, payment, intent["id"], now)
            return None
    async with desk.database.transaction() as connection:
        await store.settle_amount(connection, payment.id, terms.amount_cents, terms.stripe_customer_id, now)
        if payment.amount_cents != terms.amount_cents:
            await record_payment(connection, "amount_changed", payment, now, amount_cents=terms.amount_cents)
    return intent


def changes_of(intent: dict[str, Any], terms: Terms) -> dict[str, Any]:
    """What differs. A customer is never taken off an intent: they may be signed out in another window."""
    changes: dict[str, Any] = {}
    if intent["amount"] != terms.amount_cents:
        changes["amount"] = terms.amount_cents
    if terms.stripe_customer_id and id_of(intent.get("customer")) != terms.stripe_customer_id:
        changes["customer"] = terms.stripe_customer_id
    if terms.stripe_customer_id and terms.save_card and not intent.get("setup_future_usage"):
        changes["setup_future_usage"] = "off_session"
    return changes


async def give_way(desk: Desk, payment: Any, intent_id: str, now: datetime) -> None:
    """Ends a payment that can't be changed any more, or takes its money if that came. Raises Conflict then."""
    intent = await desk.stripe.retrieve_intent(intent_id)
    async with desk.database.transaction() as connection:
        if intent["status"] == CAPTURED:
            await take(connection, intent, now)
        else:
            await supersede(connection, payment, now)
    if intent["status"] == CAPTURED:
        raise Conflict("already_paid", f"Booking {payment.booking_number} is paid already.", "booking_id")


async def take(connection: AsyncConnection, intent: dict[str, Any], now: datetime) -> None:
    """The money came before its webhook."""
    fact = fact_of_intent(intent)
    if fact:
        await apply_fact(connection, fact, now)


async def supersede(connection: AsyncConnection, payment: Any, now: datetime) -> None:
    """Another payment takes its place; it is cancelled at Stripe, and money that comes for it goes back."""
    locked = await store.lock_payment(connection, payment.id)
    state = after(locked.status, "closed") if locked else None
    if state:
        await store.save_payment(connection, locked, now, status=state, is_superseded=True, next_attempt_at=now)
        await record_payment(connection, "superseded", locked, now, status=state)
        await store.wake_workers(connection)
