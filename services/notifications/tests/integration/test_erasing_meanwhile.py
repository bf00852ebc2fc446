"""A customer is erased while something is being queued for them: whichever comes first, nothing of them stays."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
import sqlalchemy as sql
from chassis.clock import Clock
from chassis.database import Database
from chassis.events import Fact
from chassis.identifiers import new_id
from google.protobuf.message import Message
from hearing import fact_of, listener_for, rows
from paid_event import RECIPIENT
from sqlalchemy.ext.asyncio import AsyncConnection
from told import changed, expired
from totetaxi.booking.v1.events_pb2 import ErasureCompleted

Eventually = Callable[..., Awaitable[None]]

CUSTOMER, BOOKING = str(new_id()), str(new_id())

SAID = pytest.mark.parametrize("event", [expired(booking_id=BOOKING), changed(account_id=CUSTOMER)], ids=type)


def erased() -> ErasureCompleted:
    return ErasureCompleted(erasure_id=str(new_id()), customer_id=CUSTOMER, booking_ids=[BOOKING])


async def handle(connection: AsyncConnection, event: Message) -> None:
    fact: Fact = fact_of(event)
    await listener_for(event, Clock()).hear(connection, fact, 1)


async def is_waiting(database: Database) -> bool:
    async with database.reading() as connection:
        waiting = sql.text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
        return bool((await connection.execute(waiting)).scalar_one())


async def meanwhile(database: Database, first: Message, second: Message, eventually: Eventually) -> None:
    """Hears `second` while the transaction that heard `first` is still open."""

    async def hear_second() -> None:
        async with database.transaction() as connection:
            await handle(connection, second)

    async with database.transaction() as connection:
        await handle(connection, first)
        hearing = asyncio.create_task(hear_second())
        await eventually(lambda: is_waiting(database))
    await hearing


@SAID
async def test_what_is_heard_while_they_are_erased_is_not_queued(
    database: Database, event: Message, eventually: Eventually
) -> None:
    await meanwhile(database, erased(), event, eventually)
    assert await rows(database) == []


@SAID
async def test_what_was_being_queued_when_they_were_erased_is_erased_too(
    database: Database, event: Message, eventually: Eventually
) -> None:
    await meanwhile(database, event, erased(), eventually)
    [row] = await rows(database)
    assert (row.status, row.context) == ("suppressed", {})
    assert RECIPIENT not in row.recipient
