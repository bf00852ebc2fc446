"""Published versions of the catalogue."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from pricing.store.tables import INSTANT, metadata

CATALOG_CHANNEL = "catalog_published"
PUBLISHED = "published"

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


async def find_content(connection: AsyncConnection, number: int) -> dict[str, Any] | None:
    """The content of the version with this number."""
    question = sql.select(catalog_versions.c.content).where(catalog_versions.c.number == number)
    return (await connection.execute(question)).scalar_one_or_none()
