"""Walking the audit log's chain, stretch by stretch, to the first place where it is broken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chassis.database import Database
from sqlalchemy.ext.asyncio import AsyncConnection

from identity.domain.audit_chain import EMPTY, AuditEntry, Break, Head, break_at, break_at_end
from identity.store import audit

PAGE = 1000


@dataclass(frozen=True, slots=True)
class Stretch:
    """What was found in a part of the chain."""

    verified: int
    last: Head
    """The last entry that was looked at and is right."""
    broken: Break | None
    next_position: int
    """Where to go on; 0 at the end, and where it is broken."""


async def verify_audit_chain(database: Database, from_position: int, limit: int) -> Stretch:
    """Looks at up to `limit` entries from `from_position` (0 is the first); what was before them is believed."""
    async with database.reading() as connection:
        begin = await entry_before(connection, from_position)
        if isinstance(begin, Break):
            return Stretch(0, EMPTY, begin, 0)
        return await walk(connection, begin, limit)


async def entry_before(connection: AsyncConnection, position: int) -> Head | Break:
    """The entry before a position, to begin with."""
    if position <= 1:
        return EMPTY
    entry = await audit.find_entry(connection, position - 1)
    return Head(entry.position, entry.hash) if entry else Break(position - 1, f"Entry {position - 1} is missing.")


async def walk(connection: AsyncConnection, begin: Head, limit: int) -> Stretch:
    """Page by page, so that a long log needs little memory."""
    last, left = begin, limit
    while left > 0:
        page = await audit.list_chain(connection, last.position, min(PAGE, left))
        last, broken = follow(page, last)
        left -= len(page)
        if broken:
            return Stretch(last.position - begin.position, last, broken, 0)
        if not page:
            broken = await break_in_the_end(connection, last)
            return Stretch(last.position - begin.position, last, broken, 0)
    return Stretch(limit, last, None, last.position + 1)


def follow(page: Sequence[AuditEntry], begin: Head) -> tuple[Head, Break | None]:
    """The last entry of a page that is right, and what is wrong with the next one."""
    last = begin
    for entry in page:
        broken = break_at(entry, last)
        if broken:
            return last, broken
        last = Head(entry.position, entry.hash)
    return last, None


async def break_in_the_end(connection: AsyncConnection, last: Head) -> Break | None:
    """What is wrong behind the last row that was read; entries may have been appended since."""
    head, newest = await audit.find_head(connection)
    return break_at_end(last, head, newest)
