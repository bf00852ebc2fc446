"""Looking at storages: one in full, or a list; what staff look at goes into the audit log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.cursors import cursor_of, moment_of, page_of
from chassis.database import Database
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.store import storage_contents, storage_lists, storages
from booking.store.storage_contents import ItemRecord, LegRecord
from booking.store.storage_lists import WantedStorages
from booking.store.storages import HistoryEntry, StorageRecord


@dataclass(frozen=True, slots=True)
class StorageView:
    """A storage and what is in it."""

    record: StorageRecord
    items: Sequence[ItemRecord]
    legs: Sequence[LegRecord]


@dataclass(frozen=True, slots=True)
class StoragePage:
    """One page of a list."""

    records: Sequence[StorageRecord]
    counts: Mapping[UUID, int]
    """Things that are in each that has any."""
    next_cursor: str
    """Empty on the last page."""


async def view_of(connection: AsyncConnection, record: StorageRecord) -> StorageView:
    """A storage as it is in this transaction."""
    items = await storage_contents.list_items(connection, record.id)
    return StorageView(record, items, await storage_contents.list_legs(connection, record.id))


async def storage_of_customer(database: Database, storage_id: UUID, customer_id: UUID) -> StorageView:
    """A customer's own storage. Raises NotFound, also for somebody else's."""
    async with database.reading() as connection:
        record = storages.must_be_of(await storages.find_storage(connection, storage_id), customer_id)
        return await view_of(connection, record)


async def inspect_storage(
    database: Database, storage_id: UUID, now: datetime
) -> tuple[StorageView, Sequence[HistoryEntry]]:
    """A storage with its history, for staff. Raises NotFound."""
    async with database.transaction() as connection:
        view = await view_of(connection, await storages.find_storage(connection, storage_id))
        history = await storages.list_history(connection, storage_id)
        await record_act(connection, AuditRecorded, "storage.viewed", ("storage", storage_id), now)
        return view, history


async def list_storages(database: Database, wanted: WantedStorages, size: int, cursor: str) -> StoragePage:
    """The page of `size` storages after `cursor`, newest first. Raises Invalid for a cursor that we never made."""
    before = moment_of(cursor)
    async with database.reading() as connection:
        found = await storage_lists.find_page(connection, wanted, before, size + 1)
        shown, more = page_of(found, size)
        counts = await storage_contents.count_here(connection, [record.id for record in shown])
    last = shown[-1] if more else None
    return StoragePage(shown, counts, cursor_of(last.created_at.isoformat(), str(last.id)) if last else "")


async def search_storages(
    database: Database, wanted: WantedStorages, size: int, cursor: str, now: datetime
) -> StoragePage:
    """The same for staff; that they looked goes into the audit log. Raises Invalid."""
    page = await list_storages(database, wanted, size, cursor)
    async with database.transaction() as connection:
        subject = ("storage_list", wanted.customer_id)
        shown = {"shown": len(page.records)}
        await record_act(connection, AuditRecorded, "storage_list.viewed", subject, now, after=shown)
    return page
