"""The audit log, as rows and as entries: appended one after another, and never changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from identity.domain.audit_chain import AuditEntry, Head
from identity.store.audit_tables import FILTERS, audit_entry, audit_head
from identity.store.rows import columns_of, row_of

COLUMNS = columns_of(audit_entry, AuditEntry)


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """What to look for; what is empty matches everything."""

    actor_id: str = ""
    actor_kind: str = ""
    action: str = ""
    subject_type: str = ""
    subject_id: str = ""
    service: str = ""
    request_id: str = ""
    not_before: datetime | None = None
    before: datetime | None = None


async def lock_head(connection: AsyncConnection) -> Head:
    """The end of the chain, locked until the transaction ends: nobody else appends meanwhile."""
    found = await connection.execute(sql.select(audit_head.c.position, audit_head.c.hash).with_for_update())
    return Head(*found.one())


async def find_head(connection: AsyncConnection) -> tuple[Head | None, int]:
    """The end of the chain as it was written down, and the last position there is, at one moment."""
    newest = sql.select(sql.func.coalesce(sql.func.max(audit_entry.c.position), 0)).scalar_subquery()
    one = sql.values(sql.column("id", sql.SmallInteger), name="one").data([(1,)])
    question = sql.select(audit_head.c.position, audit_head.c.hash, newest)
    whole = question.select_from(one.outerjoin(audit_head, audit_head.c.id == one.c.id))
    position, hash_, last = (await connection.execute(whole)).one()
    return None if position is None else Head(position, hash_), last


async def add_entry(connection: AsyncConnection, entry: AuditEntry) -> None:
    """Stores an entry that follows the locked head, and writes it down as the new one."""
    await connection.execute(audit_entry.insert().values(row_of(audit_entry, entry)))
    await connection.execute(audit_head.update().values(position=entry.position, hash=entry.hash))


async def list_chain(connection: AsyncConnection, after: int, limit: int) -> Sequence[AuditEntry]:
    """Entries behind the position `after`, in the order of the chain."""
    question = sql.select(*COLUMNS).where(audit_entry.c.position > after)
    return await asked(connection, question.order_by(audit_entry.c.position).limit(limit))


async def find_entry(connection: AsyncConnection, position: int) -> AuditEntry | None:
    """The entry at a position."""
    found = await asked(connection, sql.select(*COLUMNS).where(audit_entry.c.position == position))
    return found[0] if found else None


async def list_newest(
    connection: AsyncConnection, wanted: AuditFilter, before: int | None, limit: int
) -> Sequence[AuditEntry]:
    """Wanted entries before the position `before`, newest first."""
    question = sql.select(*COLUMNS).where(*conditions(wanted))
    if before is not None:
        question = question.where(audit_entry.c.position < before)
    return await asked(connection, question.order_by(audit_entry.c.position.desc()).limit(limit))


async def list_oldest(
    connection: AsyncConnection, wanted: AuditFilter, after: int, through: int, limit: int
) -> Sequence[AuditEntry]:
    """Wanted entries behind the position `after`, up to `through`, oldest first."""
    place = (audit_entry.c.position > after, audit_entry.c.position <= through)
    question = sql.select(*COLUMNS).where(*place, *conditions(wanted))
    return await asked(connection, question.order_by(audit_entry.c.position).limit(limit))


def conditions(wanted: AuditFilter) -> list[sql.ColumnElement[bool]]:
    """What entries must meet."""
    values = {name: getattr(wanted, name) for name in FILTERS}
    met = [audit_entry.c[name] == value for name, value in values.items() if value]
    if wanted.not_before is not None:
        met.append(audit_entry.c.occurred_at >= wanted.not_before)
    if wanted.before is not None:
        met.append(audit_entry.c.occurred_at < wanted.before)
    return met


async def asked(connection: AsyncConnection, question: sql.Select[tuple[object, ...]]) -> Sequence[AuditEntry]:
    """The entries that a question finds."""
    return [AuditEntry(**row) for row in (await connection.execute(question)).mappings()]
