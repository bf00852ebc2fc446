"""Storages as rows and as records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from chassis.refusal import NotFound
from google.protobuf.json_format import ParseDict
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.pricing.v1.price_pb2 import Price

from booking.domain.contact import Contact
from booking.domain.storage import Standing, StorageStatus
from booking.store.bookings import NUMBERS_TRIED, NumbersExhaustedError, as_json
from booking.store.storage_tables import history, storage

CHANGEABLE = ("status", "standing", "end_date", "updated_at", "version")
LONGEST_HISTORY = 200


@dataclass(frozen=True, slots=True)
class StorageRecord:
    """One storage as stored."""

    id: UUID
    number: str
    status: StorageStatus
    standing: Standing
    customer_id: UUID
    contact: Contact
    language: str
    start_date: date
    end_date: date | None
    price: Price
    """Of one month."""
    created_at: datetime
    updated_at: datetime
    version: int
    erased_at: datetime | None = None

    @property
    def monthly_cents(self) -> int:
        """USD cents."""
        return self.price.total_cents


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One thing that happened."""

    storage_id: UUID
    at: datetime
    actor: str
    what: str


async def add_storage(
    connection: AsyncConnection, record: StorageRecord, new_number: Callable[[], str]
) -> StorageRecord:
    """Stores it under the first free number of `new_number`."""
    row = row_of(record)
    for _ in range(NUMBERS_TRIED):
        added = insert(storage).values({**row, "number": new_number()})
        free = added.on_conflict_do_nothing(index_elements=["number"]).returning(storage.c.number)
        number = (await connection.execute(free)).scalar_one_or_none()
        if number is not None:
            return replace(record, number=number)
    raise NumbersExhaustedError


async def find_storage(connection: AsyncConnection, storage_id: UUID) -> StorageRecord:
    """The storage. Raises NotFound."""
    return one_of(await connection.execute(sql.select(storage).where(storage.c.id == storage_id)))


async def lock_storage(connection: AsyncConnection, storage_id: UUID) -> StorageRecord:
    """The storage, locked until the transaction ends. Raises NotFound."""
    question = sql.select(storage).where(storage.c.id == storage_id).with_for_update()
    return one_of(await connection.execute(question))


async def lock_due(connection: AsyncConnection, today: date) -> StorageRecord | None:
    """One planned storage whose first day has come; what another replica holds is passed over."""
    is_due = sql.and_(storage.c.status == StorageStatus.PLANNED, storage.c.start_date <= today)
    return await lock_first(connection, is_due, storage.c.start_date)


async def lock_over(connection: AsyncConnection, today: date) -> StorageRecord | None:
    """One ending storage whose last day is over; what another replica holds is passed over."""
    is_over = sql.and_(storage.c.status == StorageStatus.ENDING, storage.c.end_date < today)
    return await lock_first(connection, is_over, storage.c.end_date)


async def lock_first(
    connection: AsyncConnection, condition: sql.ColumnElement[bool], order: sql.ColumnElement[Any]
) -> StorageRecord | None:
    """The first that nobody else holds."""
    question = sql.select(storage).where(condition).order_by(order).limit(1).with_for_update(skip_locked=True)
    row = (await connection.execute(question)).mappings().one_or_none()
    return record_of(dict(row)) if row else None


async def save(connection: AsyncConnection, changed: StorageRecord, now: datetime) -> StorageRecord:
    """Stores what can change on a locked storage, as its next version; as it is then."""
    saved = replace(changed, updated_at=max(now, changed.updated_at), version=changed.version + 1)
    values = {name: getattr(saved, name) for name in CHANGEABLE}
    values |= {"price": as_json(saved.price), "monthly_cents": saved.monthly_cents}
    await connection.execute(storage.update().where(storage.c.id == saved.id).values(values))
    return saved


async def add_history(connection: AsyncConnection, entry: HistoryEntry) -> None:
    """Notes what happened."""
    await connection.execute(history.insert().values(asdict(entry)))


async def list_history(connection: AsyncConnection, storage_id: UUID) -> Sequence[HistoryEntry]:
    """What happened to it, oldest first; the newest 200."""
    columns = [column for column in history.c if column.name != "id"]
    newest = sql.select(*columns).where(history.c.storage_id == storage_id).order_by(history.c.id.desc())
    rows = (await connection.execute(newest.limit(LONGEST_HISTORY))).mappings()
    return [HistoryEntry(**row) for row in rows][::-1]


def must_be_of(record: StorageRecord, customer_id: UUID) -> StorageRecord:
    """The customer's own storage. Raises NotFound for somebody else's."""
    if record.customer_id != customer_id:
        raise unknown()
    return record


def unknown() -> NotFound:
    """The refusal of an id that is nobody's, or somebody else's."""
    return NotFound("storage_not_found", "There is no such storage.", "storage_id")


def one_of(found: sql.CursorResult[Any]) -> StorageRecord:
    """The record of the one row. Raises NotFound."""
    row = found.mappings().one_or_none()
    if row is None:
        raise unknown()
    return record_of(dict(row))


def row_of(record: StorageRecord) -> dict[str, Any]:
    """A record as the table's columns."""
    row = {name: getattr(record, name) for name in StorageRecord.__dataclass_fields__ if name != "contact"}
    return {**row, **asdict(record.contact), "price": as_json(record.price), "monthly_cents": record.monthly_cents}


def record_of(row: dict[str, Any]) -> StorageRecord:
    """The columns of a row as a record."""
    contact = Contact(*(row.pop(name) for name in ("first_name", "last_name", "email", "phone")))
    del row["monthly_cents"]
    row |= {
        "status": StorageStatus(row["status"]),
        "standing": Standing(row["standing"]),
        "price": ParseDict(row["price"], Price(), ignore_unknown_fields=True),
    }
    return StorageRecord(contact=contact, **row)
