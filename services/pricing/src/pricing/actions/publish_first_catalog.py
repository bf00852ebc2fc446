"""Publishing the very first catalogue."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.database import Database
from chassis.outbox import say
from totetaxi.pricing.v1.events_pb2 import CatalogPublished

from pricing.store import versions


async def publish_first_catalog(database: Database, version_id: UUID, content: dict[str, Any], now: datetime) -> bool:
    """Publishes catalogue version 1 in a new database; does nothing, and says False, when there is one."""
    async with database.transaction() as connection:
        if await versions.newest_number(connection):
            return False
        values: dict[str, Any] = {
            "effective_at": now,
            "published_at": now,
            "published_by": "seed",
            "reason": "The first price list.",
        }
        if not await versions.add_version(connection, id=version_id, number=1, content=content, **values):
            return False
        event = CatalogPublished(catalog_version_id=str(version_id), version=1, reason=values["reason"])
        event.effective_at.FromDatetime(now)
        await say(connection, event, about=version_id, version=1)
        return True
