"""Whose bookings are whose, as far as payments must know: to give a customer their data, and to forget them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from payments.store.tables import customer_bookings, payments, refunds

NOBODY = "Erased customer"


async def note_customer(connection: AsyncConnection, booking_id: UUID, customer_id: UUID) -> None:
    """Remembers whose a booking is."""
    row = insert(customer_bookings).values(booking_id=booking_id, customer_id=customer_id)
    newer = {"customer_id": row.excluded.customer_id}
    await connection.execute(row.on_conflict_do_update(index_elements=["booking_id"], set_=newer))


async def list_payments(
    connection: AsyncConnection, customer_id: UUID, before: UUID | None, limit: int
) -> Sequence[Any]:
    """Payments of a customer's bookings, newest first, from those made before `before`."""
    theirs = sql.select(customer_bookings.c.booking_id).where(customer_bookings.c.customer_id == customer_id)
    question = sql.select(payments).where(payments.c.booking_id.in_(theirs))
    if before is not None:
        question = question.where(payments.c.id < before)
    return (await connection.execute(question.order_by(payments.c.id.desc()).limit(limit))).all()


async def list_refunds(connection: AsyncConnection, payment_ids: Sequence[UUID]) -> Sequence[Any]:
    """The refunds of payments, oldest first."""
    question = sql.select(refunds).where(refunds.c.payment_id.in_(payment_ids))
    return (await connection.execute(question.order_by(refunds.c.id))).all()


async def erase_names(connection: AsyncConnection, booking_ids: Sequence[UUID], now: datetime) -> int:
    """Drops who paid from the payments of these bookings; how many there are, erased earlier or now."""
    theirs = payments.c.booking_id.in_(booking_ids)
    row = payments.update().where(theirs, payments.c.erased_at.is_(None))
    await connection.execute(row.values(customer_name=NOBODY, erased_at=now, version=payments.c.version + 1))
    question = sql.select(sql.func.count()).select_from(payments).where(theirs)
    return int((await connection.execute(question)).scalar_one())


async def forget_customer(connection: AsyncConnection, customer_id: UUID) -> None:
    """Forgets which bookings were a customer's."""
    await connection.execute(customer_bookings.delete().where(customer_bookings.c.customer_id == customer_id))
