"""Questions about disputes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from payments.store.ledger_tables import disputes


async def add_dispute(connection: AsyncConnection, **values: Any) -> bool:
    """Stores a dispute once; False when it is known."""
    row = insert(disputes).values(**values).on_conflict_do_nothing()
    return (await connection.execute(row.returning(disputes.c.id))).first() is not None


async def lock_dispute(connection: AsyncConnection, stripe_dispute_id: str) -> Any:
    """A dispute, locked."""
    question = sql.select(disputes).where(disputes.c.stripe_dispute_id == stripe_dispute_id)
    return (await connection.execute(question.with_for_update())).one()


async def states_of(connection: AsyncConnection, stripe_dispute_ids: Sequence[str]) -> dict[str, str]:
    """Where these disputes of Stripe are with us; those that we don't know are missing."""
    question = sql.select(disputes.c.stripe_dispute_id, disputes.c.status)
    rows = await connection.execute(question.where(disputes.c.stripe_dispute_id.in_(stripe_dispute_ids)))
    return {row[0]: row[1] for row in rows}


async def save_dispute(connection: AsyncConnection, dispute_id: UUID, **changes: Any) -> None:
    """Changes a locked dispute."""
    await connection.execute(disputes.update().where(disputes.c.id == dispute_id).values(**changes))
