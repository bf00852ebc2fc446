"""Forgetting route plans whose day is long over; what crews did is kept with the tasks."""

from __future__ import annotations

from datetime import datetime, timedelta

from chassis.clock import new_york_date
from chassis.database import Database

from booking.store import route_plans


async def forget_plans(database: Database, kept_days: int, now: datetime, limit: int) -> int:
    """Forgets up to `limit` plans of days that have been over for more than `kept_days`, accepted or not; how many."""
    async with database.transaction() as connection:
        return await route_plans.forget(connection, new_york_date(now) - timedelta(days=kept_days), limit)
