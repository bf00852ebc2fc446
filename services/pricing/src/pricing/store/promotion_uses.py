"""Which quotes use which discount code: a row for each, gone when the use is given back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from pricing.store.booked import booked
from pricing.store.customers import Customer
from pricing.store.quotes import UNCONFIRMED, quotes
from pricing.store.tables import INSTANT, metadata

promotion_uses = sql.Table(
    "promotion_use",
    metadata,
    sql.Column("quote_id", sql.Uuid, sql.ForeignKey("quote.id"), primary_key=True),
    sql.Column("promotion_id", sql.Uuid, sql.ForeignKey("promotion.id"), nullable=False),
    sql.Column("customer_id", sql.Text, nullable=False),
    sql.Column("email_digest", sql.LargeBinary, nullable=False),
    sql.Column("used_at", INSTANT, nullable=False),
    sql.Index("promotion_use_by_customer", "promotion_id", "customer_id"),
    sql.Index("promotion_use_by_email", "promotion_id", "email_digest"),
)


async def count_own_uses(
    connection: AsyncConnection, promotion_ids: Collection[UUID], customer: Customer, but_of: UUID | None = None
) -> Mapping[UUID, int]:
    """How often a customer uses each of these promotions, the quote `but_of` aside; those never used are left out."""
    uses = promotion_uses.c
    question = sql.select(uses.promotion_id, sql.func.count()).where(
        uses.promotion_id.in_(promotion_ids), customer.matches(promotion_uses), uses.quote_id.is_distinct_from(but_of)
    )
    return dict((await connection.execute(question.group_by(uses.promotion_id))).all())


async def has_other_booking(connection: AsyncConnection, customer: Customer, but_of: UUID | None = None) -> bool:
    """Whether a customer has a booking that stands, or is about to make one with another quote than `but_of`."""
    standing = sql.select(booked.c.booking_id).where(customer.matches(booked), sql.not_(booked.c.is_over))
    begun = sql.select(quotes.c.id).where(customer.matches(quotes), UNCONFIRMED, quotes.c.id.is_distinct_from(but_of))
    return bool((await connection.execute(sql.select(standing.exists() | begun.exists()))).scalar_one())


async def add_use(
    connection: AsyncConnection, quote_id: UUID, promotion_id: UUID, customer: Customer, now: datetime
) -> None:
    """Notes that a quote uses a code."""
    await connection.execute(
        promotion_uses.insert().values(
            quote_id=quote_id,
            promotion_id=promotion_id,
            customer_id=customer.id,
            email_digest=customer.email_digest,
            used_at=now,
        )
    )


async def has_use(connection: AsyncConnection, quote_id: UUID) -> bool:
    """Whether a locked quote has its use."""
    question = sql.select(promotion_uses.c.quote_id).where(promotion_uses.c.quote_id == quote_id)
    return (await connection.execute(question)).first() is not None


async def drop_use(connection: AsyncConnection, quote_id: UUID) -> UUID | None:
    """Takes a locked quote's use away; of which promotion it was, None when it had none."""
    gone = promotion_uses.delete().where(promotion_uses.c.quote_id == quote_id)
    return (await connection.execute(gone.returning(promotion_uses.c.promotion_id))).scalar_one_or_none()
