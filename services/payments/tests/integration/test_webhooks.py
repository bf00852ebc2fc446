"""Webhooks: believed only when signed, stored before they are answered, and effective once in any order."""

from __future__ import annotations

import asyncio
import random
from typing import Any

import pytest
from chassis.refusal import Invalid
from payments.domain.fact import fact_of_intent
from payments.store import webhooks
from payments_stage import Stage


async def paid(stage: Stage) -> tuple[Any, list[dict[str, Any]]]:
    """A payment whose first card was declined and whose second was taken, and all of Stripe's events."""
    started = await stage.start(stage.counter.open())
    intent = started.payment.stripe_payment_intent_id
    await stage.card(intent, "failed", "insufficient_funds")
    await stage.card(intent)
    return started.payment, await stage.events()


async def test_a_captured_payment_is_told_once(stage: Stage) -> None:
    _, events = await paid(stage)
    for event in events:
        await stage.webhook(event)
    await stage.process_all()
    (row,) = await stage.rows("SELECT status, stripe_charge_id, processed_at FROM payment")
    assert row.status == "succeeded"
    assert row.stripe_charge_id.startswith("ch_")
    assert row.processed_at is not None
    assert await stage.said() == ["payment.failed", "payment.succeeded"]


async def test_the_same_webhooks_fifty_times_at_once_and_in_any_order_change_nothing_more(stage: Stage) -> None:
    _, events = await paid(stage)
    many = [event for event in events for _ in range(50)]
    random.Random(7).shuffle(many)
    for start in range(0, len(many), 16):
        batch = many[start : start + 16]
        await asyncio.gather(*(stage.webhook(event) for event in batch), stage.process_all(), stage.process_all())
    await stage.process_all()
    (row,) = await stage.rows("SELECT status FROM payment")
    assert row.status == "succeeded"
    assert (await stage.said()).count("payment.succeeded") == 1
    (count,) = await stage.rows("SELECT count(*) AS stored FROM webhook_event")
    assert count.stored == len(events)


async def test_the_newest_event_first_is_not_undone_by_the_older_ones(stage: Stage) -> None:
    _, events = await paid(stage)
    for event in reversed(events):
        await stage.webhook(event)
        await stage.process_all()
    (row,) = await stage.rows("SELECT status, failure_reason FROM payment")
    assert (row.status, row.failure_reason) == ("succeeded", "")
    assert await stage.said() == ["payment.succeeded"]


@pytest.mark.parametrize("secret", ["whsec_somebody_elses", ""])
async def test_a_bad_signature_is_refused_and_stored_nowhere(stage: Stage, secret: str) -> None:
    _, events = await paid(stage)
    with pytest.raises(Invalid) as refused:
        await stage.webhook(events[-1], secret or "x")
    assert refused.value.slug == "bad_signature"
    assert await stage.rows("SELECT 1 FROM webhook_event") == []


async def test_the_older_secret_still_counts_while_it_is_rotated(stage: Stage) -> None:
    _, events = await paid(stage)
    assert await stage.webhook(events[-1], "whsec_older_one") is False
    assert await stage.webhook(events[-1]) is True


async def test_an_event_that_can_not_be_processed_waits_and_the_others_go_on(stage: Stage) -> None:
    _, events = await paid(stage)
    success = next(event for event in events if event["type"] == "payment_intent.succeeded")
    wrong = {**success, "id": "evt_wrong", "data": {"object": {**success["data"]["object"], "amount_received": 1}}}
    await stage.webhook(wrong)
    await stage.process_all()
    (row,) = await stage.rows("SELECT attempts, last_error, processed_at FROM webhook_event")
    assert row.attempts > 0
    assert row.processed_at is None
    assert "1 came" in row.last_error
    await stage.webhook(success)
    await stage.process_all()
    (row,) = await stage.rows("SELECT status FROM payment")
    assert row.status == "succeeded"


async def test_a_webhook_that_overtakes_our_own_commit_finds_its_payment(stage: Stage) -> None:
    _, events = await paid(stage)
    async with stage.database.transaction() as connection:
        await connection.exec_driver_sql("UPDATE payment SET status = 'creating', stripe_payment_intent_id = NULL")
    for event in events:
        await stage.webhook(event)
    await stage.process_all()
    (row,) = await stage.rows("SELECT status, stripe_payment_intent_id FROM payment")
    assert row.status == "succeeded"
    assert row.stripe_payment_intent_id.startswith("pi_")


async def test_replaying_stored_webhooks_changes_nothing(stage: Stage) -> None:
    _, events = await paid(stage)
    for event in events:
        await stage.webhook(event)
    await stage.process_all()
    before = await stage.said()
    async with stage.database.transaction() as connection:
        count = await webhooks.process_again(connection, stage.now().replace(year=2020), "", stage.now())
    await stage.process_all()
    assert count == len(events)
    assert await stage.said() == before


async def test_what_stripe_answers_means_what_its_webhook_meant(stage: Stage) -> None:
    payment, events = await paid(stage)
    asked = fact_of_intent(await stage.ask(f"/v1/payment_intents/{payment.stripe_payment_intent_id}"))
    told = fact_of_intent(events[-1]["data"]["object"])
    assert asked == told
