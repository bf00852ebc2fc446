"""Saved addresses and their use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from identity.domain.address import Purpose, SavedAddress, no_such_address
from identity.store.customer_tables import address_use
from identity.store.customer_tables import saved_address as table
from identity.store.rows import columns_of, newest_first, older_than, row_of

COLUMNS = columns_of(table, SavedAddress)
ALIVE = table.c.deleted_at.is_(None)
USES: dict[Purpose, sql.Column[int]] = {"pickup": table.c.pickups, "delivery": table.c.deliveries}


@dataclass(frozen=True, slots=True)
class Use:
    """One address of a booking."""

    address_id: UUID
    purpose: Purpose


def of_customer(customer_id: UUID) -> sql.Select[Any]:
    """The addresses that a customer keeps."""
    return sql.select(*COLUMNS).where(table.c.customer_id == customer_id, ALIVE)


async def asked(connection: AsyncConnection, question: sql.Select[Any]) -> list[SavedAddress]:
    """The addresses that answer `question`."""
    return [SavedAddress(**row) for row in (await connection.execute(question)).mappings()]


async def list_addresses(
    connection: AsyncConnection, customer_id: UUID, place: tuple[datetime, UUID] | None, limit: int
) -> Sequence[SavedAddress]:
    """Addresses behind `place`, newest first."""
    question = of_customer(customer_id).where(older_than(table, place))
    return await asked(connection, question.order_by(*newest_first(table)).limit(limit))


async def count_addresses(connection: AsyncConnection, customer_id: UUID) -> int:
    """How many a customer keeps."""
    question = sql.select(sql.func.count()).select_from(table).where(table.c.customer_id == customer_id, ALIVE)
    return (await connection.execute(question)).scalar_one()


async def find_addresses(connection: AsyncConnection, customer_id: UUID, ids: Sequence[UUID]) -> Sequence[SavedAddress]:
    """Those of the customer's addresses, in the order of `ids`. Raises NotFound when one is missing."""
    found = {each.id: each for each in await asked(connection, of_customer(customer_id).where(table.c.id.in_(ids)))}
    if set(ids) - set(found):
        raise no_such_address()
    return [found[address_id] for address_id in ids]


async def lock_address(connection: AsyncConnection, customer_id: UUID, address_id: UUID) -> SavedAddress:
    """One of the customer's addresses, locked until the transaction ends. Raises NotFound."""
    question = of_customer(customer_id).where(table.c.id == address_id).with_for_update()
    found = await asked(connection, question)
    if not found:
        raise no_such_address()
    return found[0]


async def add_address(connection: AsyncConnection, address: SavedAddress) -> bool:
    """Stores an address; False when its id is taken."""
    added = insert(table).values(row_of(table, address)).on_conflict_do_nothing(index_elements=["id"])
    return (await connection.execute(added.returning(table.c.id))).one_or_none() is not None


async def save_address(connection: AsyncConnection, address: SavedAddress) -> None:
    """Stores a locked address as it is now."""
    await connection.execute(table.update().where(table.c.id == address.id).values(row_of(table, address)))


async def most_used(
    connection: AsyncConnection, customer_id: UUID, purpose: Purpose | None, limit: int
) -> Sequence[SavedAddress]:
    """The most used first, then the most recently used; without a purpose, either counts."""
    uses = USES[purpose] if purpose else table.c.pickups + table.c.deliveries
    order = (uses.desc(), table.c.last_used_at.desc().nulls_last(), *newest_first(table))
    question = of_customer(customer_id)
    if purpose:
        question = question.where(uses > 0)
    return await asked(connection, question.order_by(*order).limit(limit))


async def note_use(connection: AsyncConnection, booking_id: UUID, use: Use, now: datetime) -> None:
    """Counts one use, unless the booking's was counted before."""
    row = {"booking_id": booking_id, "purpose": use.purpose, "address_id": use.address_id, "used_at": now}
    noted = insert(address_use).values(row).on_conflict_do_nothing().returning(address_use.c.booking_id)
    if (await connection.execute(noted)).one_or_none() is None:
        return
    column = USES[use.purpose]
    counted = {column.name: column + 1, "last_used_at": sql.func.greatest(table.c.last_used_at, now)}
    await connection.execute(table.update().where(table.c.id == use.address_id).values(counted))
