"""Ending bookings that nobody paid in time."""

from __future__ import annotations

from datetime import datetime

from chassis.database import Database
from chassis.outbox import say
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import BookingExpired

from booking.actions.organizers import give_back
from booking.domain.lifecycle import Fact, transition
from booking.messages import summary, timestamp
from booking.store import bookings
from booking.store.bookings import BookingRecord, HistoryEntry

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
    entry = HistoryEntry(record.id, record.status, after.to, CLOCK, now, "not paid in time")
    await bookings.add_history(connection, entry)
    expired = await bookings.save_status(connection, record, after.to, now)
    event = BookingExpired(booking=summary(expired), expired_at=timestamp(now))
    await say(connection, event, expired.id, expired.version)
    return True
