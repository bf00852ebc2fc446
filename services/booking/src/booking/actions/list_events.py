"""What happened to a booking, for its customer to follow."""

from __future__ import annotations

from uuid import UUID

from chassis.database import Database

from booking.domain.booking_events import EventPage
from booking.domain.lifecycle import FINAL
from booking.store import booking_events, bookings

PAGE = 100


async def list_events(database: Database, booking_id: UUID, customer_id: UUID, after: int) -> EventPage:
    """What happened to the customer's own booking after a position. Raises NotFound, also for somebody else's.

    The booking is read first: what ended it then is among the events, or follows on the next page.
    """
    async with database.reading() as connection:
        record = bookings.must_be_of(await bookings.find_booking(connection, booking_id), customer_id)
        found = await booking_events.list_after(connection, booking_id, after, PAGE + 1)
        return EventPage(found[:PAGE], len(found) > PAGE, record.status in FINAL)
