"""Webhooks that tell of something without saying what: Stripe is asked first, with nothing open meanwhile."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from payments.actions.apply_refund import apply_refund
from payments.actions.keep_card import keep_card
from payments.actions.webhook_effects import QUESTIONS
from payments.domain.dispute import instant
from payments.domain.fact import id_of
from payments.domain.refund_fact import fact_of_refund, in_turn
from payments.domain.saved_card import saved_card_of
from payments.store import methods, refunds
from payments.stripe_account import StripeAccount

Subject = Mapping[str, Any]
Answered = Callable[[AsyncConnection, datetime], Awaitable[None]]

CHARGE_REFUNDED, CARD_SAVED = QUESTIONS


async def needs_asking(connection: AsyncConnection, event_type: str, subject: Subject) -> bool:
    """Whether we know less than the event supposes: which refund it was, or what the card is."""
    if event_type == CHARGE_REFUNDED and subject.get("payment_intent"):
        known = await refunds.cents_at_stripe(connection, id_of(subject["payment_intent"]))
        return known is not None and known != subject["amount_refunded"]
    if event_type == CARD_SAVED and subject.get("customer"):
        return await methods.lock_at_stripe(connection, id_of(subject["payment_method"])) is None
    return False


async def ask_stripe(stripe: StripeAccount, event: Subject) -> Answered:
    """What the event means, as Stripe has it now. Raises Unavailable."""
    subject = event["data"]["object"]
    if event["type"] == CHARGE_REFUNDED:
        return await ask_refunds(stripe, subject["id"])
    return await ask_card(stripe, id_of(subject["payment_method"]), instant(event["created"]))


async def ask_refunds(stripe: StripeAccount, charge_id: str) -> Answered:
    """All refunds of a charge."""
    facts = in_turn(fact_of_refund(refund) for refund in await stripe.list_refunds_of(charge_id))

    async def apply_all(connection: AsyncConnection, now: datetime) -> None:
        for fact in facts:
            await apply_refund(connection, fact, now)

    return apply_all


async def ask_card(stripe: StripeAccount, method: str, happened_at: datetime) -> Answered:
    """The card that a set-up saved."""
    card = saved_card_of(await stripe.retrieve_method(method))

    async def keep(connection: AsyncConnection, now: datetime) -> None:
        if card.stripe_customer_id:
            await keep_card(connection, card, happened_at, now)

    return keep
