"""Lists of storages, newest first, a page at a time; and those of a customer who is exported or forgotten."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.erasure import FIRST_NAME, LAST_NAME
from booking.domain.storage import Standing, StorageStatus
from booking.store.storage_tables import history, item, storage
from booking.store.storages import StorageRecord, record_of

NO_LABEL = ""


@dataclass(frozen=True, slots=True)
class WantedStorages:
    """Which storages; empty members exclude none."""

    statuses: Collection[StorageStatus] = ()
    standing: Standing | None = None
    customer_id: UUID | None = None
    is_wanted_back: bool = False


async def find_page(
    connection: AsyncConnection, wanted: WantedStorages, before: tuple[datetime, UUID] | None, limit: int
) -> Sequence[StorageRecord]:
    """Up to `limit` storages, newest first, made before the one that `before` names."""
    question = sql.select(storage).where(*conditions(wanted))
    if before:
        question = question.where(sql.tuple_(storage.c.created_at, storage.c.id) < before)
    newest = question.order_by(storage.c.created_at.desc(), storage.c.id.desc()).limit(limit)
    return [record_of(dict(row)) for row in (await connection.execute(newest)).mappings()]


def conditions(wanted: WantedStorages) -> list[sql.ColumnElement[bool]]:
    """What a storage must fulfil."""
    found: list[sql.ColumnElement[bool]] = []
    if wanted.statuses:
        found.append(storage.c.status.in_(sorted(wanted.statuses)))
    if wanted.standing:
        found.append(storage.c.standing == wanted.standing)
    if wanted.customer_id:
        found.append(storage.c.customer_id == wanted.customer_id)
    if wanted.is_wanted_back:
        waits = sql.and_(item.c.wanted_back_on.is_not(None), item.c.returned_on.is_(None))
        found.append(storage.c.id.in_(sql.select(item.c.storage_id).where(waits)))
    return found


async def list_of_customer(connection: AsyncConnection, customer_id: UUID) -> Sequence[StorageRecord]:
    """All of a customer's storages, oldest first."""
    question = sql.select(storage).where(storage.c.customer_id == customer_id).order_by(storage.c.id)
    return [record_of(dict(row)) for row in (await connection.execute(question)).mappings()]


async def lock_unerased(connection: AsyncConnection, customer_id: UUID) -> Sequence[StorageRecord]:
    """A customer's storages that still know whose they are, locked."""
    theirs = sql.and_(storage.c.customer_id == customer_id, storage.c.erased_at.is_(None))
    question = sql.select(storage).where(theirs).order_by(storage.c.id).with_for_update()
    return [record_of(dict(row)) for row in (await connection.execute(question)).mappings()]


async def erase(connection: AsyncConnection, ids: Collection[UUID], now: datetime) -> None:
    """Takes out of locked storages who stored, and what was written on their things."""
    forgotten = {"first_name": FIRST_NAME, "last_name": LAST_NAME, "email": "", "phone": "", "erased_at": now}
    row = storage.update().where(storage.c.id.in_(ids))
    await connection.execute(row.values(**forgotten, version=storage.c.version + 1))
    await connection.execute(item.update().where(item.c.storage_id.in_(ids)).values(label=NO_LABEL))
    await connection.execute(history.update().where(history.c.storage_id.in_(ids)).values(what=""))


async def list_erased_ids(connection: AsyncConnection, customer_id: UUID) -> Sequence[UUID]:
    """The storages of a customer that were erased."""
    erased = sql.and_(storage.c.customer_id == customer_id, storage.c.erased_at.is_not(None))
    return (await connection.execute(sql.select(storage.c.id).where(erased).order_by(storage.c.id))).scalars().all()
