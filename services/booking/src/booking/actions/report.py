"""Reports: what bookings add up to, who books most, and what staff did; each look is in the audit log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from chassis.audit import record_act
from chassis.database import Database
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.domain.availability import Usual
from booking.domain.report import (
    BookingFigures,
    CapacityFigures,
    capacity_by_period,
    figures_of,
    must_be_a_range,
)
from booking.store import figures
from booking.store.calendar import find_calendar
from booking.store.figures import Period, Sum, TopCustomer


@dataclass(frozen=True, slots=True)
class BookingReport:
    """By period and service, and how full the periods were."""

    rows: Sequence[tuple[date, str, BookingFigures]]
    total: BookingFigures
    capacity: Mapping[date, CapacityFigures]


async def booking_report(
    database: Database, first: date, last: date, period: Period, usual: Usual, now: datetime
) -> BookingReport:
    """Bookings by the New York day on which they were made. Raises Invalid for too many days."""
    must_be_a_range(first, last)
    async with database.transaction() as connection:
        await figures.add_up(connection)
        sums = await figures.sum_services(connection, first, last, period)
        calendar = await find_calendar(connection, first, last, usual)
        await note_look(connection, "bookings", now, first, last)
    total = figures_of((each.measure, each.amount) for each in sums)
    return BookingReport(rows_of(sums), total, capacity_by_period(calendar, first, last, period, usual))


def rows_of(sums: Sequence[Sum]) -> list[tuple[date, str, BookingFigures]]:
    """One row for each service of each period that has any booking."""
    rows = [
        (start, name, figures_of((each.measure, each.amount) for each in group))
        for (start, name), group in groupby(sums, key=lambda each: (each.period_start, each.name))
    ]
    return [row for row in rows if row[2].booked]


async def top_customers(database: Database, limit: int, now: datetime) -> Sequence[TopCustomer]:
    """Most bookings first."""
    async with database.transaction() as connection:
        await figures.add_up(connection)
        await note_look(connection, "customers", now)
        return await figures.list_top_customers(connection, limit)


async def staff_report(database: Database, first: date, last: date, now: datetime) -> Sequence[Any]:
    """Most acts first. Raises Invalid for too many days."""
    must_be_a_range(first, last)
    async with database.transaction() as connection:
        await figures.add_up(connection)
        await note_look(connection, "staff", now, first, last)
        return await figures.sum_staff(connection, first, last)


async def add_up_figures(database: Database) -> int:
    """Adds up what changed, so that it never becomes much; how many figures."""
    async with database.transaction() as connection:
        return await figures.add_up(connection)


async def rebuild_figures(database: Database) -> None:
    """Counts everything anew."""
    async with database.transaction() as connection:
        await figures.count_anew(connection)


async def note_look(connection: AsyncConnection, report: str, now: datetime, *days: date) -> None:
    """Notes which report somebody looked at, and of which days."""
    values = {"report": report, "days": [day.isoformat() for day in days]}
    await record_act(connection, AuditRecorded, "report.viewed", ("report", None), now, after=values)
