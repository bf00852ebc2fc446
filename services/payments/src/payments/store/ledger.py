"""The ledger: rows are added and never touched again; the database itself refuses what does not add up to zero."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sql
from chassis.identifiers import new_id
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from payments.domain.ledger import Movement
from payments.store.ledger_tables import ledger_entries, ledger_movements, paid_bookings


async def post(connection: AsyncConnection, movement: Movement) -> bool:
    """Books a movement once; False when its source was booked before, or it moves nothing."""
    if not movement.entries:
        return False
    movement_id = new_id()
    row = insert(ledger_movements).values(
        id=movement_id,
        kind=movement.kind,
        source=movement.source,
        payment_id=movement.payment_id,
        booking_id=movement.booking_id,
        service_type=movement.service_type,
        occurred_at=movement.occurred_at,
    )
    added = await connection.execute(row.on_conflict_do_nothing().returning(ledger_movements.c.id))
    if added.first() is None:
        return False
    sides = [
        {"movement_id": movement_id, "position": position, "account": side.account, "amount_cents": side.amount_cents}
        for position, side in enumerate(movement.entries)
    ]
    await connection.execute(ledger_entries.insert(), sides)
    return True


async def posted_of(connection: AsyncConnection, sources: Sequence[str]) -> set[str]:
    """Which of these facts were booked."""
    question = sql.select(ledger_movements.c.source).where(ledger_movements.c.source.in_(sources))
    return set((await connection.execute(question)).scalars())


async def balances(connection: AsyncConnection) -> dict[str, int]:
    """USD cents of each account, debits positive; accounts that never moved are missing."""
    total = sql.func.sum(ledger_entries.c.amount_cents)
    rows = await connection.execute(sql.select(ledger_entries.c.account, total).group_by(ledger_entries.c.account))
    return {account: int(cents) for account, cents in rows}


async def add_paid_booking(connection: AsyncConnection, booking_id: UUID, **values: object) -> None:
    """Remembers what a paid booking was, for reports; the first word counts."""
    row = insert(paid_bookings).values(booking_id=booking_id, **values)
    await connection.execute(row.on_conflict_do_nothing())
