"""Wakes the relay when an event is said: Postgres LISTEN, on a connection of its own."""

from __future__ import annotations

import asyncio

import psycopg

from chassis.database import CONNECT_TIMEOUT_SECONDS, Database
from chassis.messaging_schema import CHANNEL

RENEW_SECONDS = 60.0
"""A fresh connection now and then: one that died without a word is noticed by nobody who only listens."""


async def listen_for_events(
    database: Database, wake: asyncio.Event, seconds: float = RENEW_SECONDS, channel: str = CHANNEL
) -> int:
    """Sets `wake` whenever `channel` is notified, for `seconds`; raises psycopg.Error when Postgres goes away."""
    url = database.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    connection = await psycopg.AsyncConnection.connect(
        url, autocommit=True, connect_timeout=CONNECT_TIMEOUT_SECONDS, application_name="outbox-wake"
    )
    async with connection:
        await connection.execute(f"LISTEN {channel}")
        wake.set()  # for what was said before anybody listened
        async for _ in connection.notifies(timeout=seconds):
            wake.set()
    return 1
