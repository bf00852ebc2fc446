"""The catalogue in memory: every published version that may be in force, chosen by the instant it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chassis.database import Database
from chassis.refusal import Unavailable
from totetaxi.pricing.v1.catalog_pb2 import Catalog as CatalogMessage

from pricing.domain.catalog import Catalog
from pricing.domain.document import catalog_of
from pricing.messages import catalog_message
from pricing.price_list import PriceList
from pricing.store import versions


@dataclass(frozen=True)
class Version:
    """One published catalogue, ready to price with and ready to send."""

    number: int
    effective_at: datetime
    catalog: Catalog
    message: CatalogMessage
    prices: PriceList


class Snapshot:
    """What this replica knows; replaced as a whole, so that no answer mixes two versions."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._versions: tuple[Version, ...] = ()

    async def reload(self) -> None:
        """Reads what was published since; what it knows already never changes, and is not read again."""
        async with self._database.reading() as connection:
            rows = await versions.list_published(connection, {version.number for version in self._versions})
        found = {row.number: version_of(row.number, row.effective_at, row.content) for row in rows}
        known = found | {version.number: version for version in self._versions}
        timeline = sorted(known.values(), key=lambda version: (version.effective_at, version.number), reverse=True)
        self._versions = tuple(timeline)

    async def current(self, instant: datetime) -> Version:
        """The version in force at `instant`; reads the database only where nothing was read yet. Raises Unavailable."""
        if not self._versions:
            await self.reload()
        return self.at(instant)

    def at(self, instant: datetime) -> Version:
        """The version in force at `instant`: the one that became effective last. Raises Unavailable.

        Of two for the same instant the higher number holds: that is how a scheduled change is called off.
        """
        version = self.in_force(instant)
        if version is None:
            raise no_catalog()
        return version

    def in_force(self, instant: datetime) -> Version | None:
        """The same, None while nothing that is known has become effective."""
        for version in self._versions:
            if version.effective_at <= instant:
                return version
        return None

    async def numbered(self, number: int) -> Version:
        """The version that a quote names; read where another replica knew it first. Raises Unavailable."""
        if self._find(number) is None:
            await self.reload()
        version = self._find(number)
        if version is None:
            raise no_catalog()
        return version

    def _find(self, number: int) -> Version | None:
        return next((version for version in self._versions if version.number == number), None)


def no_catalog() -> Unavailable:
    """The refusal while there is nothing to price with."""
    return Unavailable("no_catalog", "No catalogue is published yet; please try again.", retry_after_seconds=1)


def version_of(number: int, effective_at: datetime, content: dict[str, object]) -> Version:
    """A stored version, read."""
    catalog = catalog_of(content)
    message = catalog_message(catalog, number, effective_at)
    return Version(number, effective_at, catalog, message, PriceList(catalog, number))
