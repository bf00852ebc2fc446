"""Booking hears payments over a real NATS, and what it can't take goes to the dead letters with the reason."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any
from uuid import UUID

import pytest
from booking.events import listeners
from booking_stage import NOW, TOTAL_CENTS, booked, history_of, payment_of, said, status_of
from chassis.broker import Broker
from chassis.clock import FixedClock
from chassis.consumer import Consumer, Patience
from chassis.database import Database
from chassis.dead_letters import list_letters
from chassis.outbox import say
from chassis.relay import Relay
from messaging_stage import prepare, running
from totetaxi.booking.v1.events_pb2 import BookingPaid
from totetaxi.payments.v1.events_pb2 import PaymentSucceeded

QUICK = Patience(tries=3, first_retry=0.05, longest_retry=0.1, fetch=0.5, silence=1.0, acknowledgement=2.0)

Say = Callable[[PaymentSucceeded], Awaitable[None]]
Eventually = Callable[..., Awaitable[Any]]


@pytest.fixture
async def booking_broker(nats_server: Any) -> AsyncIterator[Broker]:
    broker = Broker(nats_server.url("booking"), "booking", check_seconds=0.5)
    yield broker
    await broker.close()


@pytest.fixture
async def payments_say(
    empty_database: Callable[[], str], nats_server: Any, booking_broker: Broker, database: Database
) -> AsyncIterator[Say]:
    """Payments, saying events through an outbox of its own while booking listens."""
    outbox = await prepare(empty_database())
    broker = Broker(nats_server.url("payments"), "payments", check_seconds=0.5)
    [listener] = [each for each in listeners(FixedClock(NOW)) if each.event is PaymentSucceeded]

    async def say_it(event: PaymentSucceeded) -> None:
        async with outbox.transaction() as connection:
            await say(connection, event, UUID(event.payment_id))

    consumer = Consumer(listener, "booking", database, booking_broker, QUICK)
    async with running(Relay(outbox, broker, "payments").run, consumer.run):
        yield say_it
    await broker.close()
    await outbox.close()


async def test_a_payment_told_five_times_pays_once(
    database: Database, payments_say: Say, eventually: Eventually
) -> None:
    booking = (await booked(database)).booking
    payment = payment_of(booking.id)
    for _ in range(5):
        await payments_say(payment)
    other = (await booked(database)).booking
    await payments_say(payment_of(other.id))

    async def both_are_paid() -> bool:
        return {await status_of(database, made.id) for made in (booking, other)} == {"paid"}

    await eventually(both_are_paid)
    assert len(await said(database, BookingPaid)) == 2
    assert len(await history_of(database, booking.id)) == 2


async def test_a_wrong_amount_is_put_aside_with_its_reason_and_blocks_nobody(
    database: Database, payments_say: Say, booking_broker: Broker, eventually: Eventually
) -> None:
    cheated, honest = (await booked(database)).booking, (await booked(database)).booking
    await payments_say(payment_of(cheated.id, amount_cents=100))
    await payments_say(payment_of(honest.id))
    letters = await eventually(lambda: list_when_there(booking_broker))
    assert letters[0].durable == "booking-mark-paid"
    assert letters[0].reason == f"WrongAmountError: The payment is 100 cents and the booking costs {TOTAL_CENTS} cents."
    assert await status_of(database, cheated.id) == "pending"
    assert await status_of(database, honest.id) == "paid"


async def list_when_there(broker: Broker) -> list[Any]:
    return await list_letters(await broker.connected(), "booking")
