"""Ending bookings that nobody paid in time."""

from __future__ import annotations

from datetime import datetime

from chassis.database import Database
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.actions.move_on import Step, move_on
from booking.actions.organizers import give_back
from booking.domain.lifecycle import Fact, transition
from booking.store import bookings
from booking.store.bookings import BookingRecord

CLOCK = "clock"


async def expire_unpaid(database: Database, now: datetime, limit: int) -> int:
    """Ends up to `limit` bookings that nobody paid in time and gives back what they took; how many."""
    async with database.transaction() as connection:
        unpaid = await bookings.lock_unpaid(connection, now, limit)
        expired = [record for record in unpaid if await expire(connection, record, now)]
        await give_back(connection, expired, now)
        return len(expired)


async def expire(connection: AsyncConnection, record: BookingRecord, now: datetime) -> bool:
    """Ends one locked booking, if its state allows."""
    after = transition(record.status, Fact.PAYMENT_TIME_OVER)
    if after.to == record.status:
        return False
    await move_on(connection, record, Step(after, CLOCK, "not paid in time"), now)
    return True
