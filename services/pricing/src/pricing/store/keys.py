"""Keys that make one effect of many tries: held while a transaction looks whether the effect is there already."""

from __future__ import annotations

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection


async def hold_key(connection: AsyncConnection, owner: str, key: str) -> None:
    """Waits until nobody else holds the owner's key, and holds it until the transaction ends."""
    number = sql.func.hashtextextended(f"{owner}\n{key}", 0)
    await connection.execute(sql.select(sql.func.pg_advisory_xact_lock(number)))
