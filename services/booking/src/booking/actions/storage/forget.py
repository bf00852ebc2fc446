"""A customer's storages in their export, and when they are forgotten."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from chassis.clock import new_york_date
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.actions.storage.end import end
from booking.domain.storage import DAYS_KEPT_AFTER
from booking.store import storage_contents, storage_lists
from booking.store.storage_contents import ItemRecord
from booking.store.storages import StorageRecord

ERASURE = "erasure"


async def export_storages(connection: AsyncConnection, customer_id: UUID) -> list[dict[str, Any]]:
    """Everything that is kept about a customer's storages; amounts in USD cents."""
    found = await storage_lists.list_of_customer(connection, customer_id)
    items: dict[UUID, list[ItemRecord]] = defaultdict(list)
    for item in await storage_contents.list_items_of(connection, [record.id for record in found]):
        items[item.storage_id].append(item)
    return [exported(record, items[record.id]) for record in found]


def exported(record: StorageRecord, items: Sequence[ItemRecord]) -> dict[str, Any]:
    """One storage as its customer may keep it."""
    return {
        "storage_number": record.number,
        "status": record.status,
        "standing": record.standing,
        **asdict(record.contact),
        "language": record.language,
        "start_date": record.start_date,
        "end_date": record.end_date,
        "monthly_cents": record.monthly_cents,
        "items": [
            {
                "kind": item.kind,
                "label": item.label,
                "taken_in_on": item.taken_in_on,
                "wanted_back_on": item.wanted_back_on,
                "returned_on": item.returned_on,
            }
            for item in items
        ],
        "created_at": record.created_at,
        "updated_at": record.updated_at,
    }


async def forget_storages(connection: AsyncConnection, customer_id: UUID, now: datetime) -> list[date]:
    """Ends what runs, erases what is over for 14 days; the days until which the others must wait."""
    today = new_york_date(now)
    found = await storage_lists.lock_unerased(connection, customer_id)
    ended = [await end(connection, record, ERASURE, "", now) for record in found]
    days = {record.id: kept_until(record) for record in ended}
    ready = [storage_id for storage_id, until in days.items() if until <= today]
    await storage_lists.erase(connection, ready, now)
    return [until for until in days.values() if until > today]


def kept_until(record: StorageRecord) -> date:
    """Until which day (New York) an ended storage needs to know whose it is; one that never began, until none."""
    if record.end_date is None or record.end_date < record.start_date:
        return date.min
    return record.end_date + timedelta(days=DAYS_KEPT_AFTER)
