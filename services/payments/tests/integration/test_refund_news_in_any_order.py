"""Refunds whose news comes in another order than they happened: no cent is booked that Stripe does not have."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import requests
from payments_stage import KEY, Stage


async def by_hand(stage: Stage, intent_id: str, cents: int) -> str:
    """A refund made in Stripe's dashboard; its id."""
    data = {"payment_intent": intent_id, "amount": str(cents)}
    headers = {"Authorization": f"Bearer {KEY}"}
    place = f"{stage.sandbox}/v1/refunds"
    answer = await asyncio.to_thread(requests.post, place, data=data, headers=headers, timeout=5)
    return str(answer.json()["id"])


async def news_of(stage: Stage, refund_id: str) -> list[dict[str, Any]]:
    """What Stripe told of one refund by itself, oldest first."""
    told = [event for event in await stage.events() if event["data"]["object"]["id"] == refund_id]
    return sorted(told, key=lambda event: event["created"])


async def hear(stage: Stage, *events: dict[str, Any]) -> None:
    """These in this order, each processed before the next comes."""
    for event in events:
        await stage.webhook(event)
        await stage.process_all()


async def is_at_stripe(stage: Stage) -> bool:
    """Whether our cash is Stripe's balance, and nothing waits."""
    (available,) = (await stage.ask("/v1/balance"))["available"]
    waiting = await stage.rows("SELECT id FROM webhook_event WHERE processed_at IS NULL")
    return (await stage.balances()).get("cash_at_stripe", 0) == available["amount"] and not waiting


async def test_a_refund_that_came_back_before_we_heard_of_it_took_nothing(stage: Stage) -> None:
    payment = await stage.paid()
    await stage.book_fees()
    refund_id = await by_hand(stage, payment.stripe_payment_intent_id, 60_000)
    await stage.act(f"refunds/{refund_id}/fail")
    await hear(stage, *reversed(await news_of(stage, refund_id)))
    (refund,) = await stage.rows("SELECT status, origin, amount_cents FROM refund")
    assert (refund.status, refund.origin, refund.amount_cents) == ("failed", "stripe", 60_000)
    (row,) = await stage.rows("SELECT status, refunded_cents FROM payment")
    assert (row.status, row.refunded_cents) == ("succeeded", 0)
    assert await is_at_stripe(stage)
    assert [name for name in await stage.said() if name.startswith("refund.")] == ["refund.failed"]


async def test_a_refund_of_no_payment_of_ours_that_came_back_first_is_booked_both_ways(stage: Stage) -> None:
    payment = await stage.paid()
    await stage.book_fees()
    refund_id = await by_hand(stage, payment.stripe_payment_intent_id, 60_000)
    await stage.act(f"refunds/{refund_id}/fail")
    news = await news_of(stage, refund_id)
    for event in news:
        event["data"]["object"]["payment_intent"] = "pi_of_somebody_else"
    await hear(stage, *reversed(news))
    assert await is_at_stripe(stage)


async def test_a_refund_waits_for_the_news_that_makes_room_for_it(stage: Stage) -> None:
    payment = await stage.paid()
    await stage.book_fees()
    first = await by_hand(stage, payment.stripe_payment_intent_id, payment.amount_cents)
    await stage.act(f"refunds/{first}/fail")
    second = await by_hand(stage, payment.stripe_payment_intent_id, payment.amount_cents)
    made, *came_back = await news_of(stage, first)
    await hear(stage, *await news_of(stage, second), made)
    (waiting,) = await stage.rows("SELECT last_error FROM webhook_event WHERE processed_at IS NULL")
    assert "more has gone back than was paid" in waiting.last_error
    await hear(stage, *came_back)
    await stage.process_all(timedelta(minutes=5))
    rows = await stage.rows("SELECT stripe_refund_id, status FROM refund")
    assert {(row.stripe_refund_id, row.status) for row in rows} == {(first, "failed"), (second, "completed")}
    assert await is_at_stripe(stage)


async def test_reconciliation_takes_what_came_back_first(stage: Stage) -> None:
    payment = await stage.paid()
    await stage.book_fees()
    first = await by_hand(stage, payment.stripe_payment_intent_id, payment.amount_cents)
    await hear(stage, (await news_of(stage, first))[0])
    await stage.act(f"refunds/{first}/fail")
    second = await by_hand(stage, payment.stripe_payment_intent_id, payment.amount_cents)
    await stage.reconcile()
    await stage.process_all(timedelta(minutes=5))
    rows = await stage.rows("SELECT stripe_refund_id, status FROM refund")
    assert {(row.stripe_refund_id, row.status) for row in rows} == {(first, "failed"), (second, "completed")}
    assert await is_at_stripe(stage)
