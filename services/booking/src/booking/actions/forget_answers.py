"""Forgetting old idempotency keys."""

from __future__ import annotations

from datetime import datetime

from chassis.database import Database

from booking.store import idempotency


async def forget_answers(database: Database, before: datetime, limit: int) -> int:
    """Forgets up to `limit` idempotency keys from before `before`; how many."""
    async with database.transaction() as connection:
        return await idempotency.forget_answers(connection, before, limit)
