"""Where bookings and their parts are, by the newest fact we heard of each."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from notifications.store.tables import booking_standing, part_standing


async def note_standing(connection: AsyncConnection, booking_id: UUID, status: str, plan: str, version: int) -> None:
    """Notes where a booking is and when it is picked up, unless a newer fact was heard already."""
    row = insert(booking_standing).values(booking_id=booking_id, status=status, plan=plan, version=version)
    newer = row.on_conflict_do_update(
        index_elements=["booking_id"],
        set_={"status": row.excluded.status, "plan": row.excluded.plan, "version": row.excluded.version},
        where=booking_standing.c.version < row.excluded.version,
    )
    await connection.execute(newer)


async def note_part(connection: AsyncConnection, part: str, status: str, version: int) -> None:
    """Notes where a part of a booking is, unless a newer fact was heard already."""
    row = insert(part_standing).values(part=part, status=status, version=version)
    newer = row.on_conflict_do_update(
        index_elements=["part"],
        set_={"status": row.excluded.status, "version": row.excluded.version},
        where=part_standing.c.version < row.excluded.version,
    )
    await connection.execute(newer)
