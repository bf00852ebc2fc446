"""The keys that sign principals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from identity.domain.signing_key import SigningKey
from identity.store.key_tables import signing_key

KEYS_CHANGED_CHANNEL = "identity_signing_keys"
ROTATION_LOCK = 7_305_771_001
"""Any number that no other advisory lock of this database uses."""


async def lock_rotation(connection: AsyncConnection) -> None:
    """Lets one transaction at a time change the keys, also while there is no row to lock yet."""
    await connection.execute(sql.select(sql.func.pg_advisory_xact_lock(ROTATION_LOCK)))


async def list_verifying_keys(connection: AsyncConnection, now: datetime) -> Sequence[SigningKey]:
    """Every key whose tokens are still accepted, oldest first."""
    alive = sql.or_(signing_key.c.expires_at.is_(None), signing_key.c.expires_at > now)
    found = await connection.execute(sql.select(signing_key).where(alive).order_by(signing_key.c.active_from))
    return [SigningKey(**row) for row in found.mappings()]


async def find_current_key(connection: AsyncConnection) -> SigningKey | None:
    """The newest key: the one without an end."""
    found = await connection.execute(sql.select(signing_key).where(signing_key.c.retired_at.is_(None)))
    row = found.mappings().one_or_none()
    return SigningKey(**row) if row else None


async def add_key(connection: AsyncConnection, key: SigningKey) -> None:
    """Stores a key, and wakes every replica at commit."""
    row = {column.name: getattr(key, column.name) for column in signing_key.c}
    await connection.execute(signing_key.insert().values(row))
    await connection.execute(sql.select(sql.func.pg_notify(KEYS_CHANGED_CHANNEL, str(key.key_id))))


async def retire_key(connection: AsyncConnection, key_id: UUID, retired_at: datetime, expires_at: datetime) -> None:
    """Gives a key its end."""
    ended = signing_key.update().where(signing_key.c.key_id == key_id)
    await connection.execute(ended.values(retired_at=retired_at, expires_at=expires_at))


async def erase_expired_keys(connection: AsyncConnection, now: datetime) -> int:
    """Deletes keys that nobody accepts any more; the number of them."""
    erased = await connection.execute(
        signing_key.delete().where(signing_key.c.expires_at <= now).returning(signing_key.c.key_id)
    )
    return len(erased.all())
