"""The calendar: everything about a range of days that differs from an empty one, in one question."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.availability import Calendar, Places, Usual
from booking.domain.pickup import PickupWindow
from booking.store.organizer_tables import organizer_day
from booking.store.tables import VAN_IS_SCHEDULED, booking, capacity

ORGANIZERS = "organizers"
VAN = "van"


async def find_calendar(connection: AsyncConnection, first: date, last: date, usual: Usual) -> Calendar:
    """What is known of `first` to `last`, inclusive; windows and days that nobody ever booked are left out."""
    question = sql.union_all(windows(first, last), organizers(first, last, usual), vans(first, last))
    places: dict[tuple[date, PickupWindow], Places] = {}
    of_days: dict[date, Places] = {}
    with_van: set[date] = set()
    for row in (await connection.execute(question)).mappings():
        if row["what"] == VAN:
            with_van.add(row["pickup_date"])
        elif row["what"] == ORGANIZERS:
            of_days[row["pickup_date"]] = places_of(row)
        else:
            places[row["pickup_date"], PickupWindow(row["what"])] = places_of(row)
    return Calendar(places, of_days, with_van)


def windows(first: date, last: date) -> sql.Select[Any]:
    """Places by day and window; those that are taken already stay, though staff may have set fewer."""
    window = capacity.c
    most = sql.func.greatest(window.used, window.maximum).label("maximum")
    columns = (window.pickup_date, window.pickup_window.label("what"), window.used, most)
    return sql.select(*columns, sql.literal("").label("note")).where(window.pickup_date.between(first, last))


def organizers(first: date, last: date, usual: Usual) -> sql.Select[Any]:
    """Organizers by day; those that are taken already stay, though the number of them may have become smaller."""
    day = organizer_day.c
    most = sql.func.greatest(day.used, sql.func.coalesce(day.own_maximum, usual.organizers))
    columns = (day.pickup_date, sql.literal(ORGANIZERS).label("what"), day.used, most.label("maximum"), day.note)
    return sql.select(*columns).where(day.pickup_date.between(first, last))


def vans(first: date, last: date) -> sql.Select[Any]:
    """Days with a van: one look at an index for each, however many bookings it has."""
    days_later = sql.func.generate_series(0, (last - first).days, type_=sql.Integer).column_valued("days_later")
    day = sql.cast(first, sql.Date) + days_later
    is_there = sql.exists().where(booking.c.pickup_date == day, sql.text(VAN_IS_SCHEDULED))
    columns: list[sql.ColumnElement[Any]] = [day, *map(sql.literal, (VAN, 0, 0, ""))]
    return sql.select(*columns).where(is_there)


def places_of(row: Mapping[str, Any] | sql.RowMapping) -> Places:
    """A row's."""
    return Places(row["used"], row["maximum"], row["note"])
