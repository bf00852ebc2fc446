"""Numbers of the dashboards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.clock import new_york_date
from chassis.database import Database

from booking.domain.lifecycle import Status
from booking.store import bookings, search
from booking.store.bookings import BookingRecord

URGENT_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Statistics:
    """How many bookings there are, and which ones need somebody now."""

    by_status: Mapping[Status, int]
    urgent: Sequence[BookingRecord]


async def count_own_bookings(database: Database, customer_id: UUID) -> Mapping[Status, int]:
    """How many bookings a customer has in each state."""
    async with database.reading() as connection:
        return await search.count_by_status(connection, customer_id)


async def statistics(database: Database, now: datetime) -> Statistics:
    """Everything the staff dashboard shows of bookings."""
    async with database.reading() as connection:
        by_status = await search.count_by_status(connection)
        rows = await search.find_urgent(connection, new_york_date(now), URGENT_SHOWN)
    return Statistics(by_status, [bookings.record_of(row) for row in rows])
