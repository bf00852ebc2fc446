"""Cards that customers keep: by reference alone, the first one usual, paid with, and gone when they say so."""

from __future__ import annotations

import asyncio
from uuid import uuid4

import pytest
from chassis.refusal import NotFound
from payments.actions.ensure_customer import ensure_customer
from payments.actions.keep_card import remove_card, set_default
from payments.actions.pay_with_saved_card import pay_with_saved_card
from payments.actions.send_cards import send_next_default, send_next_removal
from payments.actions.start_payment import Payer
from payments_stage import Stage
from saved_cards import cards, save


async def test_the_first_card_is_the_usual_one_until_another_is_chosen(stage: Stage) -> None:
    customer = uuid4()
    await save(stage, customer)
    newer, usual = sorted(await save(stage, customer, "pm_card_amex"), key=lambda card: card.is_default)
    assert (usual.brand, usual.last_four, newer.brand) == ("visa", "4242", "amex")
    await set_default(stage.database, customer, newer.id, stage.now())
    while await send_next_default(stage.database, stage.desk.stripe, stage.now()):
        pass
    assert [(card.brand, card.is_default) for card in await cards(stage, customer)] == [("amex", True), ("visa", False)]
    (at_stripe,) = (await stage.ask("/v1/customers"))["data"]
    assert at_stripe["invoice_settings"]["default_payment_method"] == newer.stripe_payment_method_id


async def test_a_customer_is_made_once_however_many_ask_at_the_same_moment(stage: Stage) -> None:
    customer = uuid4()
    asked = [ensure_customer(stage.database, stage.desk.stripe, customer, stage.now()) for _ in range(6)]
    assert len(set(await asyncio.gather(*asked))) == 1
    assert len((await stage.ask("/v1/customers"))["data"]) == 1


async def test_the_set_up_alone_is_enough_to_know_the_card(stage: Stage) -> None:
    (card,) = await save(stage, uuid4(), "pm_card_visa", "payment_method.attached")
    assert (card.brand, card.last_four, card.expiry_month) == ("visa", "4242", 12)


async def test_a_removed_card_is_gone_at_once_and_at_stripe_and_stays_so_in_any_order(stage: Stage) -> None:
    customer = uuid4()
    await save(stage, customer)
    usual, other = await save(stage, customer, "pm_card_amex")
    await remove_card(stage.database, customer, usual.id, stage.now())
    (left,) = await cards(stage, customer)
    assert (left.id, left.is_default) == (other.id, True)
    assert await send_next_removal(stage.database, stage.desk.stripe, stage.now()) == 1
    for event in reversed(await stage.events()):
        await stage.webhook(event)
    await stage.process_all()
    assert [card.id for card in await cards(stage, customer)] == [other.id]


async def test_nobody_touches_somebody_elses_card(stage: Stage) -> None:
    (card,) = await save(stage, uuid4())
    for deed in (set_default, remove_card):
        with pytest.raises(NotFound):
            await deed(stage.database, uuid4(), card.id, stage.now())


async def test_a_customers_own_booking_is_paid_with_a_saved_card(stage: Stage) -> None:
    customer = uuid4()
    (card,) = await save(stage, customer)
    booking = stage.counter.open(customer)
    tries = [pay_with_saved_card(stage.desk, uuid4(), booking, customer, card.id, stage.now()) for _ in range(2)]
    paid = await asyncio.gather(*tries, return_exceptions=True)
    assert "succeeded" in {one.payment.status for one in paid if not isinstance(one, BaseException)}
    (intent,) = (await stage.ask("/v1/payment_intents"))["data"]
    assert (intent["status"], intent["payment_method"]) == ("succeeded", card.stripe_payment_method_id)
    assert len((await stage.ask("/v1/charges"))["data"]) == 1


async def test_a_saved_card_that_is_declined_is_told_in_words_and_may_be_tried_again(stage: Stage) -> None:
    customer = uuid4()
    (card,) = await save(stage, customer, "pm_card_chargeCustomerFail")
    booking = stage.counter.open(customer)
    for _ in range(2):
        tried = await pay_with_saved_card(stage.desk, uuid4(), booking, customer, card.id, stage.now())
        assert (tried.payment.status, "declined" in tried.payment.failure_reason) == ("failed", True)
    assert len((await stage.ask("/v1/charges"))["data"]) == 2


async def test_somebody_elses_booking_has_no_customer_at_stripe(stage: Stage) -> None:
    started = await stage.start(stage.counter.open(uuid4()), Payer(uuid4()))
    assert started.payment.stripe_customer_id == ""


async def test_who_signs_in_while_paying_is_attached_and_may_keep_the_card(stage: Stage) -> None:
    customer = uuid4()
    booking = stage.counter.open(customer)
    await stage.start(booking)
    started = await stage.start(booking, Payer(customer, save_card=True))
    await stage.card(started.payment.stripe_payment_intent_id)
    await stage.hear_all()
    assert [card.last_four for card in await cards(stage, customer)] == ["4242"]
