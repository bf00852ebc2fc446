"""Measuring erasures that are under way: the law gives a month, and a service that never reports must be seen."""

from __future__ import annotations

from datetime import datetime

from chassis.database import Database
from prometheus_client import Gauge

from identity.store import erasures

OPEN = Gauge("totetaxi_erasures_open", "Customers who asked to be forgotten and are not yet, everywhere")
OLDEST = Gauge(
    "totetaxi_erasures_oldest_seconds", "Age of the oldest of them that waits for no move; alert on more than an hour"
)


async def measure_erasures(database: Database, now: datetime) -> None:
    """Exports both."""
    async with database.reading() as connection:
        count, age = await erasures.measure_open(connection, now)
    OPEN.set(count)
    OLDEST.set(age)
