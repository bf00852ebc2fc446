"""Days with other places than usual: closed ones, and those with more or fewer vans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.pickup import PickupWindow
from booking.store.tables import capacity, day_rule


@dataclass(frozen=True, slots=True)
class DayRule:
    """Places of each window, and why."""

    window_capacity: int
    note: str

    @property
    def is_closed(self) -> bool:
        """Whether nothing can be booked any more."""
        return self.window_capacity == 0


async def save_rule(connection: AsyncConnection, day: date, rule: DayRule | None) -> None:
    """Sets a day's rule; None takes it away."""
    if rule is None:
        await connection.execute(day_rule.delete().where(day_rule.c.pickup_date == day))
        return
    row = insert(day_rule).values(pickup_date=day, window_capacity=rule.window_capacity, note=rule.note)
    newer = {"window_capacity": row.excluded.window_capacity, "note": row.excluded.note}
    await connection.execute(row.on_conflict_do_update(index_elements=[day_rule.c.pickup_date], set_=newer))


async def set_maximum(connection: AsyncConnection, day: date, maximum: int) -> None:
    """Gives every window of a day `maximum` places, even where more are taken: what comes back is nobody's then."""
    rows = [
        {"pickup_date": day, "pickup_window": window, "used": 0, "maximum": maximum} for window in sorted(PickupWindow)
    ]
    wanted = insert(capacity).values(rows)
    newer = {"maximum": wanted.excluded.maximum}
    key = [capacity.c.pickup_date, capacity.c.pickup_window]
    await connection.execute(wanted.on_conflict_do_update(index_elements=key, set_=newer))


async def find_rules(connection: AsyncConnection, first: date, last: date) -> dict[date, DayRule]:
    """The rules of a range of days, both inclusive."""
    rows = await connection.execute(sql.select(day_rule).where(day_rule.c.pickup_date.between(first, last)))
    return {row["pickup_date"]: DayRule(row["window_capacity"], row["note"]) for row in rows.mappings()}
