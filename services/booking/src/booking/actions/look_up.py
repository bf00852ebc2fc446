"""Finding bookings, and the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from chassis.database import Database
from chassis.refusal import NotFound

from booking.domain.availability import Day, Usual, day_of
from booking.domain.booking_number import normalised_number
from booking.store import bookings
from booking.store.bookings import BookingRecord
from booking.store.calendar import find_calendar


async def booking_by_number(database: Database, text: str) -> BookingRecord:
    """The booking whose number somebody meant by `text`. Raises NotFound."""
    number = normalised_number(text)
    async with database.reading() as connection:
        record = await bookings.find_by_number(connection, number) if number else None
    if record is None:
        raise NotFound("booking_not_found", "There is no booking with this number.", "booking_number")
    return record


async def booking_by_id(database: Database, booking_id: UUID) -> BookingRecord:
    """The booking with this id. Raises NotFound."""
    async with database.reading() as connection:
        return bookings.must_exist(await bookings.find_booking(connection, booking_id))


async def calendar_of(database: Database, days: Sequence[date], usual: Usual, now: datetime) -> list[Day]:
    """`days` (in order, at least one) as they stand now, by one question."""
    async with database.reading() as connection:
        calendar = await find_calendar(connection, days[0], days[-1], usual)
    return [day_of(calendar, day, usual, now) for day in days]
