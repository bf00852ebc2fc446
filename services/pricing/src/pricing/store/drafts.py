"""Drafts: copies of a published catalogue that staff change until they publish or discard them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from chassis.refusal import NotFound
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncConnection

from pricing.store.tables import INSTANT, Row, metadata

OPEN = "open"

catalog_drafts = sql.Table(
    "catalog_draft",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("title", sql.Text, nullable=False),
    sql.Column("base_number", sql.BigInteger, sql.ForeignKey("catalog_version.number"), nullable=False),
    sql.Column("status", sql.Text, nullable=False),
    sql.Column("revision", sql.BigInteger, nullable=False),
    sql.Column("created_by", sql.Text, nullable=False),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.Column("updated_at", INSTANT, nullable=False),
    sql.Column("published_number", sql.BigInteger, sql.ForeignKey("catalog_version.number"), nullable=True),
    sql.Column("content", JSONB, nullable=False),
    sql.UniqueConstraint("published_number", name="catalog_draft_becomes_one_version"),
    sql.CheckConstraint("status IN ('open', 'published', 'discarded')", name="catalog_draft_status"),
    sql.CheckConstraint(
        "(status = 'published') = (published_number IS NOT NULL)", name="catalog_draft_published_as_a_version"
    ),
    sql.Index("catalog_draft_by_change", "updated_at", "id"),
    sql.Index("catalog_draft_by_status", "status", "updated_at", "id"),
)

SUMMARY = [column for column in catalog_drafts.c if column.name != "content"]


async def add_draft(connection: AsyncConnection, **values: Any) -> Row:
    """Stores a new draft; answers it."""
    row = catalog_drafts.insert().values(status=OPEN, revision=1, **values)
    added: Row = (await connection.execute(row.returning(catalog_drafts))).one()
    return added


async def find_draft(connection: AsyncConnection, draft_id: UUID) -> Row | None:
    """One draft with its content."""
    return (await connection.execute(sql.select(catalog_drafts).where(catalog_drafts.c.id == draft_id))).first()


async def lock_draft(connection: AsyncConnection, draft_id: UUID) -> Row:
    """One draft with its content, locked until the transaction ends. Raises NotFound."""
    question = sql.select(catalog_drafts).where(catalog_drafts.c.id == draft_id).with_for_update()
    row = (await connection.execute(question)).first()
    if row is None:
        raise unknown_draft()
    return row


async def list_drafts(
    connection: AsyncConnection, status: str | None, after: tuple[datetime, UUID] | None, limit: int
) -> Sequence[Row]:
    """Drafts without content, the latest changed first; `after` is the last one of the page before."""
    order = (catalog_drafts.c.updated_at, catalog_drafts.c.id)
    question = sql.select(*SUMMARY).order_by(*(column.desc() for column in order)).limit(limit)
    if status is not None:
        question = question.where(catalog_drafts.c.status == status)
    if after is not None:
        question = question.where(sql.tuple_(*order) < sql.tuple_(*map(sql.literal, after)))
    return (await connection.execute(question)).all()


async def save_draft(connection: AsyncConnection, draft: Row, now: datetime, **values: Any) -> Row:
    """Stores what became of a locked draft, one revision on; answers it."""
    row = catalog_drafts.update().where(catalog_drafts.c.id == draft.id)
    changed = row.values(revision=draft.revision + 1, updated_at=now, **values)
    saved: Row = (await connection.execute(changed.returning(catalog_drafts))).one()
    return saved


def unknown_draft() -> NotFound:
    """Nobody made it."""
    return NotFound("draft_not_found", "There is no such draft.", "draft_id")
