"""What is in a storage: its items, its legs, and what payments said of its bills."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.lifecycle import Status
from booking.domain.storage import Direction, InvoiceState, ItemKind
from booking.store.storage_tables import invoice, item, leg
from booking.store.tables import booking


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """One thing as stored."""

    id: UUID
    storage_id: UUID
    kind: ItemKind
    label: str
    taken_in_on: date
    wanted_back_on: date | None = None
    returned_on: date | None = None

    @property
    def is_here(self) -> bool:
        """Whether it has not left yet."""
        return self.returned_on is None


@dataclass(frozen=True, slots=True)
class LegRecord:
    """A booking that brings or fetches, as it is now."""

    booking_id: UUID
    number: str
    direction: Direction
    pickup_date: date
    status: Status


async def add_items(connection: AsyncConnection, items: Sequence[ItemRecord]) -> Sequence[UUID]:
    """Stores things; those whose ids are there already are left as they are. Answers the ids of the new ones."""
    if not items:
        return []
    added = insert(item).values([asdict(each) for each in items]).on_conflict_do_nothing(index_elements=["id"])
    return list((await connection.execute(added.returning(item.c.id))).scalars())


async def list_items(connection: AsyncConnection, storage_id: UUID) -> Sequence[ItemRecord]:
    """All things of a storage, in the order in which they came."""
    return await list_items_of(connection, [storage_id])


async def count_here(connection: AsyncConnection, storage_ids: Collection[UUID]) -> dict[UUID, int]:
    """How many things are in each storage that has any."""
    is_here = sql.and_(item.c.storage_id.in_(storage_ids), item.c.returned_on.is_(None))
    question = sql.select(item.c.storage_id, sql.func.count()).where(is_here).group_by(item.c.storage_id)
    return {row[0]: row[1] for row in await connection.execute(question)}


async def save_wanted(connection: AsyncConnection, ids: Collection[UUID], day: date) -> None:
    """Notes by when things are wanted back."""
    await connection.execute(item.update().where(item.c.id.in_(ids)).values(wanted_back_on=day))


async def save_returned(connection: AsyncConnection, ids: Collection[UUID], day: date) -> None:
    """Notes when things left."""
    await connection.execute(item.update().where(item.c.id.in_(ids)).values(returned_on=day))


async def add_leg(connection: AsyncConnection, storage_id: UUID, booking_id: UUID, direction: Direction) -> UUID:
    """Links a booking; the storage that it is a leg of, which may be another that had it before."""
    row = insert(leg).values(booking_id=booking_id, storage_id=storage_id, direction=direction)
    same = leg.c.storage_id == row.excluded.storage_id
    kept = row.on_conflict_do_update(
        index_elements=["booking_id"], set_={"direction": row.excluded.direction}, where=same
    )
    linked: UUID | None = (await connection.execute(kept.returning(leg.c.storage_id))).scalar_one_or_none()
    return linked or await storage_of_leg(connection, booking_id)


async def storage_of_leg(connection: AsyncConnection, booking_id: UUID) -> UUID:
    """The storage that a linked booking is a leg of."""
    question = sql.select(leg.c.storage_id).where(leg.c.booking_id == booking_id)
    found: UUID = (await connection.execute(question)).scalar_one()
    return found


async def list_legs(connection: AsyncConnection, storage_id: UUID) -> Sequence[LegRecord]:
    """The bookings of a storage, by day."""
    columns: list[Any] = [booking.c.id, booking.c.number, leg.c.direction, booking.c.pickup_date, booking.c.status]
    joined = sql.select(*columns).join_from(leg, booking, leg.c.booking_id == booking.c.id)
    rows = await connection.execute(joined.where(leg.c.storage_id == storage_id).order_by(booking.c.pickup_date))
    return [LegRecord(row[0], row[1], Direction(row[2]), row[3], Status(row[4])) for row in rows]


async def find_invoices(connection: AsyncConnection, storage_id: UUID) -> dict[UUID, InvoiceState]:
    """What payments said of each bill."""
    question = sql.select(invoice.c.invoice_id, invoice.c.state).where(invoice.c.storage_id == storage_id)
    return {row[0]: InvoiceState(row[1]) for row in await connection.execute(question)}


async def save_invoice(
    connection: AsyncConnection, storage_id: UUID, invoice_id: UUID, state: InvoiceState, amount_cents: int
) -> None:
    """Notes what payments says of one bill of a locked storage."""
    row = insert(invoice).values(invoice_id=invoice_id, storage_id=storage_id, state=state, amount_cents=amount_cents)
    newer = {"state": row.excluded.state, "amount_cents": row.excluded.amount_cents}
    await connection.execute(row.on_conflict_do_update(index_elements=["invoice_id"], set_=newer))


async def list_items_of(connection: AsyncConnection, storage_ids: Collection[UUID]) -> Sequence[ItemRecord]:
    """All things of several storages, in the order in which they came."""
    question = sql.select(item).where(item.c.storage_id.in_(storage_ids)).order_by(item.c.taken_in_on, item.c.id)
    rows = (await connection.execute(question)).mappings()
    return [ItemRecord(**{**row, "kind": ItemKind(row["kind"])}) for row in rows]
