"""Resolve a difference: staff looked at it and say what became of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.database import Database
from chassis.refusal import Conflict, NotFound

from payments.audit import actor, record
from payments.store import differences as store


async def resolve_difference(database: Database, difference_id: UUID, resolution: str, now: datetime) -> Any:
    """The difference, resolved. Raises NotFound, or Conflict when it was before."""
    async with database.transaction() as connection:
        difference = await store.lock_difference(connection, difference_id)
        if difference is None:
            raise NotFound("difference_not_found", "There is no such difference.", "difference_id")
        if difference.resolved_at:
            raise Conflict("difference_resolved", "This difference is resolved already.", "difference_id")
        subject = ("difference", difference_id)
        await record(connection, "difference.resolved", subject, now, reason=resolution)
        return await store.save_difference(
            connection, difference_id, resolved_at=now, resolved_by=actor(), resolution=resolution
        )
