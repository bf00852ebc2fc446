"""Ending a storage with the month that is running: by its customer, by staff, or with the account."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.clock import new_york_date
from chassis.database import Database
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.actions.storage.look import StorageView, view_of
from booking.actions.storage.say import note, say_ended
from booking.actions.storage.start import CLOCK
from booking.domain.pickup import spoken_date
from booking.domain.storage import StorageStatus, end_if_asked, must_be_as_shown
from booking.store import storage_contents, storages
from booking.store.storages import StorageRecord


async def end_own_storage(
    database: Database, storage_id: UUID, customer_id: UUID, expected_end: date, now: datetime
) -> StorageView:
    """Ends it on the day that was shown; ending twice is ending once. Raises NotFound, Conflict."""
    async with database.transaction() as connection:
        record = storages.must_be_of(await storages.lock_storage(connection, storage_id), customer_id)
        must_be_as_shown(record.end_date or last_day_of(record, now), expected_end)
        ended = await end(connection, record, f"customer:{customer_id}", "", now)
        return await view_of(connection, ended)


async def end_for_customer(database: Database, storage_id: UUID, reason: str, actor: str, now: datetime) -> StorageView:
    """Ends it for somebody; ending twice is ending once. Raises NotFound."""
    async with database.transaction() as connection:
        record = await storages.lock_storage(connection, storage_id)
        ended = await end(connection, record, actor, reason, now)
        if ended != record:
            after = {"end_date": ended.end_date}
            subject = ("storage", storage_id)
            await record_act(connection, AuditRecorded, "storage.ended", subject, now, after=after, reason=reason)
        return await view_of(connection, ended)


async def end(
    connection: AsyncConnection, record: StorageRecord, actor: str, reason: str, now: datetime
) -> StorageRecord:
    """Ends a locked storage, asks for all that is in it, and says so; one that never began was never billed."""
    if record.end_date:
        return record
    last_day = last_day_of(record, now)
    is_billed = record.status is StorageStatus.ACTIVE
    status = StorageStatus.ENDING if is_billed else StorageStatus.ENDED
    ending = await storages.save(connection, replace(record, status=status, end_date=last_day), now)
    here = [item for item in await storage_contents.list_items(connection, record.id) if item.is_here]
    unasked = [item.id for item in here if item.wanted_back_on is None]
    await storage_contents.save_wanted(connection, unasked, last_day)
    because = f": {reason}" if reason else ""
    await note(connection, ending, actor, f"ends on {spoken_date(last_day)}{because}", now)
    if is_billed:
        await say_ended(connection, ending)
    return ending


def last_day_of(record: StorageRecord, now: datetime) -> date:
    """On which day an end that is asked for now is."""
    return end_if_asked(record.status, record.start_date, new_york_date(now))


async def close_over(database: Database, now: datetime) -> int:
    """Closes one storage whose last day is over in New York; how many there were, 0 or 1."""
    async with database.transaction() as connection:
        record = await storages.lock_over(connection, new_york_date(now))
        if record is None:
            return 0
        ended = await storages.save(connection, replace(record, status=StorageStatus.ENDED), now)
        await note(connection, ended, CLOCK, "over", now)
    return 1
