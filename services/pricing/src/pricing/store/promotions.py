"""Discount codes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from pricing.domain.conditions import PromotionTerms
from pricing.domain.promotion import Promotion
from pricing.store.tables import INSTANT, metadata

promotions = sql.Table(
    "promotion",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("code", sql.Text, nullable=False),
    sql.Column("name", sql.Text, nullable=False),
    sql.Column("basis_points", sql.Integer, nullable=False),
    sql.Column("fixed_amount_cents", sql.BigInteger, nullable=False),
    sql.Column("maximum_discount_cents", sql.BigInteger, nullable=False),
    sql.Column("minimum_spend_cents", sql.BigInteger, nullable=False),
    sql.Column("service_types", ARRAY(sql.Text), nullable=False),
    sql.Column("starts_at", INSTANT, nullable=False),
    sql.Column("ends_at", INSTANT),
    sql.Column("total_limit", sql.Integer, nullable=False),
    sql.Column("per_customer_limit", sql.Integer, nullable=False),
    sql.Column("is_first_booking_only", sql.Boolean, nullable=False),
    sql.Column("use_count", sql.Integer, nullable=False),
    sql.Column("created_by", sql.Text, nullable=False),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.UniqueConstraint("code", name="promotion_code_once"),
    sql.CheckConstraint("(basis_points > 0) <> (fixed_amount_cents > 0)", name="promotion_takes_one"),
    sql.CheckConstraint("use_count >= 0", name="promotion_is_used_or_not"),
    sql.Index("promotion_by_end", "ends_at"),
)


async def add_promotion(connection: AsyncConnection, promotion: Promotion) -> bool:
    """Stores a new promotion; False when its code is taken."""
    added = insert(promotions).values(row_of(promotion)).on_conflict_do_nothing(index_elements=["code"])
    return (await connection.execute(added.returning(promotions.c.id))).first() is not None


async def find_promotion(connection: AsyncConnection, promotion_id: UUID) -> Promotion | None:
    """One promotion."""
    return one_of(await connection.execute(sql.select(promotions).where(promotions.c.id == promotion_id)))


async def find_by_codes(connection: AsyncConnection, codes: Collection[str]) -> Mapping[str, Promotion]:
    """The promotions of normalised codes, by code; codes that nobody made are left out."""
    rows = await connection.execute(sql.select(promotions).where(promotions.c.code.in_(codes)))
    return {row["code"]: promotion_of(row) for row in rows.mappings()}


async def lock_promotion(connection: AsyncConnection, promotion_id: UUID) -> Promotion | None:
    """One promotion, locked until the transaction ends."""
    question = sql.select(promotions).where(promotions.c.id == promotion_id).with_for_update()
    return one_of(await connection.execute(question))


async def list_promotions(
    connection: AsyncConnection, before: UUID | None, current_at: datetime | None, limit: int
) -> Sequence[Promotion]:
    """Up to `limit` promotions made before the one with the id `before`, newest first; with an instant only those
    that can be used then."""
    question = sql.select(promotions).order_by(promotions.c.id.desc()).limit(limit)
    if before is not None:
        question = question.where(promotions.c.id < before)
    if current_at is not None:
        question = question.where(promotions.c.starts_at <= current_at, is_open(current_at), is_left())
    return [promotion_of(row) for row in (await connection.execute(question)).mappings()]


async def save_limits(connection: AsyncConnection, promotion: Promotion) -> None:
    """Stores what may change of a locked promotion."""
    names = ("ends_at", "total_limit", "per_customer_limit")
    row = {name: getattr(promotion, name) for name in names}
    await connection.execute(promotions.update().where(promotions.c.id == id_of(promotion)).values(row))


async def count_use(connection: AsyncConnection, promotion_id: UUID, *, is_owed: bool) -> Promotion | None:
    """Counts one use more and locks the promotion; None when none is left. What is owed is counted over the limit."""
    is_free = sql.true() if is_owed else is_left()
    taken = promotions.update().where(promotions.c.id == promotion_id, is_free)
    return one_of(await connection.execute(taken.values(use_count=promotions.c.use_count + 1).returning(promotions)))


async def uncount_use(connection: AsyncConnection, promotion_id: UUID) -> None:
    """Counts one use less."""
    row = promotions.update().where(promotions.c.id == promotion_id)
    await connection.execute(row.values(use_count=promotions.c.use_count - 1))


def is_left() -> sql.ColumnElement[bool]:
    """Not used up."""
    return (promotions.c.total_limit == 0) | (promotions.c.use_count < promotions.c.total_limit)


def is_open(instant: datetime) -> sql.ColumnElement[bool]:
    """Not ended."""
    return promotions.c.ends_at.is_(None) | (promotions.c.ends_at > instant)


def id_of(promotion: Promotion) -> UUID:
    """Its id as a key."""
    return UUID(promotion.terms.promotion_id)


def one_of(found: sql.CursorResult[Any]) -> Promotion | None:
    """The promotion of the one row, if there is one."""
    row = found.mappings().one_or_none()
    return promotion_of(row) if row else None


def promotion_of(row: sql.RowMapping) -> Promotion:
    """A row as the domain knows it."""
    values = dict(row)
    terms = {name: values.pop(name) for name in PromotionTerms.__dataclass_fields__ if name != "promotion_id"}
    service_types = frozenset(values.pop("service_types"))
    return Promotion(PromotionTerms(str(values.pop("id")), **terms), service_types=service_types, **values)


def row_of(promotion: Promotion) -> dict[str, Any]:
    """A promotion as the table's columns."""
    row = {name: getattr(promotion, name) for name in Promotion.__dataclass_fields__ if name != "terms"}
    terms = asdict(promotion.terms)
    return row | terms_row(terms) | {"service_types": sorted(promotion.service_types)}


def terms_row(terms: dict[str, Any]) -> dict[str, Any]:
    """The terms as columns: their id is the row's."""
    return {"id": UUID(terms.pop("promotion_id")), **terms}
