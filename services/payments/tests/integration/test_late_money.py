"""Money without a living booking goes back by itself, once, whichever news comes first."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

from payments.actions.close_booking import close_booking
from payments.actions.send_cancellation import send_next_cancellation
from payments.actions.send_refund import send_next_refund
from payments_stage import Stage

ORPHANED = ("payment.orphaned", "refund.requested", "refund.approved", "refund.completed")


async def expire(stage: Stage, booking_id: Any) -> None:
    async with stage.database.transaction() as connection:
        await close_booking(connection, booking_id, "expired", stage.now())


async def capture(stage: Stage, intent_id: str) -> None:
    await stage.card(intent_id)
    for event in await stage.events():
        await stage.webhook(event)
    await stage.process_all()


async def refunded_cents(stage: Stage) -> int:
    return sum(refund["amount"] for refund in (await stage.ask("/v1/refunds"))["data"])


async def test_an_expired_booking_cancels_its_intent(stage: Stage) -> None:
    booking = stage.counter.open()
    started = await stage.start(booking)
    await expire(stage, booking)
    assert await send_next_cancellation(stage.database, stage.desk.stripe, stage.now()) == 1
    intent = await stage.ask(f"/v1/payment_intents/{started.payment.stripe_payment_intent_id}")
    (row,) = await stage.rows("SELECT status FROM payment")
    assert (intent["status"], row.status) == ("canceled", "cancelled")


async def test_an_intent_that_was_being_made_when_its_booking_expired_is_cancelled_too(stage: Stage) -> None:
    booking = stage.counter.open()
    await stage.start(booking)
    async with stage.database.transaction() as connection:
        await connection.exec_driver_sql("UPDATE payment SET status = 'creating', stripe_payment_intent_id = NULL")
    await expire(stage, booking)
    await send_next_cancellation(stage.database, stage.desk.stripe, stage.now())
    (intent,) = (await stage.ask("/v1/payment_intents"))["data"]
    assert intent["status"] == "canceled"


async def test_money_that_came_before_the_expiry_was_heard_goes_back(stage: Stage) -> None:
    booking = stage.counter.open()
    started = await stage.start(booking)
    await capture(stage, started.payment.stripe_payment_intent_id)
    await expire(stage, booking)
    await expire(stage, booking)
    await send_next_refund(stage.database, stage.desk.stripe, stage.now())
    assert await refunded_cents(stage) == started.payment.amount_cents
    assert await stage.said() == ["payment.succeeded", *ORPHANED]


async def test_money_that_came_after_the_expiry_goes_back_and_pays_nothing(stage: Stage) -> None:
    booking = stage.counter.open()
    started = await stage.start(booking)
    await expire(stage, booking)
    await stage.card(started.payment.stripe_payment_intent_id)
    await send_next_cancellation(stage.database, stage.desk.stripe, stage.now())
    await send_next_refund(stage.database, stage.desk.stripe, stage.now())
    assert await refunded_cents(stage) == started.payment.amount_cents
    assert await stage.said() == list(ORPHANED)


async def test_two_senders_at_once_refund_once(stage: Stage) -> None:
    booking = stage.counter.open()
    started = await stage.start(booking)
    await capture(stage, started.payment.stripe_payment_intent_id)
    await expire(stage, booking)
    sending = [send_next_refund(stage.database, stage.desk.stripe, stage.now()) for _ in range(4)]
    await asyncio.gather(*sending)
    assert await refunded_cents(stage) == started.payment.amount_cents
    assert (await stage.said()).count("refund.completed") == 1


async def test_a_refund_whose_sender_died_is_sent_under_the_same_key(stage: Stage) -> None:
    booking = stage.counter.open()
    started = await stage.start(booking)
    await capture(stage, started.payment.stripe_payment_intent_id)
    await expire(stage, booking)
    await send_next_refund(stage.database, stage.desk.stripe, stage.now())
    async with stage.database.transaction() as connection:
        await connection.exec_driver_sql(
            "UPDATE refund SET status = 'processing', next_attempt_at = now(), stripe_refund_id = ''"
        )
    await send_next_refund(stage.database, stage.desk.stripe, stage.now() + timedelta(seconds=1))
    assert await refunded_cents(stage) == started.payment.amount_cents
