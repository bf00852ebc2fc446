"""Taking a name off the waiting list."""

from __future__ import annotations

from datetime import datetime

from chassis.database import Database

from booking.actions.waiting_list.hand_over import give_places_back
from booking.actions.waiting_list.offer import ended
from booking.domain.custom_quote import hash_of
from booking.domain.waiting import LIVE, Waiting, WaitingState, not_on_the_list
from booking.store import waiting


async def leave_waiting_list(database: Database, token: str, now: datetime) -> Waiting:
    """Takes it off; a place that was kept goes to the next. What is over stays as it is. Raises NotFound."""
    async with database.transaction() as connection:
        entry = await waiting.find_by_token(connection, hash_of(token), lock=True)
        if entry is None:
            raise not_on_the_list()
        if entry.state not in LIVE:
            return entry
        left = ended(entry, WaitingState.LEFT, now)
        await waiting.save_waiting(connection, left)
        if entry.place:
            await give_places_back(connection, [entry.place], now)
        return left
