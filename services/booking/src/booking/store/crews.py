"""Drivers and vans as rows and as records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.store.logistics_tables import driver, van

MOST = 500
"""Drivers or vans in a list; a company with more needs another list."""


@dataclass(frozen=True, slots=True)
class DriverRecord:
    """Somebody who drives."""

    id: UUID
    name: str
    phone: str
    """E.164."""
    is_active: bool
    version: int


@dataclass(frozen=True, slots=True)
class VanRecord:
    """Something that is driven."""

    id: UUID
    name: str
    capacity: int
    """Totes that it holds."""
    is_active: bool
    version: int


async def list_drivers(connection: AsyncConnection) -> Sequence[DriverRecord]:
    """All of them, by name."""
    question = sql.select(driver).order_by(driver.c.name, driver.c.id).limit(MOST)
    return [DriverRecord(**row) for row in (await connection.execute(question)).mappings()]


async def list_vans(connection: AsyncConnection) -> Sequence[VanRecord]:
    """All of them, by name."""
    question = sql.select(van).order_by(van.c.name, van.c.id).limit(MOST)
    return [VanRecord(**row) for row in (await connection.execute(question)).mappings()]


async def lock_driver(connection: AsyncConnection, driver_id: UUID) -> DriverRecord | None:
    """The driver, locked; None when there is none."""
    question = sql.select(driver).where(driver.c.id == driver_id).with_for_update()
    row = (await connection.execute(question)).mappings().one_or_none()
    return DriverRecord(**row) if row else None


async def lock_van(connection: AsyncConnection, van_id: UUID) -> VanRecord | None:
    """The van, locked; None when there is none."""
    question = sql.select(van).where(van.c.id == van_id).with_for_update()
    row = (await connection.execute(question)).mappings().one_or_none()
    return VanRecord(**row) if row else None


async def save(connection: AsyncConnection, record: DriverRecord | VanRecord) -> None:
    """Stores a new one, or what changed of a locked one."""
    table = driver if isinstance(record, DriverRecord) else van
    added = insert(table).values(asdict(record))
    await connection.execute(added.on_conflict_do_update(index_elements=["id"], set_=asdict(record)))
