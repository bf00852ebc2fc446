"""Published versions of the catalogue: a timeline by the instant from which each holds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sql
from chassis.refusal import NotFound
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from pricing.store.tables import INSTANT, Row, metadata

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
    sql.Column("base_number", sql.BigInteger, sql.ForeignKey("catalog_version.number"), nullable=True),
    sql.Column("restored_number", sql.BigInteger, sql.ForeignKey("catalog_version.number"), nullable=True),
    sql.CheckConstraint("status IN ('published')", name="catalog_version_status"),
    sql.Index("catalog_version_by_instant", "effective_at", "number"),
)

TIMELINE = (catalog_versions.c.effective_at, catalog_versions.c.number)
SUMMARY = [column for column in catalog_versions.c if column.name != "content"]

LOCK = sql.text("LOCK TABLE catalog_version IN SHARE ROW EXCLUSIVE MODE")
"""One publisher at a time; neither readers nor the quotes that refer to a version wait for it."""


async def list_published(connection: AsyncConnection, known: Collection[int]) -> Sequence[Row]:
    """Number, instant and content of every published version whose number isn't `known`."""
    columns = (catalog_versions.c.number, catalog_versions.c.effective_at, catalog_versions.c.content)
    question = sql.select(*columns).where(catalog_versions.c.status == PUBLISHED)
    return (await connection.execute(question.where(catalog_versions.c.number.not_in(known)))).all()


async def newest_number(connection: AsyncConnection) -> int:
    """The number of the newest version; 0 when there is none."""
    question = sql.select(sql.func.coalesce(sql.func.max(catalog_versions.c.number), 0))
    return int((await connection.execute(question)).scalar_one())


async def lock_newest(connection: AsyncConnection) -> Row:
    """The newest version (there is one), once nobody else publishes; until the transaction ends nobody else does."""
    await connection.execute(LOCK)
    question = sql.select(*SUMMARY).order_by(catalog_versions.c.number.desc()).limit(1)
    return (await connection.execute(question)).one()


async def find_version(connection: AsyncConnection, number: int, field: str = "number") -> Row:
    """One version with its content. Raises NotFound, naming the `field` that asked for it."""
    question = sql.select(catalog_versions).where(catalog_versions.c.number == number)
    row = (await connection.execute(question)).first()
    if row is None:
        raise NotFound("version_not_found", f"There is no catalogue version {number}.", field)
    return row


async def find_in_force(connection: AsyncConnection, instant: datetime) -> Row | None:
    """The version in force at `instant`, with its content."""
    question = sql.select(catalog_versions).where(catalog_versions.c.effective_at <= instant)
    return (await connection.execute(question.order_by(*(column.desc() for column in TIMELINE)).limit(1))).first()


async def find_next(connection: AsyncConnection, instant: datetime) -> Row | None:
    """The version that takes over first after `instant`, with its content."""
    question = sql.select(catalog_versions).where(catalog_versions.c.effective_at > instant)
    order = (catalog_versions.c.effective_at, catalog_versions.c.number.desc())
    return (await connection.execute(question.order_by(*order).limit(1))).first()


async def list_versions(connection: AsyncConnection, below: int | None, limit: int, now: datetime) -> Sequence[Row]:
    """Versions without their content and with their `state` at `now`, newest number first."""
    question = sql.select(*SUMMARY, state_at(now)).order_by(catalog_versions.c.number.desc()).limit(limit)
    if below is not None:
        question = question.where(catalog_versions.c.number < below)
    return (await connection.execute(question)).all()


async def find_summary(connection: AsyncConnection, number: int, now: datetime) -> Row:
    """One stored version without its content and with its `state` at `now`."""
    question = sql.select(*SUMMARY, state_at(now)).where(catalog_versions.c.number == number)
    return (await connection.execute(question)).one()


def state_at(now: datetime) -> sql.Label[str]:
    """in_force, scheduled or past; of two for the same instant the older is past before it ever held."""
    other = catalog_versions.alias()
    latest = sql.select(other.c.number).where(other.c.effective_at <= now)
    in_force = latest.order_by(other.c.effective_at.desc(), other.c.number.desc()).limit(1).scalar_subquery()
    same_instant = other.c.effective_at == catalog_versions.c.effective_at
    is_replaced = sql.exists().where(same_instant, other.c.number > catalog_versions.c.number)
    return sql.case(
        (catalog_versions.c.number == in_force, "in_force"),
        ((catalog_versions.c.effective_at > now) & ~is_replaced, "scheduled"),
        else_="past",
    ).label("state")


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
