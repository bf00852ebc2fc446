"""Everything that moves money is in the audit log: who, what, how much, before and after."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

from payments.actions.close_booking import close_booking
from payments.actions.keep_card import remove_card, set_default
from payments.api.finance_api import FinanceApi
from payments_stage import Stage, acting
from saved_cards import save
from totetaxi.payments.v1.finance_service_pb2 import GetBalancesRequest

Told = tuple[str, str, Any, Any]


async def trail(stage: Stage) -> list[Told]:
    """Action, actor, and what it was before and after, of payments, oldest first."""
    acts = [act for act in await stage.acts() if act.subject_type == "payment"]
    return [(act.action, act.actor_id, read(act.before), read(act.after)) for act in acts]


def read(text: str) -> Any:
    """Status and amount."""
    told = json.loads(text) if text else {}
    return (told["status"], told["amount_cents"]) if told else None


async def test_a_payment_leaves_a_trail_from_its_start_to_its_money(stage: Stage) -> None:
    payment = (await acting("ada", stage.start(stage.counter.open()))).payment
    await acting("bob", stage.start(payment.booking_id))
    await stage.card(payment.stripe_payment_intent_id, "failed")
    await stage.card(payment.stripe_payment_intent_id)
    await stage.hear_all()
    await stage.hear_all()
    started, *_, captured = await trail(stage)
    assert started == ("payment.started", "ada", None, ("creating", 104_500))
    assert (captured[0], captured[1], captured[3]) == ("payment.succeeded", "payments", ("succeeded", 104_500))
    assert [act[0] for act in await trail(stage)].count("payment.succeeded") == 1


async def test_another_amount_and_an_end_are_told_with_what_was_before(stage: Stage) -> None:
    booking = stage.counter.open()
    await stage.start(booking)
    stage.counter.amount_cents[str(booking)] = 90_000
    await stage.start(booking)
    async with stage.database.transaction() as connection:
        await close_booking(connection, booking, "expired", stage.now())
    told = [(action, before, after) for action, _, before, after in await trail(stage)]
    assert told[1:] == [
        ("payment.amount_changed", ("pending", 104_500), ("pending", 90_000)),
        ("payment.cancelling", ("pending", 90_000), ("cancelling", 90_000)),
    ]


async def test_what_customers_do_with_cards_and_staff_with_balances_is_told(stage: Stage) -> None:
    customer = uuid4()
    await save(stage, customer)
    (card, _) = await save(stage, customer, "pm_card_mastercard")
    await acting("ada", set_default(stage.database, customer, card.id, stage.now()))
    await acting("ada", remove_card(stage.database, customer, card.id, stage.now()))
    await acting("maria", FinanceApi(stage.desk).GetBalances(GetBalancesRequest(), None))
    told = [(act.action, act.actor_id) for act in await stage.acts() if act.actor_id in {"ada", "maria"}]
    assert told == [("card.made_usual", "ada"), ("card.removed", "ada"), ("balances.viewed", "maria")]
