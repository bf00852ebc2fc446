"""The inbox: an effect and the row that remembers its event commit together, so each event has its effect once."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import sqlalchemy as sa
from psycopg.errors import AdminShutdown, CannotConnectNow, CrashShutdown, TooManyConnections
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from chassis.database import AWAY, Database
from chassis.events import Fact
from chassis.messaging_schema import INBOX

if TYPE_CHECKING:
    from chassis.listening import Listener

KEPT = "45 days"
"""Longer than a stream keeps an event (30 days) and the outbox can replay it (7 more)."""

BATCH_ROWS = 1000
PROBE_SECONDS = 1.0
TRIES_IN_ONE_DELIVERY = 3

PRUNE = sa.text(
    f"""DELETE FROM inbox WHERE (listener, event_id) IN (
        SELECT listener, event_id FROM inbox WHERE handled_at < now() - interval '{KEPT}'
        ORDER BY handled_at LIMIT :batch
    )"""  # noqa: S608 - a constant of ours
)
GOING_AWAY = (AdminShutdown, CrashShutdown, CannotConnectNow, TooManyConnections)


async def hear_once(database: Database, listener: Listener, durable: str, fact: Fact, attempt: int) -> bool:
    """Handles `fact` unless it has been; False when it has. A replica handling it right now is waited for."""
    async with database.transaction() as connection:
        if not await remember(connection, durable, fact):
            return False
        await listener.hear(connection, fact, attempt)
    return True


async def hear_when_possible(database: Database, listener: Listener, durable: str, fact: Fact, attempt: int) -> bool:
    """As `hear_once`, but sits out a database that is away: that is not the event's fault, so it counts for nothing."""
    for _ in range(TRIES_IN_ONE_DELIVERY - 1):
        try:
            return await hear_once(database, listener, durable, fact, attempt)
        except AWAY as error:
            if not is_away(error):
                raise
            await until_it_answers(database)
    return await hear_once(database, listener, durable, fact, attempt)


async def remember(connection: AsyncConnection, durable: str, fact: Fact) -> bool:
    """Claims the event for this transaction; False when its effect is there already."""
    claim = insert(INBOX).values(listener=durable, event_id=fact.id).on_conflict_do_nothing()
    claimed = await connection.execute(claim.returning(INBOX.c.event_id))
    return claimed.one_or_none() is not None


def is_away(error: BaseException) -> bool:
    """Whether the database is away, rather than refusing what it was asked (a timeout, a lock, a deadlock)."""
    if not isinstance(error, AWAY):
        return False
    cause = getattr(error, "orig", None)
    return getattr(cause, "sqlstate", None) is None or isinstance(cause, GOING_AWAY)


async def until_it_answers(database: Database) -> None:
    """Returns as soon as the database answers a question."""
    while True:
        try:
            async with database.reading() as connection:
                await connection.execute(sa.text("SELECT 1"))
        except AWAY:
            await asyncio.sleep(PROBE_SECONDS)
        else:
            return


async def prune(connection: AsyncConnection) -> int:
    """Forgets a batch of events that can't come again; returns how many."""
    return (await connection.execute(PRUNE, {"batch": BATCH_ROWS})).rowcount
