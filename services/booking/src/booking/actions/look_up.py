"""Finding bookings, and the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from chassis.database import Database

from booking.domain.availability import Day, Usual, day_of
from booking.domain.booking_number import normalised_number
from booking.store import bookings
from booking.store.bookings import BookingRecord
from booking.store.calendar import find_calendar


async def booking_by_number(database: Database, text: str, *, with_deleted: bool = False) -> BookingRecord:
    """The booking whose number somebody meant by `text`. Raises NotFound, for one that was deleted as well."""
    number = normalised_number(text)
    async with database.reading() as connection:
        record = await bookings.find_by_number(connection, number) if number else None
    is_seen = record is not None and (with_deleted or record.deleted_at is None)
    return bookings.must_exist(record if is_seen else None, "booking_number")


async def booking_by_id(database: Database, booking_id: UUID) -> BookingRecord:
    """The booking with this id. Raises NotFound."""
    async with database.reading() as connection:
        return bookings.must_exist(await bookings.find_booking(connection, booking_id))


async def calendar_of(database: Database, days: Sequence[date], usual: Usual, now: datetime) -> list[Day]:
    """`days` (in order, at least one) as they stand now, by one question."""
    async with database.reading() as connection:
        calendar = await find_calendar(connection, days[0], days[-1], usual)
    return [day_of(calendar, day, usual, now) for day in days]
