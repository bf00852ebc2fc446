"""A reader wants no more courtesies."""

from __future__ import annotations

from datetime import datetime

from chassis.database import Database
from chassis.refusal import NotFound

from notifications.domain.feedback import Trouble
from notifications.store import troubles


async def unsubscribe(database: Database, token: str, now: datetime) -> None:
    """Whoever has the mail may ask. Raises NotFound for a token that is none."""
    async with database.transaction() as connection:
        address = await troubles.find_reader(connection, token)
        if address is None:
            raise NotFound("unsubscribe_link_unknown", "We don't know this link.", "token")
        await troubles.note_address(connection, address, Trouble.UNSUBSCRIBED, now)
