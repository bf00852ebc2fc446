"""Looking into the audit log: in pages, and as an act of its own, because it shows who did what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from chassis.cursors import cursor_of, number_of, numbers_of, page_of
from chassis.database import Database
from sqlalchemy.ext.asyncio import AsyncConnection

from identity.actions.acts import record
from identity.domain.audit_chain import AuditEntry
from identity.store import audit
from identity.store.audit import AuditFilter


async def search_audit_log(
    database: Database, wanted: AuditFilter, cursor: str, limit: int, now: datetime
) -> tuple[Sequence[AuditEntry], str]:
    """A page, newest first, and the next page's cursor; the first page is the look that is noted."""
    before = number_of(cursor, "cursor")
    async with database.transaction() as connection:
        if before is None:
            await note_look(connection, "audit_log.searched", wanted, now)
        found = await audit.list_newest(connection, wanted, before, limit + 1)
    entries, more = page_of(found, limit)
    return entries, cursor_of(entries[-1].position) if more else ""


async def export_audit_log(
    database: Database, wanted: AuditFilter, cursor: str, limit: int, now: datetime
) -> tuple[Sequence[AuditEntry], str]:
    """A page, oldest first, of what there was when the export began; so it ends although acts go on."""
    place = numbers_of(cursor, 2, "cursor")
    async with database.transaction() as connection:
        if place is None:
            await note_look(connection, "audit_log.exported", wanted, now)
            place = (0, (await audit.find_head(connection))[1])
        after, through = place
        found = await audit.list_oldest(connection, wanted, after, through, limit + 1)
    entries, more = page_of(found, limit)
    return entries, cursor_of(entries[-1].position, through) if more else ""


async def note_look(connection: AsyncConnection, action: str, wanted: AuditFilter, now: datetime) -> None:
    """Who looked for what."""
    asked = {name: value for name, value in asdict(wanted).items() if value}
    await record(connection, action, ("audit_log", None), now, after=asked)
