"""Erasing what is over."""

from __future__ import annotations

from datetime import datetime

from chassis.database import Database

from identity.store import leftovers

BATCH_ROWS = 1000


async def erase_leftovers(database: Database, now: datetime) -> int:
    """Old sessions, links, half-done sign-ins and counted failures, a batch of each; how many went."""
    async with database.transaction() as connection:
        return await leftovers.erase_leftovers(connection, now, BATCH_ROWS)
