"""What happened to a booking, for whoever may follow it."""

from __future__ import annotations

from datetime import datetime

from chassis.database import Database

from booking.actions.find_papers import Asker, find_named, must_be_theirs
from booking.domain.booking_events import EventPage
from booking.domain.lifecycle import FINAL
from booking.store import booking_events

PAGE = 100


async def list_events(database: Database, asker: Asker, after: int, now: datetime) -> EventPage:
    """What happened to a booking after a position. Raises NotFound, NotAllowed.

    The booking is read first: what ended it then is among the events, or follows on the next page.
    """
    async with database.reading() as connection:
        record = await find_named(connection, asker)
        must_be_theirs(record, asker, now)
        found = await booking_events.list_after(connection, record.id, after, PAGE + 1)
        return EventPage(record.id, found[:PAGE], len(found) > PAGE, record.status in FINAL)
