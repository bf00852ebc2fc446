"""The relay publishes what was said: all of it, once, in order, soon."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from chassis.broker import Broker, jetstream_of
from chassis.database import Database
from chassis.events import headers_of
from chassis.identifiers import new_id
from chassis.relay import replay
from chassis.streams import ensure_stream
from messaging_stage import PAID, all_published, outbox_rows, relay, running, say_paid
from nats.aio.msg import Msg
from nats.js.api import AckPolicy, ConsumerConfig
from totetaxi.booking.v1.events_pb2 import BookingPaid

from chassis import outbox

Eventually = Callable[..., Awaitable[object]]


async def stored(broker: Broker) -> list[Msg]:
    """Everything in booking's stream, oldest first."""
    jetstream = jetstream_of(await broker.connected())
    held = (await jetstream.stream_info("BOOKING")).state.messages
    configuration = ConsumerConfig(name=f"reading-{new_id()}", ack_policy=AckPolicy.NONE, inactive_threshold=60)
    reading = await jetstream.add_consumer("BOOKING", configuration)
    subscription = await jetstream.pull_subscribe_bind(reading.name, stream="BOOKING")
    return [(await subscription.fetch(1))[0] for _ in range(held)]


async def test_three_relays_at_once_publish_each_event_once_and_in_the_order_it_was_said(
    database: Database,
    make_broker: Callable[[str], Broker],
    booking: Broker,
    eventually: Eventually,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("chassis.relay.BATCH", 3)  # so that they get in each other's way
    abouts = [new_id() for _ in range(12)]
    for version in range(8):
        await asyncio.gather(*(say_paid(database, about, "payment", version) for about in abouts))
    async with database.transaction() as connection:  # a fourth that stalls with some first events in its hands
        await outbox.claim_heads(connection, lease_seconds=0.5, batch=6)
    relays = [relay(database, make_broker("booking"), poll_seconds=0.1) for _ in range(3)]
    async with running(*(one.run for one in relays)):
        await eventually(all_published(database))
    versions: dict[str, list[int]] = defaultdict(list)
    for message in await stored(booking):
        headers = message.headers or {}
        versions[headers["ce-subject"]].append(int(headers["ce-sequence"]))
    assert versions == {str(about): list(range(8)) for about in abouts}


async def test_what_is_rolled_back_was_never_said(database: Database, booking: Broker) -> None:
    async with database.transaction() as connection:
        await outbox.say(connection, BookingPaid(payment_id="never"), new_id())
        await connection.rollback()
    assert await relay(database, booking).step() == 0


async def test_listen_wakes_the_relay_within_200_milliseconds(
    database: Database, booking: Broker, eventually: Eventually
) -> None:
    async with running(relay(database, booking, poll_seconds=60).run):
        await say_paid(database, new_id(), "first, to see that it runs")
        await eventually(all_published(database))
        waits = []
        for _ in range(5):
            began = time.monotonic()
            await say_paid(database, new_id(), "payment")
            await eventually(all_published(database))
            waits.append(time.monotonic() - began)
    assert sorted(waits)[2] < 0.2


async def test_the_slow_poll_finds_what_no_notification_told_of(
    database: Database, booking: Broker, eventually: Eventually
) -> None:
    async with database.transaction() as connection:
        await connection.execute(sa.text("DROP TRIGGER outbox_wake ON outbox"))
    async with running(relay(database, booking, poll_seconds=0.3).run):
        await eventually(all_published(database))
        await say_paid(database, new_id(), "payment")
        await eventually(all_published(database), within_seconds=3)


async def test_a_relay_that_died_after_publishing_leaves_no_second_copy(database: Database, booking: Broker) -> None:
    await say_paid(database, new_id(), "payment")
    client = await booking.connected()
    await ensure_stream(client, "booking", 1)
    async with database.transaction() as connection:
        [fact] = await outbox.claim_heads(connection, lease_seconds=0, batch=10)
    await jetstream_of(client).publish(fact.subject, fact.payload, headers=headers_of(fact))
    assert await relay(database, booking).step() == 1
    assert len(await stored(booking)) == 1
    assert await outbox_rows(database, "published_at IS NOT NULL") == 1


async def test_what_one_relay_has_leased_no_other_takes_nor_what_comes_after_it(database: Database) -> None:
    about = new_id()
    await say_paid(database, about, "earlier")
    await say_paid(database, about, "later")
    async with database.transaction() as connection:
        assert len(await outbox.claim_heads(connection, lease_seconds=30, batch=10)) == 1
    async with database.transaction() as connection:
        assert await outbox.claim_heads(connection, lease_seconds=30, batch=10) == []


async def test_an_event_that_no_stream_takes_holds_up_its_own_aggregate_only(
    database: Database, booking: Broker, eventually: Eventually
) -> None:
    await say_paid(database, new_id(), "stuck")
    async with database.transaction() as connection:
        await connection.execute(sa.text("UPDATE outbox SET subject = 'totetaxi.booking.v1.bad subject'"))
    await say_paid(database, new_id(), "payment")
    async with running(relay(database, booking).run):
        await eventually(lambda: outbox_rows(database, f"published_at IS NOT NULL AND subject = '{PAID}'"))
    assert await outbox_rows(database, "published_at IS NULL") == 1


async def test_a_stream_that_is_gone_is_made_again(database: Database, booking: Broker, eventually: Eventually) -> None:
    publishing = relay(database, booking)
    publishing._prepared = await booking.connected()  # it believes that the stream is there
    await say_paid(database, new_id(), "payment")
    async with running(publishing.run):
        await eventually(all_published(database))


async def test_a_replay_takes_what_was_said_since_and_nothing_older(database: Database, booking: Broker) -> None:
    await say_paid(database, new_id(), "old")
    await relay(database, booking).flush()
    between = datetime.now(UTC)
    await say_paid(database, new_id(), "new")
    await relay(database, booking).flush()
    assert await replay(database, between) == 1
    assert await outbox_rows(database, "published_at IS NULL") == 1
    assert await replay(database, between - timedelta(days=1)) == 1
    await relay(database, booking).flush()
    assert await outbox_rows(database, "published_at IS NULL") == 0


async def test_rows_stay_seven_days_after_the_acknowledgement(database: Database) -> None:
    acknowledge = "UPDATE outbox SET published_at = now() - make_interval(hours => :hours) WHERE about = :about"
    for hours in (7 * 24 - 1, 7 * 24 + 1):
        about = new_id()
        await say_paid(database, about, "payment")
        async with database.transaction() as connection:
            await connection.execute(sa.text(acknowledge), {"hours": hours, "about": about})
    await say_paid(database, new_id(), "never acknowledged")
    async with database.transaction() as connection:
        assert await outbox.prune(connection) == 1
    assert await outbox_rows(database, "published_at > now() - interval '7 days'") == 1
    assert await outbox_rows(database, "published_at IS NULL") == 1
