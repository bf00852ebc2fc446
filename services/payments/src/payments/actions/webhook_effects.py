"""What each type of Stripe's webhooks does: one table. Types that concern nobody are kept, and change nothing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from payments.actions.apply_charge import apply_charge
from payments.actions.apply_dispute import apply_dispute
from payments.actions.apply_fact import apply_fact
from payments.actions.apply_invoice import apply_invoice, apply_subscription
from payments.actions.apply_refund import apply_refund
from payments.actions.keep_card import forget_card, keep_card
from payments.domain.dispute import fact_of_dispute, instant
from payments.domain.dunning import fact_of_invoice
from payments.domain.fact import fact_of_intent
from payments.domain.refund_fact import REFUND_EVENTS, fact_of_refund
from payments.domain.saved_card import saved_card_of

Subject = Mapping[str, Any]
QUESTIONS = ("charge.refunded", "setup_intent.succeeded")
"""These say too little: Stripe is asked what they mean (`webhook_questions.py`)."""

Effect = Callable[[AsyncConnection, Subject, "Moment"], Awaitable[object]]


@dataclass(frozen=True)
class Moment:
    """When something happened at Stripe, and when we learn of it."""

    happened_at: datetime
    now: datetime
    retry_days: Sequence[int] = ()
    """After how many days each failed invoice is tried again."""


async def move_payment(connection: AsyncConnection, intent: Subject, moment: Moment) -> None:
    """payment_intent.*: where the intent is now."""
    fact = fact_of_intent(intent)
    if fact:
        await apply_fact(connection, replace(fact, happened_at=moment.happened_at), moment.now)


async def take_charge(connection: AsyncConnection, charge: Subject, _moment: Moment) -> None:
    """charge.succeeded: money came, whomever it is from."""
    await apply_charge(connection, charge)


async def move_refund(connection: AsyncConnection, refund: Subject, moment: Moment) -> None:
    """refund.* and charge.refund.updated."""
    await apply_refund(connection, fact_of_refund(refund), moment.now)


async def move_dispute(connection: AsyncConnection, dispute: Subject, moment: Moment) -> None:
    """charge.dispute.*"""
    await apply_dispute(connection, fact_of_dispute(dispute), moment.now)


async def keep(connection: AsyncConnection, method: Subject, moment: Moment) -> None:
    """payment_method.attached and updated: a customer keeps a card with us."""
    await keep_card(connection, saved_card_of(method), moment.happened_at, moment.now)


async def forget(connection: AsyncConnection, method: Subject, moment: Moment) -> None:
    """payment_method.detached: they don't any more."""
    await forget_card(connection, saved_card_of(method), moment.happened_at, moment.now)


async def move_invoice(connection: AsyncConnection, invoice: Subject, moment: Moment) -> None:
    """invoice.*: a month of storage."""
    fact = fact_of_invoice(invoice)
    if fact:
        await apply_invoice(connection, fact, moment.retry_days, moment.happened_at, moment.now)


async def move_subscription(connection: AsyncConnection, subscription: Subject, moment: Moment) -> None:
    """customer.subscription.*: storage that is billed."""
    await apply_subscription(connection, subscription, moment.now)


EFFECTS: dict[str, Effect] = {
    "payment_intent.": move_payment,
    "charge.succeeded": take_charge,
    "charge.dispute.": move_dispute,
    "invoice.": move_invoice,
    "customer.subscription.": move_subscription,
    "payment_method.detached": forget,
    "payment_method.": keep,
    **dict.fromkeys(REFUND_EVENTS, move_refund),
}
"""By the beginning of the type."""


def concerns_us(event_type: str) -> bool:
    """Whether an event of this type may change anything."""
    return event_type in QUESTIONS or event_type.startswith(tuple(EFFECTS))


async def take_effect(
    connection: AsyncConnection, event: Subject, now: datetime, retry_days: Sequence[int] = ()
) -> None:
    """What an event of Stripe changes."""
    moment = Moment(instant(event["created"]), now, retry_days)
    for beginning, effect in EFFECTS.items():
        if event["type"].startswith(beginning):
            await effect(connection, event["data"]["object"], moment)
            return
