"""Demand in memory: how many bookings each day has, for as long as the catalogue in force asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from chassis.clock import Clock, new_york_date
from chassis.database import Database

from pricing.domain.catalog import Catalog
from pricing.snapshot import Snapshot
from pricing.store import booked


class Demand:
    """What this replica knows of the days to come; replaced as a whole."""

    def __init__(self, database: Database, snapshot: Snapshot, clock: Clock) -> None:
        self._database = database
        self._snapshot = snapshot
        self._clock = clock
        self._counts: Mapping[date, int] | None = None

    async def counts(self, catalog: Catalog) -> Mapping[date, int]:
        """Bookings by day; nothing, unasked, for a catalogue whose prices don't follow demand."""
        if not catalog.demand_rules:
            return {}
        return self._counts if self._counts is not None else await self._load()

    @property
    def is_needed(self) -> bool:
        """Whether a demand rule is in force."""
        version = self._snapshot.in_force(self._clock.now())
        return version is not None and bool(version.catalog.demand_rules)

    async def reload(self) -> None:
        """Counts again where it is needed, and forgets where it isn't."""
        if self.is_needed:
            await self._load()
        else:
            self._counts = None

    async def _load(self) -> Mapping[date, int]:
        async with self._database.reading() as connection:
            self._counts = await booked.count_by_day(connection, new_york_date(self._clock.now()))
        return self._counts
