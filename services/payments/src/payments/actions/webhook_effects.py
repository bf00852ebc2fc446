"""What each type of Stripe's webhooks does: one table. Types that concern nobody are kept, and change nothing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from payments.actions.apply_fact import apply_fact
from payments.actions.apply_refund import apply_refund
from payments.domain.fact import fact_of_intent, id_of
from payments.domain.refund_fact import REFUND_EVENTS, fact_of_refund
from payments.store import refunds
from payments.stripe_client import StripeAccount

Subject = Mapping[str, Any]
Effect = Callable[[AsyncConnection, Subject, datetime], Awaitable[object]]
Answered = Callable[[AsyncConnection, datetime], Awaitable[None]]

CHARGE_REFUNDED = "charge.refunded"


async def move_payment(connection: AsyncConnection, intent: Subject, now: datetime) -> None:
    """payment_intent.*: where the intent is now."""
    fact = fact_of_intent(intent)
    if fact:
        await apply_fact(connection, fact, now)


async def move_refund(connection: AsyncConnection, refund: Subject, now: datetime) -> None:
    """refund.* and charge.refund.updated."""
    await apply_refund(connection, fact_of_refund(refund), now)


EFFECTS: dict[str, Effect] = {
    "payment_intent.": move_payment,
    **dict.fromkeys(REFUND_EVENTS, move_refund),
}
"""By the beginning of the type."""


async def take_effect(connection: AsyncConnection, event_type: str, subject: Subject, now: datetime) -> None:
    """What an event about `subject` changes."""
    for beginning, effect in EFFECTS.items():
        if event_type.startswith(beginning):
            await effect(connection, subject, now)
            return


async def needs_asking(connection: AsyncConnection, event_type: str, subject: Subject) -> bool:
    """Whether the event says too little: a charge says how much went back, and not by which refund."""
    if event_type != CHARGE_REFUNDED or not subject.get("payment_intent"):
        return False
    known = await refunds.cents_at_stripe(connection, id_of(subject["payment_intent"]))
    return known is not None and known != subject["amount_refunded"]


async def ask_stripe(stripe: StripeAccount, _event_type: str, subject: Subject) -> Answered:
    """All refunds of the charge, as Stripe has them now; nothing is open while it is asked."""
    facts = [fact_of_refund(refund) for refund in await stripe.list_refunds_of(subject["id"])]

    async def apply_all(connection: AsyncConnection, now: datetime) -> None:
        for fact in facts:
            await apply_refund(connection, fact, now)

    return apply_all
