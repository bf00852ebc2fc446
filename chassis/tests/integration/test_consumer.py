"""A listener's effect happens once for each event, whatever happens to the delivery."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

import sqlalchemy as sa
from chassis.broker import Broker, jetstream_of
from chassis.database import Database
from chassis.events import fact_of, headers_of
from chassis.identifiers import new_id
from chassis.inbox import hear_once
from chassis.listening import Delivery, Listener
from chassis.outbox import claim_heads
from chassis.patience import Patience
from messaging_stage import (
    CONFIRMING,
    DURABLE,
    QUICK,
    confirmed,
    consumer,
    deliveries,
    effects,
    relay,
    running,
    say_paid,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import BookingPaid

Eventually = Callable[..., Awaitable[object]]


async def test_two_replicas_share_the_events_and_each_is_handled_once(
    database: Database, booking: Broker, make_broker: Callable[[str], Broker], eventually: Eventually
) -> None:
    payments = [f"payment {number:02}" for number in range(30)]
    for payment in payments:
        await say_paid(database, new_id(), payment)
    replicas = [consumer(database, make_broker("notifications")) for _ in range(2)]
    async with running(relay(database, booking).run, *(replica.run for replica in replicas)):
        await eventually(confirmed(database, *payments))


async def test_a_listener_that_starts_before_the_stream_exists_hears_all_the_same(
    database: Database, booking: Broker, notifications: Broker, eventually: Eventually
) -> None:
    async with running(consumer(database, notifications).run):
        await say_paid(database, new_id(), "payment")
        async with running(relay(database, booking).run):
            await eventually(confirmed(database, "payment"))


async def test_the_same_event_published_twice_has_one_effect(
    database: Database, booking: Broker, notifications: Broker, eventually: Eventually
) -> None:
    await say_paid(database, new_id(), "payment")
    await relay(database, booking).flush()
    async with database.transaction() as connection:
        await connection.execute(sa.text("UPDATE outbox SET published_at = NULL, leased_until = NULL"))
        [fact] = await claim_heads(connection, 30, 1)
    twice = {**headers_of(fact), "Nats-Msg-Id": "as if the duplicate window had passed"}
    await jetstream_of(await booking.connected()).publish(fact.subject, fact.payload, headers=twice)
    await say_paid(database, new_id(), "the last one")
    async with running(relay(database, booking).run, consumer(database, notifications).run):
        await eventually(confirmed(database, "payment", "the last one"))


async def test_a_crash_between_commit_and_acknowledgement_has_one_effect(
    database: Database, booking: Broker, notifications: Broker, eventually: Eventually
) -> None:
    short = Patience(fetch=0.5, acknowledgement=1.0)
    await say_paid(database, new_id(), "payment")
    await relay(database, booking).flush()
    crashing = consumer(database, notifications, short)
    message = await crashing.subscription.next()
    assert message is not None
    assert await hear_once(
        database, CONFIRMING, DURABLE, fact_of(message.subject, message.headers, message.data), attempt=1
    )
    async with running(consumer(database, notifications, short).run):
        await eventually(lambda: nothing_unacknowledged(notifications))
    assert await effects(database) == ["payment"]


async def nothing_unacknowledged(broker: Broker) -> bool:
    """Whether every event delivered to the listener was answered."""
    info = await jetstream_of(await broker.connected()).consumer_info("BOOKING", DURABLE)
    return info.num_ack_pending == 0 and info.num_pending == 0


async def test_a_handler_that_fails_leaves_neither_effect_nor_inbox_row_and_is_tried_again(
    database: Database, booking: Broker, notifications: Broker, eventually: Eventually
) -> None:
    attempts: list[int] = []
    times: list[float] = []

    async def fail_twice(connection: AsyncConnection, event: BookingPaid, delivery: Delivery) -> None:
        attempts.append(delivery.attempt)
        times.append(time.monotonic())
        await CONFIRMING.handle(connection, event, delivery)
        if delivery.attempt < 3:
            raise ValueError("not yet")

    await say_paid(database, new_id(), "payment")
    patient = Patience(first_retry=0.3, fetch=0.5)
    async with running(
        relay(database, booking).run,
        consumer(database, notifications, patient, Listener(BookingPaid, fail_twice)).run,
    ):
        await eventually(lambda: len(attempts) == 3)
        await eventually(confirmed(database, "payment"))
    assert attempts == [1, 2, 3]
    assert times[1] - times[0] > patient.first_retry / 2
    assert times[2] - times[1] > patient.first_retry


async def test_a_poison_event_does_not_hold_up_those_behind_it(
    database: Database, booking: Broker, notifications: Broker, eventually: Eventually
) -> None:
    for payment in ("poison", "payment 1", "payment 2"):
        await say_paid(database, new_id(), payment)
    slow = Patience(tries=3, first_retry=30.0, fetch=0.5)
    async with running(relay(database, booking).run, consumer(database, notifications, slow).run):
        await eventually(confirmed(database, "payment 1", "payment 2"))


async def test_long_work_is_not_delivered_to_a_second_replica(
    database: Database, booking: Broker, make_broker: Callable[[str], Broker], eventually: Eventually
) -> None:
    done = asyncio.Event()
    short = Patience(fetch=0.5, acknowledgement=0.6)

    async def send_confirmation(connection: AsyncConnection, event: BookingPaid, delivery: Delivery) -> None:
        asyncio.get_running_loop().call_later(3 * short.acknowledgement, done.set)
        await done.wait()

    listener = Listener(BookingPaid, send_confirmation)
    brokers = [make_broker("notifications") for _ in range(2)]
    await say_paid(database, new_id(), "payment")
    async with running(
        relay(database, booking).run, *(consumer(database, broker, short, listener).run for broker in brokers)
    ):
        await eventually(done.is_set)
        await eventually(lambda: nothing_unacknowledged(brokers[0]))
        assert await deliveries(brokers[0]) == 1


def test_pauses_between_tries_grow_and_differ() -> None:
    patience = Patience()
    for attempt, longest in ((1, 1.0), (4, 8.0), (9, 60.0)):
        delays = {patience.retry_delay(attempt) for _ in range(50)}
        assert len(delays) > 1
        assert all(longest / 2 <= delay <= longest for delay in delays)
    assert QUICK.tries == 3
