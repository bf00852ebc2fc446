"""Things that come, that are wanted back, and that leave."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.clock import new_york_date
from chassis.database import Database
from chassis.refusal import Conflict, Invalid, NotFound
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.actions.storage.look import StorageView, view_of
from booking.actions.storage.say import note
from booking.actions.storage.start import NewItem
from booking.domain.pickup import spoken_date
from booking.domain.storage import must_be_reachable, must_be_recent, must_let_go, must_take_in, spoken_list
from booking.store import storage_contents, storages
from booking.store.storage_contents import ItemRecord
from booking.store.storages import StorageRecord


async def add_items(
    database: Database, storage_id: UUID, items: Sequence[NewItem], day: date | None, actor: str, now: datetime
) -> StorageView:
    """Takes things in; ids that are known change nothing. Raises NotFound, Conflict, Invalid."""
    today = new_york_date(now)
    must_be_recent(day or today, today, "taken_in_on")
    async with database.transaction() as connection:
        record = await storages.lock_storage(connection, storage_id)
        known = {each.id for each in await storage_contents.list_items(connection, storage_id)}
        coming = [ItemRecord(new.id, storage_id, new.kind, new.label, day or today) for new in items]
        fresh = [each for each in coming if each.id not in known]
        must_take_in(record.status, len(known), len(fresh))
        added = await storage_contents.add_items(connection, fresh)
        must_be_new(fresh, added)
        if added:
            record = await told(connection, record, "storage.items_added", "taken in", fresh, actor, now)
        return await view_of(connection, record)


async def return_items(
    database: Database, storage_id: UUID, item_ids: Collection[UUID], day: date | None, actor: str, now: datetime
) -> StorageView:
    """Notes that things left; those that left before change nothing. Raises NotFound, Conflict, Invalid."""
    today = new_york_date(now)
    left_on = day or today
    must_be_recent(left_on, today, "returned_on")
    async with database.transaction() as connection:
        record = await storages.lock_storage(connection, storage_id)
        leaving = [each for each in await chosen(connection, storage_id, item_ids) if each.is_here]
        if leaving:
            must_let_go(record.standing)
            must_have_come(leaving, left_on)
            await storage_contents.save_returned(connection, [each.id for each in leaving], left_on)
            record = await told(connection, record, "storage.items_returned", "returned", leaving, actor, now)
        return await view_of(connection, record)


async def request_return(
    database: Database, storage_id: UUID, item_ids: Collection[UUID], day: date | None, customer_id: UUID, now: datetime
) -> StorageView:
    """Notes what a customer wants back, and by when. Raises NotFound, Conflict, Invalid."""
    today = new_york_date(now)
    wanted_on = day or today
    must_be_reachable(wanted_on, today)
    async with database.transaction() as connection:
        record = storages.must_be_of(await storages.lock_storage(connection, storage_id), customer_id)
        must_let_go(record.standing)
        wanted = await chosen(connection, storage_id, item_ids)
        must_be_here(wanted)
        await storage_contents.save_wanted(connection, [each.id for each in wanted], wanted_on)
        saved = await storages.save(connection, record, now)
        what = f"asked for {spoken_list(each.label for each in wanted)} by {spoken_date(wanted_on)}"
        await note(connection, saved, f"customer:{customer_id}", what, now)
        return await view_of(connection, saved)


async def chosen(connection: AsyncConnection, storage_id: UUID, item_ids: Collection[UUID]) -> Sequence[ItemRecord]:
    """The things with these ids. Raises NotFound for one that was never in this storage."""
    known: Mapping[UUID, ItemRecord] = {
        each.id: each for each in await storage_contents.list_items(connection, storage_id)
    }
    if not set(item_ids) <= set(known):
        raise NotFound("storage_item_not_found", "There is no such item in this storage.", "item_ids")
    return [known[item_id] for item_id in item_ids]


async def told(
    connection: AsyncConnection,
    record: StorageRecord,
    action: str,
    verb: str,
    items: Sequence[ItemRecord],
    actor: str,
    now: datetime,
) -> StorageRecord:
    """Notes in history and audit log what staff did with things; the storage as it is then."""
    saved = await storages.save(connection, record, now)
    await note(connection, saved, actor, f"{verb}: {spoken_list(each.label for each in items)}", now)
    after = {"item_ids": [str(each.id) for each in items]}
    await record_act(connection, AuditRecorded, action, ("storage", record.id), now, after=after)
    return saved


def must_be_new(fresh: Sequence[ItemRecord], added: Collection[UUID]) -> None:
    """Raises Conflict when an id is that of a thing in another storage."""
    if {each.id for each in fresh} - set(added):
        raise Conflict("item_id_taken", "There is another item with one of these ids; make new ones.", "items")


def must_be_here(wanted: Sequence[ItemRecord]) -> None:
    """Raises Conflict for what has left already."""
    gone = [each for each in wanted if not each.is_here]
    if gone:
        message = (
            f"{spoken_list(each.label for each in gone)} left the storage already; please choose among the others."
        )
        raise Conflict("item_returned", message, "item_ids")


def must_have_come(leaving: Sequence[ItemRecord], day: date) -> None:
    """Raises Invalid for a day before a thing came."""
    last = max(each.taken_in_on for each in leaving)
    if day < last:
        message = f"returned_on must not be before {spoken_date(last)}, when the last of these came."
        raise Invalid("returned_before_it_came", message, "returned_on")
