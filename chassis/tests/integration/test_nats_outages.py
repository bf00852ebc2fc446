"""NATS may be killed, stay away, hang or lose its disk: it only delays, and nobody goes silent."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime

import pytest
from chassis.broker import Broker, BrokerClosedError
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.relay import replay
from hanging_proxy import HangingProxy
from messaging_stage import all_published, confirmed, consumer, outbox_rows, relay, running, say_paid
from nats_for_tests import NatsServer

Eventually = Callable[..., Awaitable[object]]
RESTARTS = 20


async def test_nobody_goes_silent_over_twenty_kills_in_a_row(
    database: Database, booking: Broker, notifications: Broker, nats_server: NatsServer, eventually: Eventually
) -> None:
    payments = [f"payment {number:02}" for number in range(RESTARTS)]
    async with running(relay(database, booking).run, consumer(database, notifications).run):
        for number, payment in enumerate(payments):
            await asyncio.to_thread(nats_server.kill)
            await say_paid(database, new_id(), payment)
            await asyncio.to_thread(nats_server.start)
            if number % 2:  # every other time it is killed again before anything could recover
                await eventually(confirmed(database, *payments[: number + 1]))
        await eventually(all_published(database))


async def test_what_is_said_while_nats_is_away_waits_and_is_heard_after(
    database: Database, booking: Broker, notifications: Broker, nats_server: NatsServer, eventually: Eventually
) -> None:
    async with running(relay(database, booking).run, consumer(database, notifications).run):
        await say_paid(database, new_id(), "before")
        await eventually(confirmed(database, "before"))
        nats_server.kill()
        await say_paid(database, new_id(), "during")
        assert await outbox_rows(database, "published_at IS NULL") == 1
        await asyncio.to_thread(nats_server.start)
        await eventually(confirmed(database, "before", "during"))


async def test_a_nats_that_lost_its_disk_gets_its_streams_again_and_a_replay_brings_the_events_back(
    database: Database, booking: Broker, notifications: Broker, nats_server: NatsServer, eventually: Eventually
) -> None:
    began = datetime.now(UTC)
    await say_paid(database, new_id(), "never delivered")
    async with running(relay(database, booking).run):
        await eventually(all_published(database))
        nats_server.kill()
        nats_server.lose_everything()
        await asyncio.to_thread(nats_server.start)
        async with running(consumer(database, notifications).run):
            await say_paid(database, new_id(), "after")
            await eventually(confirmed(database, "after"))
            assert await replay(database, began) == 2
            await say_paid(database, new_id(), "to wake the relay")
            await eventually(confirmed(database, "never delivered", "after", "to wake the relay"))


@pytest.fixture
async def proxy(nats_server: NatsServer) -> AsyncIterator[HangingProxy]:
    async with HangingProxy(nats_server.port) as opened:
        yield opened


async def test_a_connection_that_looks_alive_and_delivers_nothing_is_replaced(
    database: Database,
    booking: Broker,
    make_broker: Callable[..., Broker],
    nats_server: NatsServer,
    proxy: HangingProxy,
    eventually: Eventually,
) -> None:
    url = nats_server.url("notifications").replace(str(nats_server.port), str(proxy.port))
    async with running(relay(database, booking).run, consumer(database, make_broker("notifications", url)).run):
        await say_paid(database, new_id(), "before")
        await eventually(confirmed(database, "before"))
        proxy.hang_present_connections()
        await say_paid(database, new_id(), "during")
        await eventually(confirmed(database, "before", "during"))


async def test_a_connection_that_answers_no_ping_is_replaced_though_nobody_uses_it(
    make_broker: Callable[..., Broker], nats_server: NatsServer, proxy: HangingProxy, eventually: Eventually
) -> None:
    broker = make_broker("booking", nats_server.url("booking").replace(str(nats_server.port), str(proxy.port)))
    hanging = await broker.connected()
    proxy.hang_present_connections()
    await eventually(lambda: is_replaced(broker, hanging))


async def test_closing_ends_within_its_deadline_even_while_nats_is_away(
    notifications: Broker, nats_server: NatsServer
) -> None:
    await notifications.connected()
    nats_server.kill()
    async with asyncio.timeout(3):
        await notifications.close()
    with pytest.raises(BrokerClosedError):
        await notifications.connected()


async def test_a_doubted_client_is_replaced_by_another(notifications: Broker, eventually: Eventually) -> None:
    doubted = await notifications.connected()
    notifications.doubt(doubted)
    await eventually(lambda: is_replaced(notifications, doubted))
    assert doubted.is_closed


async def is_replaced(broker: Broker, client: object) -> bool:
    return await broker.connected() is not client


async def test_closing_while_nobody_answers_ends_at_once() -> None:
    for turns in range(40):
        broker = Broker("nats://127.0.0.1:1", "booking")
        asking = asyncio.create_task(broker.connected())
        for _ in range(turns):  # so that it is closed at every moment of a try
            await asyncio.sleep(0)
        async with asyncio.timeout(5):
            await broker.close()
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
