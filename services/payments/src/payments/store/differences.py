"""Questions about differences with Stripe, and the comparisons that found them."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from payments.store.reconciliation_tables import differences, reconciliations

is_open = differences.c.resolved_at.is_(None)


async def add_or_see(connection: AsyncConnection, **values: Any) -> bool:
    """Stores a difference; False when it is open already, and was seen again."""
    row = insert(differences).values(**values)
    again = row.on_conflict_do_update(
        index_elements=["kind", "subject"],
        index_where=is_open,
        set_={"last_seen_at": row.excluded.last_seen_at, "detail": row.excluded.detail},
    )
    stored = (await connection.execute(again.returning(differences.c.id))).scalar_one()
    return bool(stored == values["id"])


async def resolve_open(
    connection: AsyncConnection, kind: str, subject: str, who: str, resolution: str, now: datetime
) -> None:
    """An open difference is no longer there."""
    row = differences.update().where(differences.c.kind == kind, differences.c.subject == subject, is_open)
    await connection.execute(row.values(resolved_at=now, resolved_by=who, resolution=resolution))


async def lock_difference(connection: AsyncConnection, difference_id: UUID) -> Any | None:
    """A difference, locked."""
    question = sql.select(differences).where(differences.c.id == difference_id)
    return (await connection.execute(question.with_for_update())).first()


async def save_difference(connection: AsyncConnection, difference_id: UUID, **changes: Any) -> Any:
    """Changes a locked difference."""
    row = differences.update().where(differences.c.id == difference_id).values(**changes)
    return (await connection.execute(row.returning(differences))).one()


async def add_reconciliation(connection: AsyncConnection, **values: Any) -> None:
    """Remembers that a window was compared."""
    await connection.execute(reconciliations.insert().values(**values))


async def last_compared(connection: AsyncConnection) -> tuple[datetime | None, datetime | None]:
    """Until when was compared, and until when the whole window was; None for never."""
    until = sql.func.max(reconciliations.c.compared_until)
    question = sql.select(until, until.filter(reconciliations.c.is_whole))
    last, whole = (await connection.execute(question)).one()
    return last, whole
