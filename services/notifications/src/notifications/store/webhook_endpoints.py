"""Partners' endpoints. An owner of None is staff, who see everybody's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from chassis.refusal import NotFound
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from notifications.store.webhook_tables import webhook_endpoint as table


async def lock_owner(connection: AsyncConnection, owner_id: UUID) -> int:
    """Lets nobody else add to an owner's endpoints meanwhile; how many there are."""
    key = sql.func.hashtextextended(sql.literal(f"webhooks/{owner_id}"), 0)
    await connection.execute(sql.select(sql.func.pg_advisory_xact_lock(key)))
    count = await connection.execute(sql.select(sql.func.count()).where(table.c.owner_id == owner_id))
    return int(count.scalar_one())


async def add_endpoint(connection: AsyncConnection, values: Mapping[str, Any]) -> RowMapping:
    """As kept."""
    defaults = {"is_enabled": True, "disabled_because": ""}
    added = await connection.execute(table.insert().values(**defaults, **values).returning(table))
    row: RowMapping = added.mappings().one()
    return row


def owned(endpoint_id: UUID, owner: UUID | None) -> sql.ColumnElement[bool]:
    """A condition: this endpoint, if it is theirs."""
    return sql.and_(table.c.id == endpoint_id, table.c.owner_id == owner if owner else sql.true())


async def find_endpoint(
    connection: AsyncConnection, endpoint_id: UUID, owner: UUID | None, *, lock: bool = False
) -> RowMapping:
    """One endpoint. Raises NotFound for somebody else's too."""
    question = sql.select(table).where(owned(endpoint_id, owner))
    row = (await connection.execute(question.with_for_update() if lock else question)).mappings().one_or_none()
    if row is None:
        raise NotFound("endpoint_not_found", "There is no such webhook endpoint.", "endpoint_id")
    return row


async def find_disabled(connection: AsyncConnection, endpoint_id: UUID, reason: str) -> RowMapping | None:
    """An endpoint that is still disabled for this reason; None when it is gone or works again."""
    question = sql.select(table).where(table.c.id == endpoint_id, table.c.disabled_because == reason)
    row: RowMapping | None = (await connection.execute(question)).mappings().one_or_none()
    return row


async def list_endpoints(
    connection: AsyncConnection, owner: UUID | None, before: UUID | None, limit: int
) -> Sequence[RowMapping]:
    """Newest first."""
    question = sql.select(table).order_by(table.c.id.desc()).limit(limit)
    if owner is not None:
        question = question.where(table.c.owner_id == owner)
    if before is not None:
        question = question.where(table.c.id < before)
    return (await connection.execute(question)).mappings().all()


async def save_endpoint(connection: AsyncConnection, endpoint_id: UUID, changes: Mapping[str, Any]) -> RowMapping:
    """As it is now."""
    change = table.update().where(table.c.id == endpoint_id).values(**changes).returning(table)
    row: RowMapping = (await connection.execute(change)).mappings().one()
    return row


async def delete_endpoint(connection: AsyncConnection, endpoint_id: UUID) -> None:
    """With its deliveries."""
    await connection.execute(table.delete().where(table.c.id == endpoint_id))


async def disable_all_of(connection: AsyncConnection, owner_id: UUID) -> Sequence[UUID]:
    """Its key is revoked. Returns which were enabled."""
    change = (
        table.update()
        .where(table.c.owner_id == owner_id, table.c.is_enabled)
        .values(is_enabled=False, disabled_because="key_revoked")
    )
    return list((await connection.execute(change.returning(table.c.id))).scalars())


async def note_try(
    connection: AsyncConnection, endpoint_id: UUID, *, is_taken: bool, now: datetime
) -> RowMapping | None:
    """Since when it fails; the endpoint, locked, or None when it was deleted meanwhile."""
    since = None if is_taken else sql.func.coalesce(table.c.failing_since, now)
    change = table.update().where(table.c.id == endpoint_id).values(failing_since=since).returning(table)
    row: RowMapping | None = (await connection.execute(change)).mappings().one_or_none()
    return row
