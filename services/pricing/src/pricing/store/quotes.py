"""Quotes: prices that are held."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncConnection

from pricing.store.tables import INSTANT, metadata

quotes = sql.Table(
    "quote",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("catalog_number", sql.BigInteger, sql.ForeignKey("catalog_version.number"), nullable=False),
    sql.Column("request", sql.LargeBinary, nullable=False),
    sql.Column("price", sql.LargeBinary, nullable=False),
    sql.Column("lines", JSONB, nullable=False),
    sql.Column("total_cents", sql.BigInteger, nullable=False),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.Column("expires_at", INSTANT, nullable=False),
    sql.Column("booking_id", sql.Uuid, nullable=True),
    sql.Column("used_at", INSTANT, nullable=True),
    sql.CheckConstraint("total_cents = quote_lines_cents(lines)", name="quote_total_is_the_sum_of_its_lines"),
)


async def add_quote(connection: AsyncConnection, **values: Any) -> None:
    """Stores a quote."""
    await connection.execute(quotes.insert().values(**values))


async def find_quote(connection: AsyncConnection, quote_id: UUID) -> sql.Row[Any] | None:
    """One quote."""
    return (await connection.execute(sql.select(quotes).where(quotes.c.id == quote_id))).first()


async def use_quote(connection: AsyncConnection, quote_id: UUID, booking_id: UUID, now: datetime) -> None:
    """Notes which booking a quote was used for, once."""
    unused = (quotes.c.id == quote_id) & quotes.c.booking_id.is_(None)
    await connection.execute(quotes.update().where(unused).values(booking_id=booking_id, used_at=now))
