"""Changes: who changed what in a draft, when and why; kept for ever."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncConnection

from pricing.store.tables import INSTANT, Row, metadata

catalog_changes = sql.Table(
    "catalog_change",
    metadata,
    sql.Column("draft_id", sql.Uuid, sql.ForeignKey("catalog_draft.id"), primary_key=True),
    sql.Column("revision", sql.BigInteger, primary_key=True),
    sql.Column("changed_at", INSTANT, nullable=False),
    sql.Column("changed_by", sql.Text, nullable=False),
    sql.Column("reason", sql.Text, nullable=False),
    sql.Column("kind", sql.Text, nullable=False),
    sql.Column("key", sql.Text, nullable=False),
    sql.Column("before", JSONB(none_as_null=True), nullable=True),
    sql.Column("after", JSONB(none_as_null=True), nullable=True),
    sql.CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name="catalog_change_changes_something"),
)


async def add_change(connection: AsyncConnection, **values: Any) -> None:
    """Stores one change, under the revision that it made."""
    await connection.execute(catalog_changes.insert().values(**values))


async def list_changes(connection: AsyncConnection, draft_id: UUID, limit: int) -> Sequence[Row]:
    """The latest changes of a draft, oldest first."""
    latest = sql.select(catalog_changes).where(catalog_changes.c.draft_id == draft_id)
    rows = await connection.execute(latest.order_by(catalog_changes.c.revision.desc()).limit(limit))
    return rows.all()[::-1]


async def list_authors(connection: AsyncConnection, draft_id: UUID) -> Sequence[str]:
    """Everybody who changed a draft."""
    question = sql.select(catalog_changes.c.changed_by).where(catalog_changes.c.draft_id == draft_id).distinct()
    return (await connection.execute(question)).scalars().all()
