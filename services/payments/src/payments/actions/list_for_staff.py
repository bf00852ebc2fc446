"""List for staff: a page, and the note in the audit log that somebody saw it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from chassis.cursors import cursor_of, keys_of, page_of, wrong_cursor
from chassis.database import Database
from chassis.identifiers import new_id
from sqlalchemy.ext.asyncio import AsyncConnection

from payments.audit import record
from payments.store.lists import Listed, count_rows, list_rows

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True)
class Page:
    """One page of a list."""

    rows: Sequence[Any]
    next_page_token: str
    total_count: int


async def list_page(
    database: Database, listed: Listed, conditions: Sequence[Any], size: int, token: str, now: datetime
) -> Page:
    """A page of what meets `conditions`. Raises Invalid for a token that we never made."""
    async with database.transaction() as connection:
        page = await page_of_list(connection, listed, conditions, size, token)
        seen = {"rows": len(page.rows), "page": "later" if token else "first"}
        await record(connection, f"{listed.name}.listed", (f"{listed.name}_list", new_id()), now, after=seen)
    return page


async def list_own_page(database: Database, listed: Listed, conditions: Sequence[Any], size: int, token: str) -> Page:
    """The same for whoever's own it is: no look at anybody else. Raises Invalid for a token that we never made."""
    async with database.reading() as connection:
        return await page_of_list(connection, listed, conditions, size, token)


async def page_of_list(
    connection: AsyncConnection, listed: Listed, conditions: Sequence[Any], size: int, token: str
) -> Page:
    """A page, and where the next one begins."""
    found = await list_rows(connection, listed, conditions, place_of(token), size + 1)
    rows, has_more = page_of(found, size)
    total = await count_rows(connection, listed, conditions)
    return Page(rows, token_of(listed, rows[-1]) if has_more else "", total)


def token_of(listed: Listed, row: Any) -> str:
    """Where a page ended."""
    return cursor_of((getattr(row, listed.since.name) - EPOCH) // MICROSECOND, str(row.id))


def place_of(token: str) -> tuple[datetime, UUID] | None:
    """The row after which the next page begins. Raises Invalid."""
    keys = keys_of(token, int, str)
    if keys is None:
        return None
    try:
        return EPOCH + int(keys[0]) * MICROSECOND, UUID(str(keys[1]))
    except (ValueError, OverflowError) as error:
        raise wrong_cursor("page_token") from error
