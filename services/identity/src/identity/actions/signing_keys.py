"""The keys that sign principals: making the first, replacing the current, erasing the old."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from chassis.database import Database
from chassis.outbox import say
from google.protobuf.timestamp_pb2 import Timestamp
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.identity.v1.events_pb2 import SigningKeyRotated

from identity.domain.key_terms import KeyTerms
from identity.domain.sealing import seal
from identity.domain.signing_key import SigningKey, is_due_for_rotation, new_key_pair
from identity.store import signing_keys as store


async def ensure_signing_key(database: Database, terms: KeyTerms, key_id: UUID, now: datetime) -> None:
    """Makes the very first key, which signs at once; does nothing when there is one. Safe from several replicas."""
    async with database.transaction() as connection:
        await store.lock_rotation(connection)
        if await store.find_current_key(connection) is None:
            await store.add_key(connection, fresh_key(terms, key_id, now, active_from=now))


async def rotate_signing_key(database: Database, terms: KeyTerms, key_id: UUID, now: datetime) -> SigningKey:
    """Replaces the key in use whatever its age, and says so; the new key."""
    async with database.transaction() as connection:
        await store.lock_rotation(connection)
        return await replace_current(connection, terms, key_id, now)


async def rotate_when_due(database: Database, terms: KeyTerms, key_id: UUID, now: datetime) -> int:
    """Replaces the key in use when it has served its time, and erases expired ones; the number of keys changed."""
    async with database.transaction() as connection:
        await store.lock_rotation(connection)
        changed = await store.erase_expired_keys(connection, now)
        current = await store.find_current_key(connection)
        if current is not None and is_due_for_rotation(current, now, terms.lifetime):
            await replace_current(connection, terms, key_id, now)
            changed += 1
        return changed


async def verifying_keys(database: Database, now: datetime) -> Sequence[SigningKey]:
    """Every key whose tokens are accepted."""
    async with database.reading() as connection:
        return await store.list_verifying_keys(connection, now)


async def replace_current(connection: AsyncConnection, terms: KeyTerms, key_id: UUID, now: datetime) -> SigningKey:
    """Ends the current key and begins the next, published ahead of its first signature."""
    current = await store.find_current_key(connection)
    active_from = now if current is None else max(now, current.active_from) + terms.notice
    previous_expires_at = active_from + terms.overlap
    if current is not None:
        await store.retire_key(connection, current.key_id, active_from, previous_expires_at)
    successor = fresh_key(terms, key_id, now, active_from)
    await store.add_key(connection, successor)
    await say(connection, rotated(successor, previous_expires_at), about=key_id)
    return successor


def fresh_key(terms: KeyTerms, key_id: UUID, now: datetime, active_from: datetime) -> SigningKey:
    """A new key, sealed."""
    pair = new_key_pair(key_id)
    sealed = seal(terms.encryption_key, key_id, pair.private_key)
    return SigningKey(key_id, pair.public_key, sealed, created_at=now, active_from=active_from)


def rotated(successor: SigningKey, previous_expires_at: datetime) -> SigningKeyRotated:
    """The fact that the others hear."""
    moment = Timestamp()
    moment.FromDatetime(previous_expires_at)
    return SigningKeyRotated(key_id=str(successor.key_id), previous_expires_at=moment)
