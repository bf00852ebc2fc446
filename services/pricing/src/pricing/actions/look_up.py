"""Finding versions and drafts of the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.database import Database
from chassis.refusal import Invalid, Unavailable
from sqlalchemy.ext.asyncio import AsyncConnection

from pricing.domain.catalog import Catalog
from pricing.domain.difference import Difference, differences
from pricing.domain.document import catalog_of
from pricing.store import changes, drafts, versions
from pricing.store.drafts import unknown_draft
from pricing.store.tables import Row

CHANGES_SHOWN = 200


@dataclass(frozen=True)
class Source:
    """A draft, or a version: 0 is the one in force."""

    draft_id: UUID | None = None
    number: int = 0


async def version_or_in_force(connection: AsyncConnection, number: int, now: datetime, field: str) -> Row:
    """The version with that number, or for 0 the one in force, with its content. Raises NotFound or Unavailable."""
    if number:
        return await versions.find_version(connection, number, field)
    row = await versions.find_in_force(connection, now)
    if row is None:
        raise Unavailable("no_catalog", "No catalogue is published yet; please try again.", retry_after_seconds=1)
    return row


async def version_in_full(database: Database, number: int, now: datetime) -> tuple[Row, Row]:
    """A version's summary, and the version with its content. Raises NotFound."""
    async with database.reading() as connection:
        row = await versions.find_version(connection, number)
        return await versions.find_summary(connection, number, now), row


async def draft_in_full(database: Database, draft_id: UUID) -> tuple[Row, Sequence[Row]]:
    """A draft with its content, and its latest changes, oldest first. Raises NotFound."""
    async with database.reading() as connection:
        row = await find_draft(connection, draft_id)
        return row, await changes.list_changes(connection, draft_id, CHANGES_SHOWN)


async def draft_content(database: Database, draft_id: UUID) -> tuple[Catalog, int]:
    """What a draft would publish, and its revision. Raises NotFound."""
    async with database.reading() as connection:
        row = await find_draft(connection, draft_id)
    return catalog_of(row.content), row.revision


async def find_draft(connection: AsyncConnection, draft_id: UUID) -> Row:
    """One draft with its content. Raises NotFound."""
    row = await drafts.find_draft(connection, draft_id)
    if row is None:
        raise unknown_draft()
    return row


async def compare(database: Database, older: Source | None, newer: Source, now: datetime) -> list[Difference]:
    """What differs; without `older` from what `newer` was made from, if from anything. Raises NotFound and Invalid."""
    async with database.reading() as connection:
        after = await content_of(connection, newer, now)
        if older is None:
            older = Source(number=base_of(after))
        before = await content_of(connection, older, now)
    return differences(catalog_of(before.content), catalog_of(after.content))


async def content_of(connection: AsyncConnection, source: Source, now: datetime) -> Row:
    """The row of a draft or a version. Raises NotFound."""
    if source.draft_id is not None:
        return await find_draft(connection, source.draft_id)
    return await version_or_in_force(connection, source.number, now, "number")


def base_of(row: Row) -> int:
    """The number of the version that it was made from. Raises Invalid for the first."""
    if row.base_number is None:
        message = f"Version {row.number} was made from no other; name the one to compare it with in `from`."
        raise Invalid("no_older_version", message, "from")
    return int(row.base_number)
