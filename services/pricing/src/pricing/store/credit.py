"""Customers' credit: a balance that is never below zero, and every movement of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from pricing.store.quotes import quotes
from pricing.store.tables import INSTANT, metadata

accounts = sql.Table(
    "credit_account",
    metadata,
    sql.Column("customer_id", sql.Text, primary_key=True),
    sql.Column("balance_cents", sql.BigInteger, nullable=False),
    sql.CheckConstraint("balance_cents >= 0", name="credit_is_never_below_zero"),
)

entries = sql.Table(
    "credit_entry",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("customer_id", sql.Text, sql.ForeignKey("credit_account.customer_id"), nullable=False),
    sql.Column("amount_cents", sql.BigInteger, nullable=False),
    sql.Column("cause", sql.Text, nullable=False),
    sql.Column("quote_id", sql.Uuid, sql.ForeignKey("quote.id")),
    sql.Column("booking_id", sql.Uuid),
    sql.Column("created_by", sql.Text, nullable=False),
    sql.Column("idempotency_key", sql.Text),
    sql.Column("reason", sql.Text, nullable=False),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.UniqueConstraint("booking_id", "cause", name="credit_once_for_a_booking"),
    sql.UniqueConstraint("created_by", "idempotency_key", name="credit_adjusted_once_by_a_key"),
    sql.CheckConstraint("cause IN ('earned', 'spent', 'returned', 'revoked', 'adjusted')", name="credit_has_a_cause"),
    sql.Index("credit_entry_of_a_customer", "customer_id", "id"),
    sql.Index("credit_entry_of_a_quote", "quote_id"),
)


@dataclass(frozen=True, slots=True)
class Movement:
    """One movement of a customer's credit; USD cents, negative when it was spent or taken."""

    id: UUID
    customer_id: str
    amount_cents: int
    cause: str
    created_at: datetime
    quote_id: UUID | None = None
    """Of what it was spent on."""
    booking_id: UUID | None = None
    """Of what it was earned by."""
    created_by: str = ""
    """Principal id; adjustments only."""
    idempotency_key: str | None = None
    reason: str = ""


async def find_balance(connection: AsyncConnection, customer_id: str) -> int:
    """USD cents to spend."""
    return await connection.scalar(balance_of(customer_id)) or 0


async def lock_balance(connection: AsyncConnection, customer_id: str) -> int:
    """USD cents to spend; nobody else moves them until the transaction ends."""
    opened = insert(accounts).values(customer_id=customer_id, balance_cents=0).on_conflict_do_nothing()
    await connection.execute(opened)
    return await connection.scalar(balance_of(customer_id).with_for_update()) or 0


def balance_of(customer_id: str) -> sql.Select[tuple[int]]:
    """The question for a balance."""
    return sql.select(accounts.c.balance_cents).where(accounts.c.customer_id == customer_id)


async def move(connection: AsyncConnection, movement: Movement) -> None:
    """Moves credit of a locked balance; the database refuses what would leave less than nothing."""
    row = accounts.update().where(accounts.c.customer_id == movement.customer_id)
    await connection.execute(row.values(balance_cents=accounts.c.balance_cents + movement.amount_cents))
    await connection.execute(entries.insert().values(asdict(movement)))


async def spent_on(connection: AsyncConnection, quote_id: UUID) -> int:
    """USD cents that a locked quote holds of its customer's credit."""
    question = sql.select(sql.func.coalesce(sql.func.sum(entries.c.amount_cents), 0))
    return -int((await connection.execute(question.where(entries.c.quote_id == quote_id))).scalar_one())


async def list_of_booking(connection: AsyncConnection, booking_id: UUID) -> Sequence[Movement]:
    """What a booking earned, and what of that was taken back."""
    question = sql.select(entries).where(entries.c.booking_id == booking_id)
    return [Movement(**row) for row in (await connection.execute(question)).mappings()]


async def find_adjustment(connection: AsyncConnection, created_by: str, idempotency_key: str) -> Movement | None:
    """What staff adjusted under a key of theirs."""
    mine = (entries.c.created_by == created_by) & (entries.c.idempotency_key == idempotency_key)
    row = (await connection.execute(sql.select(entries).where(mine))).mappings().one_or_none()
    return Movement(**row) if row else None


async def list_movements(
    connection: AsyncConnection, customer_id: str, before: UUID | None, limit: int
) -> Sequence[Movement]:
    """Up to `limit` movements made before the one with the id `before`, newest first, each with its booking."""
    booking = sql.func.coalesce(entries.c.booking_id, quotes.c.booking_id).label("booking_id")
    columns: list[Any] = [column for column in entries.c if column.name != "booking_id"]
    question = sql.select(*columns, booking).select_from(entries.outerjoin(quotes, quotes.c.id == entries.c.quote_id))
    question = question.where(entries.c.customer_id == customer_id).order_by(entries.c.id.desc()).limit(limit)
    if before is not None:
        question = question.where(entries.c.id < before)
    return [Movement(**row) for row in (await connection.execute(question)).mappings()]
