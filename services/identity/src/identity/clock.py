"""What time triggers: keeping this replica's keys current, and replacing keys that have served their time."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psycopg
from chassis.clock import Clock
from chassis.database import Database
from chassis.identifiers import new_id
from psycopg import sql

from identity.actions import rotate_when_due
from identity.domain.key_terms import KeyTerms
from identity.own_caller import OwnCaller
from identity.store import KEYS_CHANGED_CHANNEL

LISTEN_SECONDS = 1.0
"""The longest one step listens, so that a shutdown never waits longer."""
RELOAD_SECONDS = 5.0
"""The net under a lost NOTIFY; well below the notice that a new key is given."""


class KeyWatch:
    """Reloads the keys when a replica changed them, and every few seconds whatever happens."""

    def __init__(self, url: str, caller: OwnCaller) -> None:
        self._url = url
        self._caller = caller
        self._connection: psycopg.AsyncConnection | None = None
        self._loaded_at = float("-inf")

    async def step(self) -> None:
        """Listens for a moment. A lost connection raises, and the next step opens a new one and reloads."""
        async with self._listening() as connection:
            notified = [notice async for notice in connection.notifies(timeout=LISTEN_SECONDS, stop_after=1)]
        if notified or time.monotonic() - self._loaded_at >= RELOAD_SECONDS:
            await self._caller.load_keys()
            self._loaded_at = time.monotonic()

    async def close(self) -> None:
        """Stops listening."""
        if self._connection is not None:
            await self._connection.close()
            self._connection = None

    @asynccontextmanager
    async def _listening(self) -> AsyncIterator[psycopg.AsyncConnection]:
        if self._connection is None:
            self._connection = await psycopg.AsyncConnection.connect(self._url, autocommit=True)
            await self._connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(KEYS_CHANGED_CHANNEL)))
            self._loaded_at = float("-inf")
        try:
            yield self._connection
        except psycopg.Error:
            await self.close()
            raise


class KeyRotation:
    """Replaces the key in use when it has served its time; any number of replicas may try."""

    def __init__(self, database: Database, terms: KeyTerms, clock: Clock) -> None:
        self._database = database
        self._terms = terms
        self._clock = clock

    async def step(self) -> None:
        """One look at the key's age."""
        await rotate_when_due(self._database, self._terms, new_id(), self._clock.now())
