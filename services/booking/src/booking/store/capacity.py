"""Places: taken and given back by single statements, so that no concurrency can overbook a window.

What is locked before windows and what after is said in store/organizers.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.availability import Places
from booking.domain.pickup import PickupWindow
from booking.store.tables import capacity


async def take_place(connection: AsyncConnection, day: date, window: PickupWindow, default_maximum: int) -> bool:
    """Takes one place if there is one; the row stays locked until the caller's transaction ends."""
    first = insert(capacity).values(pickup_date=day, pickup_window=window, used=1, maximum=default_maximum)
    one_more = first.on_conflict_do_update(
        index_elements=[capacity.c.pickup_date, capacity.c.pickup_window],
        set_={"used": capacity.c.used + 1},
        where=capacity.c.used < capacity.c.maximum,
    )
    taken = await connection.execute(one_more.returning(capacity.c.used))
    return taken.scalar_one_or_none() is not None


async def take_known_place(connection: AsyncConnection, day: date, window: PickupWindow) -> bool:
    """Takes one place of a window that somebody has booked before, if there is one."""
    row = (capacity.c.pickup_date == day, capacity.c.pickup_window == window, capacity.c.used < capacity.c.maximum)
    taken = await connection.execute(capacity.update().where(*row).values(used=capacity.c.used + 1))
    return taken.rowcount == 1


async def open_windows(
    connection: AsyncConnection, places: Iterable[tuple[date, PickupWindow]], default_maximum: int
) -> None:
    """Gives windows that nobody has booked yet a row, so that `lock_places` finds all of them."""
    rows = [
        {"pickup_date": day, "pickup_window": window, "used": 0, "maximum": default_maximum}
        for day, window in sorted(places)
    ]
    await connection.execute(insert(capacity).values(rows).on_conflict_do_nothing())


async def lock_places(
    connection: AsyncConnection, places: Iterable[tuple[date, PickupWindow]]
) -> dict[tuple[date, PickupWindow], Places]:
    """Locks windows in one order for everybody, so that two moves in opposite directions can't block each other.

    How they are now: more may be taken than there are, where staff gave a day fewer than were taken.
    """
    key = sql.tuple_(capacity.c.pickup_date, capacity.c.pickup_window)
    rows = sql.select(capacity).where(key.in_(list(places)))
    ordered = rows.order_by(capacity.c.pickup_date, capacity.c.pickup_window)
    locked = (await connection.execute(ordered.with_for_update())).all()
    return {(day, PickupWindow(window)): Places(used, maximum) for day, window, used, maximum in locked}


async def free_places(connection: AsyncConnection, places: Iterable[tuple[date, PickupWindow]]) -> None:
    """Gives one place back for each entry; in one order for everybody, so that two batches can't block each other."""
    for day, window in sorted(places):
        row = sql.and_(capacity.c.pickup_date == day, capacity.c.pickup_window == window)
        await connection.execute(capacity.update().where(row).values(used=capacity.c.used - 1))
