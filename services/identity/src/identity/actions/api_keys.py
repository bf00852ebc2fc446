"""Keys of apps and partners: making, reading, ending them, and whose a secret is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from chassis.database import Database
from chassis.refusal import Conflict

from identity.actions.acts import record
from identity.announcements import say_key_revoked
from identity.domain.api_key import ApiKey, NewKey, key_refused
from identity.domain.opaque_tokens import digest_of
from identity.store import api_keys


async def create_api_key(database: Database, made: NewKey, now: datetime) -> None:
    """Stores a new key; its secret is in the caller's hands alone. Raises Conflict for an id that is taken."""
    key = made.key
    async with database.transaction() as connection:
        if not await api_keys.add_key(connection, key):
            raise Conflict("api_key_exists", "There is a key with this id already, and its secret was shown once.")
        shown = {"name": key.name, "kind": key.kind, "scopes": list(key.scopes), "prefix": key.prefix}
        await record(connection, "api_key.created", ("api_key", key.id), now, after=shown)


async def list_api_keys(
    database: Database, include_revoked: bool, place: tuple[datetime, UUID] | None, limit: int
) -> Sequence[ApiKey]:
    """A page of them, newest first."""
    async with database.reading() as connection:
        return await api_keys.list_keys(connection, include_revoked, place, limit)


async def revoke_api_key(database: Database, key_id: UUID, now: datetime) -> ApiKey:
    """Ends a key, and with it every device's that it gave out. Raises NotFound."""
    async with database.transaction() as connection:
        key = await api_keys.lock_key(connection, key_id)
        if key.revoked_at is None:
            await api_keys.revoke_key(connection, key_id, now)
            await say_key_revoked(connection, key_id, None, now)
            await record(connection, "api_key.revoked", ("api_key", key_id), now)
        return await api_keys.lock_key(connection, key_id)


async def resolve_api_key(database: Database, secret: str, now: datetime) -> ApiKey:
    """The key of a secret. Raises UnknownCaller when it is unknown, revoked or over."""
    async with database.reading() as connection:
        key = await api_keys.find_by_secret(connection, digest_of(secret))
        if key is None or not key.is_good(now):
            raise key_refused()
        if key.is_due_for_touch(now):
            await api_keys.touch_key(connection, key.id, now)
    return key
