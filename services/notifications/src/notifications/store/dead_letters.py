"""Up to which dead letter of each service the office was told."""

from __future__ import annotations

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from notifications.store.tables import told_dead_letter


async def note_sequence(connection: AsyncConnection, service: str, sequence: int) -> bool:
    """Notes the newest; False when it, or a newer one, was noted before."""
    row = insert(told_dead_letter).values(service=service, sequence=sequence)
    newer = row.on_conflict_do_update(
        index_elements=["service"],
        set_={"sequence": row.excluded.sequence},
        where=told_dead_letter.c.sequence < row.excluded.sequence,
    )
    noted = await connection.execute(newer.returning(told_dead_letter.c.service))
    return noted.one_or_none() is not None
