"""Handovers as rows and as values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.handovers import Handover, HandoverProof, Stage
from booking.store.handover_tables import handover


async def find_handover(connection: AsyncConnection, booking_id: UUID, stage: Stage) -> Handover | None:
    """One end of a move, as far as it was noted."""
    return next((each for each in await list_handovers(connection, [booking_id]) if each.stage is stage), None)


async def list_handovers(connection: AsyncConnection, booking_ids: Sequence[UUID]) -> Sequence[Handover]:
    """Of bookings: pickup before delivery."""
    question = sql.select(handover).where(handover.c.booking_id.in_(booking_ids))
    rows = (await connection.execute(question.order_by(handover.c.booking_id, handover.c.stage.desc()))).mappings()
    return [handover_of(dict(row)) for row in rows]


async def save_handover(connection: AsyncConnection, value: Handover) -> None:
    """Stores one; its booking is locked."""
    row = {name: getattr(value, name) for name in Handover.__dataclass_fields__}
    changed = {name: row[name] for name in row if name not in {"booking_id", "stage"}}
    added = insert(handover).values(row)
    await connection.execute(added.on_conflict_do_update(index_elements=["booking_id", "stage"], set_=changed))


async def erase_handovers(connection: AsyncConnection, booking_ids: Sequence[UUID]) -> None:
    """Forgets what was noted and who signed."""
    row = handover.update().where(handover.c.booking_id.in_(booking_ids))
    await connection.execute(row.values(condition_notes="", signed_by="", code_hash=""))


def handover_of(row: dict[str, Any]) -> Handover:
    """Columns as a handover."""
    proof = HandoverProof(row["proof"]) if row["proof"] else None
    return Handover(**row | {"stage": Stage(row["stage"]), "proof": proof})
