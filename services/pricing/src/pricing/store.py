"""Pricing's tables, and the questions asked of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from chassis.messaging_schema import messaging_tables
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlalchemy.ext.asyncio import AsyncConnection

CATALOG_CHANNEL = "catalog_published"
PUBLISHED = "published"

metadata = sql.MetaData()
messaging_tables(metadata)

INSTANT = sql.DateTime(timezone=True)

catalog_versions = sql.Table(
    "catalog_version",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("number", sql.BigInteger, nullable=False, unique=True),
    sql.Column("status", sql.Text, nullable=False),
    sql.Column("effective_at", INSTANT, nullable=False),
    sql.Column("published_at", INSTANT, nullable=False),
    sql.Column("published_by", sql.Text, nullable=False),
    sql.Column("reason", sql.Text, nullable=False),
    sql.Column("content", JSONB, nullable=False),
    sql.CheckConstraint("status IN ('published')", name="catalog_version_status"),
)

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


async def list_published(connection: AsyncConnection, known: Collection[int]) -> Sequence[sql.Row[Any, Any, Any]]:
    """Number, instant and content of every published version whose number isn't `known`."""
    columns = (catalog_versions.c.number, catalog_versions.c.effective_at, catalog_versions.c.content)
    question = sql.select(*columns).where(catalog_versions.c.status == PUBLISHED)
    return (await connection.execute(question.where(catalog_versions.c.number.not_in(known)))).all()


async def newest_number(connection: AsyncConnection) -> int:
    """The number of the newest version; 0 when there is none."""
    question = sql.select(sql.func.coalesce(sql.func.max(catalog_versions.c.number), 0))
    return int((await connection.execute(question)).scalar_one())


async def add_version(connection: AsyncConnection, **values: Any) -> bool:
    """Stores a published version and tells every replica; False when its number is taken."""
    row = insert(catalog_versions).values(status=PUBLISHED, **values).on_conflict_do_nothing()
    added = (await connection.execute(row.returning(catalog_versions.c.number))).first()
    await connection.execute(sql.select(sql.func.pg_notify(CATALOG_CHANNEL, "")))
    return added is not None


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
