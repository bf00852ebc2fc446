"""One live intent a booking, for booking's amount, however often and however many at once ask."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
import requests
from booking_counter import AMOUNT_CENTS
from chassis.identifiers import new_id
from chassis.refusal import Conflict, NotFound, Unavailable
from payments.actions.start_payment import Payer, start_payment
from payments.stripe_account import open_stripe
from payments_stage import Stage
from totetaxi.booking.v1 import booking_pb2
from waiting import until


async def test_asking_again_and_at_once_gives_the_same_intent(stage: Stage) -> None:
    booking = stage.counter.open()
    first = await stage.start(booking)
    others = await asyncio.gather(*(stage.start(booking) for _ in range(10)))
    intents = {one.payment.stripe_payment_intent_id for one in (first, *others)}
    assert len(intents) == 1
    assert {one.client_secret for one in others} == {first.client_secret}
    assert len((await stage.ask("/v1/payment_intents"))["data"]) == 1


async def test_first_tries_at_the_same_moment_make_one_intent(stage: Stage) -> None:
    booking = stage.counter.open()
    started = await asyncio.gather(*(stage.start(booking) for _ in range(8)))
    assert len({one.payment.id for one in started}) == 1
    assert len((await stage.ask("/v1/payment_intents"))["data"]) == 1


async def test_the_amount_is_bookings(stage: Stage) -> None:
    started = await stage.start(stage.counter.open())
    intent = await stage.ask(f"/v1/payment_intents/{started.payment.stripe_payment_intent_id}")
    assert (started.payment.amount_cents, intent["amount"]) == (AMOUNT_CENTS, AMOUNT_CENTS)
    assert started.payment.status == "pending"


async def test_the_clients_secret_is_stored_nowhere(stage: Stage) -> None:
    started = await stage.start(stage.counter.open())
    (row,) = await stage.rows("SELECT payment::text AS everything FROM payment")
    assert started.client_secret not in row.everything


async def test_an_unknown_booking_is_refused(stage: Stage) -> None:
    with pytest.raises(NotFound):
        await stage.start(uuid4())


@pytest.mark.parametrize(
    ("status", "slug"),
    [
        (booking_pb2.BOOKING_STATUS_PAID, "already_paid"),
        (booking_pb2.BOOKING_STATUS_EXPIRED, "booking_expired"),
        (booking_pb2.BOOKING_STATUS_CANCELLED, "booking_cancelled"),
    ],
)
async def test_what_can_not_be_paid_is_refused(stage: Stage, status: int, slug: str) -> None:
    booking = stage.counter.open()
    stage.counter.status[str(booking)] = status
    with pytest.raises(Conflict) as refused:
        await stage.start(booking)
    assert refused.value.slug == slug
    assert await stage.rows("SELECT 1 FROM payment") == []


async def test_stripe_away_leaves_nothing_half_made_and_the_next_try_goes_on(stage: Stage) -> None:
    booking = stage.counter.open()
    await fail_requests(stage, 3)
    with pytest.raises(Unavailable) as refused:
        await stage.start(booking)
    assert refused.value.retry_after_seconds is not None
    (waiting,) = await stage.rows("SELECT id, status FROM payment")
    assert waiting.status == "creating"
    started = await stage.start(booking)
    assert (started.payment.id, started.payment.status) == (waiting.id, "pending")


async def test_stripe_slow_is_refused_in_time_with_when_to_come_back(stage: Stage) -> None:
    booking = stage.counter.open()
    await misbehave(stage, slow_seconds=1.5)
    impatient = open_stripe(stage.desk.settings.model_copy(update={"stripe_deadline_seconds": 0.3}))
    with pytest.raises(Unavailable) as refused:
        await start_payment(replace(stage.desk, stripe=impatient), new_id(), booking, Payer(), stage.now())
    assert refused.value.retry_after_seconds == 2
    await misbehave(stage, slow_seconds=0)
    started = await until(lambda: started_unless_busy(stage, booking))
    assert [intent["id"] for intent in (await stage.ask("/v1/payment_intents"))["data"]] == [
        started.payment.stripe_payment_intent_id
    ]


async def started_unless_busy(stage: Stage, booking: Any) -> Any:
    """None while Stripe still works at the first request of that idempotency key."""
    try:
        return await stage.start(booking)
    except Unavailable:
        return None


async def misbehave(stage: Stage, **faults: float) -> None:
    await asyncio.to_thread(requests.post, f"{stage.sandbox}/sandbox/faults", json=faults, timeout=5)


async def fail_requests(stage: Stage, count: int) -> None:
    """The sandbox answers 500 to the next calls: one try and the SDK's two retries."""
    await misbehave(stage, fail_requests=count)


@pytest.mark.parametrize(("cents", "is_charged"), [(49, False), (50, True)])
async def test_what_no_card_can_be_charged_is_refused_in_words_before_anything_is_made(
    stage: Stage, cents: int, is_charged: bool
) -> None:
    booking_id = stage.counter.open()
    stage.counter.amount_cents[str(booking_id)] = cents
    if is_charged:
        assert (await stage.start(booking_id)).payment.amount_cents == 50
        return
    with pytest.raises(Conflict) as refused:
        await stage.start(booking_id)
    assert (refused.value.slug, "owes $0.49" in refused.value.message) == ("amount_too_small", True)
    assert (await stage.rows("SELECT * FROM payment"), await stage.events()) == ([], [])
