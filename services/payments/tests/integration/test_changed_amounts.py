"""A booking's amount may change while it is being paid: one live intent, for what is due now, and no cent twice."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from chassis.refusal import Conflict
from payments.actions.send_cancellation import send_next_cancellation
from payments_stage import Stage

DUE = 120_000


async def changed(stage: Stage, card: str = "") -> tuple[UUID, Any]:
    """A payment that was started, tried with `card`, and whose booking then cost more."""
    booking = stage.counter.open()
    started = await stage.start(booking)
    if card:
        await stage.act(f"payment_intents/{started.payment.stripe_payment_intent_id}/confirm", {"payment_method": card})
    stage.counter.amount_cents[str(booking)] = DUE
    return booking, started.payment


async def intents(stage: Stage) -> list[dict[str, Any]]:
    return list((await stage.ask("/v1/payment_intents"))["data"])


@pytest.mark.parametrize("card", ["", "pm_card_chargeDeclined"])
async def test_what_was_not_paid_yet_asks_for_the_new_amount_on_the_same_intent(stage: Stage, card: str) -> None:
    booking, before = await changed(stage, card)
    again = await stage.start(booking)
    assert (again.payment.id, again.payment.amount_cents) == (before.id, DUE)
    assert [intent["amount"] for intent in await intents(stage)] == [DUE]
    await stage.card(again.payment.stripe_payment_intent_id)
    await stage.hear_all()
    (row,) = await stage.rows("SELECT status, amount_cents FROM payment")
    assert (row.status, row.amount_cents) == ("succeeded", DUE)


async def test_an_intent_at_the_bank_makes_way_for_another_of_the_new_amount(stage: Stage) -> None:
    booking, before = await changed(stage, "pm_card_threeDSecure2Required")
    again = await stage.start(booking)
    assert again.payment.id != before.id
    await send_next_cancellation(stage.database, stage.desk.stripe, stage.now())
    states = {intent["amount"]: intent["status"] for intent in await intents(stage)}
    assert states == {before.amount_cents: "canceled", DUE: "requires_payment_method"}


async def test_money_that_comes_for_what_made_way_goes_back_and_pays_nothing(stage: Stage) -> None:
    booking, before = await changed(stage, "pm_card_threeDSecure2Required")
    await stage.start(booking)
    await stage.act(f"challenges/{before.stripe_payment_intent_id}/complete")
    await stage.hear_all()
    await stage.send_refunds()
    assert await stage.refunded_cents() == before.amount_cents
    assert "payment.succeeded" not in await stage.said()
    assert (await stage.start(booking)).payment.amount_cents == DUE


async def test_money_that_came_just_before_is_taken_and_the_booking_is_paid(stage: Stage) -> None:
    booking, before = await changed(stage, "pm_card_visa")
    with pytest.raises(Conflict) as refused:
        await stage.start(booking)
    assert refused.value.slug == "already_paid"
    assert (await stage.said()) == ["payment.succeeded"]
    (row,) = await stage.rows("SELECT status, amount_cents FROM payment")
    assert (row.status, row.amount_cents) == ("succeeded", before.amount_cents)


async def test_a_change_that_broke_off_after_stripe_took_it_is_finished_by_the_payment_itself(stage: Stage) -> None:
    booking, before = await changed(stage)
    await stage.start(booking)
    async with stage.database.transaction() as connection:
        await connection.exec_driver_sql(
            "UPDATE payment SET intended_amount_cents = amount_cents, amount_cents = 104500"
        )
    await stage.card(before.stripe_payment_intent_id)
    await stage.hear_all()
    (row,) = await stage.rows("SELECT status, amount_cents FROM payment")
    assert (row.status, row.amount_cents) == ("succeeded", DUE)
