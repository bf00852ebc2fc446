"""Keys of apps, partners and devices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from identity.domain.access_terms import TOUCH_EVERY
from identity.domain.api_key import ApiKey, no_such_key
from identity.store.access_tables import api_key as table
from identity.store.customer_tables import customer
from identity.store.rows import columns_of, newest_first, older_than, row_of

COLUMNS = columns_of(table, ApiKey)
PARENT = table.alias("parent")


def key_of(row: sql.RowMapping) -> ApiKey:
    """A row as a record."""
    members: dict[str, Any] = {column.name: row[column.name] for column in COLUMNS}
    return ApiKey(**{**members, "scopes": tuple(row["scopes"])})


async def add_key(connection: AsyncConnection, key: ApiKey) -> bool:
    """Stores a key; False when its id is taken."""
    row = {**row_of(table, key), "scopes": list(key.scopes)}
    added = insert(table).values(row).on_conflict_do_nothing(index_elements=["id"])
    return (await connection.execute(added.returning(table.c.id))).one_or_none() is not None


async def find_by_secret(connection: AsyncConnection, secret_digest: bytes) -> ApiKey | None:
    """The key of a secret; a device's ends with its app's, and with its customer's account."""
    is_customer_open = sql.or_(table.c.customer_id.is_(None), customer.c.erasure_requested_at.is_(None))
    whole = table.outerjoin(PARENT, PARENT.c.id == table.c.parent_id).outerjoin(
        customer, customer.c.id == table.c.customer_id
    )
    question = sql.select(*COLUMNS, PARENT.c.revoked_at.label("parent_revoked_at")).select_from(whole)
    found = await connection.execute(question.where(table.c.secret_digest == secret_digest, is_customer_open))
    row = found.mappings().one_or_none()
    if row is None:
        return None
    key = key_of(row)
    return replace(key, revoked_at=key.revoked_at or row["parent_revoked_at"])


async def find_key(connection: AsyncConnection, key_id: UUID) -> ApiKey | None:
    """The key with this id."""
    row = (await connection.execute(sql.select(*COLUMNS).where(table.c.id == key_id))).mappings().one_or_none()
    return key_of(row) if row else None


async def lock_key(connection: AsyncConnection, key_id: UUID, customer_id: UUID | None = None) -> ApiKey:
    """A key, locked until the transaction ends: of an app or partner, or of this customer's. Raises NotFound."""
    question = sql.select(*COLUMNS).where(table.c.id == key_id, table.c.customer_id.is_not_distinct_from(customer_id))
    row = (await connection.execute(question.with_for_update(key_share=True))).mappings().one_or_none()
    if row is None:
        raise no_such_key()
    return key_of(row)


async def list_keys(
    connection: AsyncConnection, include_revoked: bool, place: tuple[datetime, UUID] | None, limit: int
) -> Sequence[ApiKey]:
    """Keys of apps and partners behind `place`, newest first."""
    wanted = sql.true() if include_revoked else table.c.revoked_at.is_(None)
    question = sql.select(*COLUMNS).where(table.c.parent_id.is_(None), wanted, older_than(table, place))
    rows = await connection.execute(question.order_by(*newest_first(table)).limit(limit))
    return [key_of(row) for row in rows.mappings()]


async def list_devices(connection: AsyncConnection, customer_id: UUID, now: datetime, limit: int) -> Sequence[ApiKey]:
    """A customer's devices that are signed in, newest first."""
    good = sql.or_(table.c.expires_at.is_(None), table.c.expires_at > now)
    question = sql.select(*COLUMNS).where(table.c.customer_id == customer_id, table.c.revoked_at.is_(None), good)
    rows = await connection.execute(question.order_by(*newest_first(table)).limit(limit))
    return [key_of(row) for row in rows.mappings()]


async def revoke_key(connection: AsyncConnection, key_id: UUID, now: datetime) -> None:
    """Ends a locked key."""
    await connection.execute(table.update().where(table.c.id == key_id).values(revoked_at=now))


async def revoke_devices(
    connection: AsyncConnection, customer_id: UUID, now: datetime, *conditions: sql.ColumnElement[bool]
) -> Sequence[UUID]:
    """Ends those keys of a customer's devices that meet `conditions`, or all; their ids."""
    alive = (table.c.customer_id == customer_id, table.c.revoked_at.is_(None))
    ended = table.update().where(*alive, *conditions).values(revoked_at=now).returning(table.c.id)
    return list((await connection.execute(ended)).scalars())


def all_devices_but(key_id: UUID | None) -> sql.ColumnElement[bool]:
    """A condition: any key but this one."""
    return table.c.id != key_id if key_id else sql.true()


def oldest_devices_beyond(customer_id: UUID, kept: int) -> sql.ColumnElement[bool]:
    """A condition: all but the `kept` newest of a customer."""
    alive = (table.c.customer_id == customer_id, table.c.revoked_at.is_(None))
    newest: sql.Select[Any] = sql.select(table.c.id).where(*alive)
    return table.c.id.in_(newest.order_by(*newest_first(table)).offset(kept))


async def touch_key(connection: AsyncConnection, key_id: UUID, now: datetime) -> None:
    """Writes down its use, unless somebody did within the last minute."""
    due = sql.or_(table.c.last_used_at.is_(None), table.c.last_used_at <= now - TOUCH_EVERY)
    await connection.execute(table.update().where(table.c.id == key_id, due).values(last_used_at=now))
