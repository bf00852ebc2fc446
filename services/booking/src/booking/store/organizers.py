"""Organizers by day: taken and given back by single statements, so that no concurrency can overbook a day.

One lock order for everybody, so that no two transactions can block each other: first bookings, quotes and entries of
the waiting list; then windows by day and window (store/capacity.py); then organizers by day. Whoever has locked a
window or a day's organizers locks nothing that stands before it, except by passing over what others hold.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.store.organizer_tables import organizer_day


async def open_days(connection: AsyncConnection, days: Collection[date], usual: int) -> None:
    """Gives days that nobody has asked for organizers yet a row with the usual number."""
    rows = [{"pickup_date": day, "used": 0, "maximum": usual} for day in sorted(days)]
    await connection.execute(insert(organizer_day).values(rows).on_conflict_do_nothing())


async def lock_days(connection: AsyncConnection, days: Collection[date]) -> None:
    """Locks days in one order for everybody."""
    rows = sql.select(organizer_day.c.used).where(organizer_day.c.pickup_date.in_(sorted(days)))
    await connection.execute(rows.order_by(organizer_day.c.pickup_date).with_for_update())


async def take_organizers(connection: AsyncConnection, day: date, needed: int, usual: int) -> bool:
    """Takes `needed` organizers of a day that has a row, if so many are left; the row stays locked.

    A day to which staff gave no number of its own follows the usual one, even where that has changed.
    """
    most = sql.func.coalesce(organizer_day.c.own_maximum, usual)
    there = (organizer_day.c.pickup_date == day, organizer_day.c.used + needed <= most)
    values = {"used": organizer_day.c.used + needed, "maximum": most}
    return (await connection.execute(organizer_day.update().where(*there).values(values))).rowcount == 1


async def free_organizers(connection: AsyncConnection, numbers: Mapping[date, int]) -> None:
    """Gives back so many organizers of each day; in one order for everybody.

    Never below none: a replica of the version before this table may have booked a few without taking them here.
    """
    for day in sorted(numbers):
        left = sql.func.greatest(organizer_day.c.used - numbers[day], 0)
        most = sql.func.greatest(left, sql.func.coalesce(organizer_day.c.own_maximum, organizer_day.c.maximum))
        row = organizer_day.update().where(organizer_day.c.pickup_date == day)
        await connection.execute(row.values(used=left, maximum=most))


async def set_own_maximum(connection: AsyncConnection, day: date, own: int | None, note: str, usual: int) -> None:
    """Gives a day a number of its own, None the usual one; what is taken stays taken."""
    wanted = usual if own is None else own
    row = insert(organizer_day).values(pickup_date=day, used=0, maximum=wanted, own_maximum=own, note=note)
    newer = {
        "maximum": sql.func.greatest(organizer_day.c.used, wanted),
        "own_maximum": row.excluded.own_maximum,
        "note": row.excluded.note,
    }
    await connection.execute(row.on_conflict_do_update(index_elements=[organizer_day.c.pickup_date], set_=newer))


async def find_own_maximum(connection: AsyncConnection, day: date) -> int | None:
    """The number that staff gave a day; None where it has the usual one."""
    asked = sql.select(organizer_day.c.own_maximum).where(organizer_day.c.pickup_date == day)
    found: int | None = (await connection.execute(asked)).scalar_one_or_none()
    return found
