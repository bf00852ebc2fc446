"""Postgres may be killed and stay away: it only delays, and no event is given up for it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime

import psycopg
import pytest
from chassis.broker import Broker, jetstream_of
from chassis.database import Database
from chassis.events import Fact, attributes, headers_of
from chassis.identifiers import new_id
from chassis.inbox import is_away
from chassis.listening import Delivery, Listener
from chassis.patience import Patience
from chassis.streams import ensure_stream
from messaging_stage import CONFIRMING, all_published, confirmed, consumer, deliveries, relay, running, say_paid
from postgres_for_tests import PostgresServer, wait_until_ready
from psycopg.errors import AdminShutdown, LockNotAvailable, QueryCanceled, UndefinedTable
from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import BookingPaid

from chassis import dead_letters

Eventually = Callable[..., Awaitable[object]]


@pytest.fixture
async def away(postgres_server: PostgresServer) -> AsyncIterator[PostgresServer]:
    """The server, which the test kills and may start again; it is back for the next test in any case."""
    yield postgres_server
    postgres_server.kill()
    await come_back(postgres_server)


async def come_back(server: PostgresServer) -> None:
    server.start()
    await asyncio.to_thread(wait_until_ready, server)


async def test_the_relay_outlives_a_killed_postgres_and_is_woken_again_afterwards(
    database: Database, booking: Broker, away: PostgresServer, eventually: Eventually
) -> None:
    async with running(relay(database, booking).run):
        await say_paid(database, new_id(), "before")
        await eventually(all_published(database))
        away.kill()
        await come_back(away)
        await say_paid(database, new_id(), "after")
        await eventually(all_published(database))


async def publish(broker: Broker, payment_id: str) -> None:
    """As the relay would, without a database."""
    client = await broker.connected()
    await ensure_stream(client, "booking", 1)
    event = attributes(BookingPaid(payment_id=payment_id))
    fact = Fact(id=new_id(), about=new_id(), version=1, time=datetime.now(UTC), context={}, **event)
    await jetstream_of(client).publish(fact.subject, fact.payload, headers=headers_of(fact))


async def test_an_event_that_comes_while_postgres_is_away_waits_and_is_not_counted_as_failed(
    database: Database, booking: Broker, notifications: Broker, away: PostgresServer, eventually: Eventually
) -> None:
    one_try = Patience(tries=1, fetch=0.5, acknowledgement=1.0)
    await publish(booking, "before")
    async with running(consumer(database, notifications, one_try).run):
        await eventually(confirmed(database, "before"))
        away.kill()
        await publish(booking, "during")
        gone_at = time.monotonic()
        await eventually(lambda: time.monotonic() - gone_at > 2.5 * one_try.acknowledgement)
        assert await deliveries(notifications) == 2
        await come_back(away)
        await eventually(confirmed(database, "before", "during"))
    assert await dead_letters.list_letters(await notifications.connected(), "notifications") == []


async def test_a_postgres_killed_under_a_handler_has_the_effect_once_it_is_back(
    database: Database, booking: Broker, notifications: Broker, away: PostgresServer, eventually: Eventually
) -> None:
    began, go_on = asyncio.Event(), asyncio.Event()

    async def wait_in_the_middle(connection: AsyncConnection, event: BookingPaid, delivery: Delivery) -> None:
        await CONFIRMING.handle(connection, event, delivery)
        began.set()
        await go_on.wait()

    one_try = Patience(tries=1, fetch=0.5)
    await publish(booking, "payment")
    async with running(consumer(database, notifications, one_try, Listener(BookingPaid, wait_in_the_middle)).run):
        await eventually(began.is_set)
        away.kill()
        go_on.set()
        await come_back(away)
        await eventually(confirmed(database, "payment"))


@pytest.mark.parametrize(
    ("error", "away"),
    [
        (OperationalError("", None, AdminShutdown()), True),
        (OperationalError("", None, psycopg.OperationalError("connection refused")), True),
        (OperationalError("", None, QueryCanceled()), False),
        (OperationalError("", None, LockNotAvailable()), False),
        (ProgrammingError("", None, UndefinedTable()), False),
        (ConnectionRefusedError(), True),
        (ValueError(), False),
    ],
)
def test_only_an_absent_database_is_no_fault_of_the_event(error: Exception, away: bool) -> None:
    assert is_away(error) is away
