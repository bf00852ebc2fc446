"""What is said of a storage, and how it is noted in its history."""

from __future__ import annotations

from datetime import datetime

from chassis.outbox import say
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import StorageEnded, StorageStarted

from booking.storage_messages import storage_summary
from booking.store import storages
from booking.store.storages import HistoryEntry, StorageRecord


async def note(connection: AsyncConnection, record: StorageRecord, actor: str, what: str, now: datetime) -> None:
    """Writes one sentence into its history."""
    await storages.add_history(connection, HistoryEntry(record.id, now, actor, what))


async def say_started(connection: AsyncConnection, record: StorageRecord) -> None:
    """Payments bills it from now on, at the price it has; a newer version says another price."""
    event = StorageStarted(
        booking=storage_summary(record),
        monthly_cents=record.monthly_cents,
        start_date=record.start_date.isoformat(),
    )
    await say(connection, event, record.id, record.version)


async def say_ended(connection: AsyncConnection, record: StorageRecord) -> None:
    """Payments bills the month that is running, and none after it."""
    last_day = record.end_date.isoformat() if record.end_date else ""
    await say(connection, StorageEnded(booking=storage_summary(record), end_date=last_day), record.id, record.version)
