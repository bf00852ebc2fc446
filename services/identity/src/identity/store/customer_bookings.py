"""What customers booked and paid, as booking and payments told: a row a booking, whatever order the events come in."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from identity.store.customer_tables import customer_booking as table

UNKNOWN = "unknown"


async def note_state(
    connection: AsyncConnection,
    booking_id: UUID,
    customer_id: UUID | None,
    status: str,
    version: int,
    told_at: datetime,
) -> None:
    """The booking's state at its `version`; an older one than we know changes nothing but the date of booking."""
    row = {"booking_id": booking_id, "customer_id": customer_id, "status": status, "version": version}
    fresh = insert(table).values(**row, booked_at=told_at, paid_cents=0, refunded_cents=0)
    is_newer = fresh.excluded.version >= table.c.version
    newer = {
        "customer_id": sql.case((is_newer, fresh.excluded.customer_id), else_=table.c.customer_id),
        "status": sql.case((is_newer, fresh.excluded.status), else_=table.c.status),
        "version": sql.func.greatest(table.c.version, fresh.excluded.version),
        "booked_at": sql.func.least(table.c.booked_at, fresh.excluded.booked_at),
    }
    await connection.execute(fresh.on_conflict_do_update(index_elements=["booking_id"], set_=newer))


async def add_money(connection: AsyncConnection, booking_id: UUID, paid_cents: int, refunded_cents: int) -> None:
    """Money that came or went, in USD cents; the inbox sees to it that each is told once."""
    fresh = insert(table).values(
        booking_id=booking_id, status=UNKNOWN, version=0, paid_cents=paid_cents, refunded_cents=refunded_cents
    )
    more = {
        "paid_cents": table.c.paid_cents + fresh.excluded.paid_cents,
        "refunded_cents": table.c.refunded_cents + fresh.excluded.refunded_cents,
    }
    await connection.execute(fresh.on_conflict_do_update(index_elements=["booking_id"], set_=more))
