"""Whatever people, banks and staff do, in any order, told any number of times: our books are Stripe's, to the cent."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import requests
from chassis.identifiers import new_id
from chassis.refusal import Refusal
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some
from payments.actions.close_booking import close_booking
from payments.actions.decide_refund import approve_refund, reject_refund
from payments.actions.request_refund import Wish, request_refund
from payments_stage import KEY, Stage, acting

CARDS = ("pm_card_visa", "pm_card_visa", "pm_card_createDispute", "pm_card_pendingRefund", "pm_card_chargeDeclined")


class Street:
    """Everybody who moves money, choosing what to do by dice."""

    def __init__(self, stage: Stage, dice: random.Random) -> None:
        self.stage = stage
        self.dice = dice

    async def one_of(self, path: str) -> dict[str, Any] | None:
        found = (await self.stage.ask(f"{path}?limit=100"))["data"]
        return self.dice.choice(found) if found else None

    async def pay(self) -> None:
        payment = (await self.stage.start(self.stage.counter.open())).payment
        place = f"{self.stage.sandbox}/sandbox/payment_intents/{payment.stripe_payment_intent_id}/confirm"
        await self.post(place, json={"payment_method": self.dice.choice(CARDS)})

    async def refund(self) -> None:
        payment = self.dice.choice(await self.stage.rows("SELECT * FROM payment") or [None])
        if payment is None:
            return
        wish = Wish(payment.id, self.dice.randint(0, payment.amount_cents), "It was late.")
        asked = await acting("maria", request_refund(self.stage.database, new_id(), wish, self.stage.now()))
        if self.dice.random() < 0.2:
            await acting("dan", reject_refund(self.stage.database, asked.id, "No.", self.stage.now()))
        else:
            await acting("dan", approve_refund(self.stage.database, asked.id, self.stage.now()))
        if self.dice.random() < 0.7:
            await self.stage.send_refunds()

    async def refund_by_hand(self) -> None:
        if intent := await self.one_of("/v1/payment_intents"):
            data = {"payment_intent": intent["id"], "amount": str(self.dice.randint(1, intent["amount"]))}
            await self.post(f"{self.stage.sandbox}/v1/refunds", data=data)

    async def decide_refund(self) -> None:
        if refund := await self.one_of("/v1/refunds"):
            await self.post(f"{self.stage.sandbox}/sandbox/refunds/{refund['id']}/{self.dice.choice(OUTCOMES)}")

    async def dispute(self) -> None:
        if charge := await self.one_of("/v1/charges"):
            await self.post(f"{self.stage.sandbox}/sandbox/charges/{charge['id']}/dispute")

    async def decide_dispute(self) -> None:
        if dispute := await self.one_of("/v1/disputes"):
            await self.post(
                f"{self.stage.sandbox}/sandbox/disputes/{dispute['id']}/{self.dice.choice(('win', 'lose'))}"
            )

    async def close(self) -> None:
        for payment in self.dice.sample(await self.stage.rows("SELECT * FROM payment"), 1):
            how, cents = self.dice.choice((("expired", None), ("cancelled", None), ("cancelled", 50_000)))
            async with self.stage.database.transaction() as connection:
                await close_booking(connection, payment.booking_id, how, self.stage.now(), cents)

    async def hear(self) -> None:
        """A handful of everything that Stripe ever told, some of it again."""
        events = await self.stage.events()
        for event in self.dice.sample(events, min(len(events), 12)):
            await self.stage.webhook(event)
        await self.stage.process_all()

    async def post(self, url: str, **sent: Any) -> None:
        headers = {"Authorization": f"Bearer {KEY}"}
        await asyncio.to_thread(requests.post, url, headers=headers, timeout=5, **sent)

    async def settle(self) -> None:
        """Everything that is left: each webhook comes again, shuffled, and what is approved is sent."""
        for _ in range(3):
            events = [event for event in await self.stage.events() for _ in range(2)]
            self.dice.shuffle(events)
            for event in events:
                await self.stage.webhook(event)
            await self.stage.process_all(timedelta(minutes=5))
            await self.stage.send_refunds()
        await self.stage.book_fees()


OUTCOMES = ("succeed", "fail")
DEEDS: dict[str, Callable[[Street], Awaitable[None]]] = {
    "pay": Street.pay,
    "refund": Street.refund,
    "refund by hand": Street.refund_by_hand,
    "the bank decides a refund": Street.decide_refund,
    "dispute": Street.dispute,
    "the bank decides a dispute": Street.decide_dispute,
    "close": Street.close,
    "hear": Street.hear,
}


@settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=some.integers(0, 10_000), deeds=some.lists(some.sampled_from(sorted(DEEDS)), min_size=4, max_size=16))
async def test_the_books_are_stripes(stage: Stage, seed: int, deeds: list[str]) -> None:
    street = Street(stage, random.Random(seed))
    await street.pay()
    for deed in deeds:
        try:
            await DEEDS[deed](street)
        except Refusal:
            continue
    await street.settle()
    await agree(stage)


async def agree(stage: Stage) -> None:
    """Ours is Stripe's, and nothing waits."""
    balances = await stage.balances()
    (available,) = (await stage.ask("/v1/balance"))["available"]
    assert balances.get("cash_at_stripe", 0) == available["amount"]
    assert sum(balances.values()) == 0
    charges = {charge["payment_intent"]: charge for charge in (await stage.ask("/v1/charges?limit=100"))["data"]}
    for payment in await stage.rows("SELECT * FROM payment WHERE status IN ('succeeded', 'refunded')"):
        held = await stage.rows("SELECT payment_id, amount_cents, status FROM refund")
        ours = [row for row in held if row.payment_id == payment.id and row.status in {"processing", "completed"}]
        assert sum(row.amount_cents for row in ours) == charges[payment.stripe_payment_intent_id]["amount_refunded"]
    assert await stage.rows("SELECT id, last_error FROM webhook_event WHERE processed_at IS NULL") == []
