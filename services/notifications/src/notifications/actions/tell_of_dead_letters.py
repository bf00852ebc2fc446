"""Telling the office of dead letters, once for each time there are new ones."""

from __future__ import annotations

from datetime import datetime

from chassis.database import Database

from notifications.actions.queue_message import queue_message
from notifications.domain.message import Draft
from notifications.store import dead_letters


async def tell_of_dead_letters(
    database: Database, service: str, last_sequence: int, draft: Draft, now: datetime
) -> None:
    """Queues `draft` where `last_sequence` is newer than what the office was told of."""
    async with database.transaction() as connection:
        if await dead_letters.note_sequence(connection, service, last_sequence):
            await queue_message(connection, draft, now)
