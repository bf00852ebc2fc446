"""Ending bookings that nobody paid in time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from chassis.database import Database
from chassis.outbox import say_all
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.actions.move_on import Step, moved_on
from booking.actions.organizers import give_back
from booking.domain.lifecycle import Fact, transition
from booking.store import bookings
from booking.store.bookings import BookingRecord

CLOCK = "clock"


async def expire_unpaid(database: Database, now: datetime, limit: int) -> int:
    """Ends up to `limit` bookings that nobody paid in time and gives back what they took; how many."""
    async with database.transaction() as connection:
        unpaid = await bookings.lock_unpaid(connection, now, limit)
        expired = await expire_all(connection, unpaid, now)
        await give_back(connection, expired, now)
        return len(expired)


async def expire_all(
    connection: AsyncConnection, records: Sequence[BookingRecord], now: datetime
) -> Sequence[BookingRecord]:
    """Ends locked bookings whose state allows it, and says all at once; those, as they were."""
    steps = [Step(transition(record.status, Fact.PAYMENT_TIME_OVER), CLOCK, "not paid in time") for record in records]
    ending = [(record, step) for record, step in zip(records, steps, strict=True) if step.after.to != record.status]
    moved = [await moved_on(connection, record, step, now) for record, step in ending]
    await say_all(connection, [saying for _, saying in moved])
    return [record for record, _ in ending]
