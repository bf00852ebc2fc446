"""The calendar of staff: what is booked on each day, the places there are, and setting them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from chassis.audit import record_act
from chassis.database import Database
from chassis.refusal import Invalid
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.actions.waiting_list import call_for_day
from booking.domain.availability import Day, Usual, day_of
from booking.store import bookings, day_rules, search
from booking.store.bookings import BookingRecord
from booking.store.calendar import find_calendar
from booking.store.day_rules import DayRule

LONGEST_DAYS = 62


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """One day with everything on it."""

    day: Day
    rule: DayRule | None
    bookings: Sequence[BookingRecord]


async def staff_calendar(database: Database, first: date, last: date, usual: Usual, now: datetime) -> list[PlannedDay]:
    """Every day from `first` to `last`, three questions in all. Raises Invalid for more than 62 days."""
    if not 0 <= (last - first).days < LONGEST_DAYS:
        message = f"end_date must be on or after start_date, at most {LONGEST_DAYS - 1} days later."
        raise Invalid("end_date_out_of_range", message, "end_date")
    async with database.transaction() as connection:
        places = await find_calendar(connection, first, last, usual)
        rules = await day_rules.find_rules(connection, first, last)
        records = [bookings.record_of(row) for row in await search.find_planned(connection, first, last)]
        values = {"start_date": first.isoformat(), "end_date": last.isoformat()}
        await record_act(connection, AuditRecorded, "calendar.viewed", ("calendar", None), now, after=values)
    days = [first + timedelta(number) for number in range((last - first).days + 1)]
    by_day: dict[date, list[BookingRecord]] = {day: [] for day in days}
    for record in records:
        by_day[record.pickup_date].append(record)
    return [PlannedDay(day_of(places, day, usual, now), rules.get(day), by_day[day]) for day in days]


async def set_day_capacity(
    database: Database, day: date, places: int | None, reason: str, usual: Usual, now: datetime
) -> PlannedDay:
    """Gives every window of `day` so many places, None the usual number, 0 none; what is booked stays booked."""
    rule = None if places is None else DayRule(places, reason)
    async with database.transaction() as connection:
        before = (await day_rules.find_rules(connection, day, day)).get(day)
        await day_rules.save_rule(connection, day, rule)
        await day_rules.set_maximum(connection, day, usual.places if places is None else places)
        await call_for_day(connection, day, now)
        subject = ("calendar", None)
        await record_act(
            connection,
            AuditRecorded,
            "day.capacity_set",
            subject,
            now,
            before={"date": day, "window_capacity": before.window_capacity if before else None},
            after={"date": day, "window_capacity": places},
            reason=reason,
        )
    return (await staff_calendar(database, day, day, usual, now))[0]
