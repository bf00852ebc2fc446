"""Questions about saved cards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from payments.store.customer_tables import payment_methods, stripe_customers

MethodRow = Any

LEASE = timedelta(seconds=30)
MOST = 50

is_default = payment_methods.c.stripe_payment_method_id == stripe_customers.c.default_method
SHOWN = sql.select(payment_methods, sql.func.coalesce(is_default, sql.false()).label("is_default")).join_from(
    payment_methods, stripe_customers, payment_methods.c.customer_id == stripe_customers.c.customer_id
)
"""A kept card, and whether it is its customer's usual one."""

kept = payment_methods.c.status == "kept"


async def list_methods(connection: AsyncConnection, customer_id: UUID) -> Sequence[MethodRow]:
    """A customer's cards, the usual one first, then the newest."""
    question = SHOWN.where(payment_methods.c.customer_id == customer_id, kept)
    ordered = question.order_by(sql.desc("is_default"), payment_methods.c.created_at.desc(), payment_methods.c.id)
    rows: Sequence[MethodRow] = (await connection.execute(ordered.limit(MOST))).all()
    return rows


async def find_method(connection: AsyncConnection, customer_id: UUID, method_id: UUID) -> MethodRow | None:
    """One of a customer's cards; None for anybody else's."""
    mine = sql.and_(payment_methods.c.customer_id == customer_id, payment_methods.c.id == method_id, kept)
    return (await connection.execute(SHOWN.where(mine))).first()


async def lock_at_stripe(connection: AsyncConnection, stripe_payment_method_id: str) -> MethodRow | None:
    """The card behind Stripe's, locked, whatever became of it."""
    question = sql.select(payment_methods).where(payment_methods.c.stripe_payment_method_id == stripe_payment_method_id)
    return (await connection.execute(question.with_for_update())).first()


async def add_method(connection: AsyncConnection, **values: Any) -> bool:
    """Stores a card once; False when it is known."""
    row = insert(payment_methods).values(**values).on_conflict_do_nothing().returning(payment_methods.c.id)
    return (await connection.execute(row)).first() is not None


async def save_method(connection: AsyncConnection, method_id: UUID, **changes: Any) -> None:
    """Changes a card."""
    await connection.execute(payment_methods.update().where(payment_methods.c.id == method_id).values(**changes))


async def remove_all(connection: AsyncConnection, customer_id: UUID, now: datetime) -> None:
    """Every card of a customer is to be forgotten, here and at Stripe."""
    row = payment_methods.update().where(payment_methods.c.customer_id == customer_id, kept)
    forgotten = {"brand": "", "last_four": "", "expiry_month": 0, "expiry_year": 0}
    await connection.execute(row.values(status="removing", next_attempt_at=now, **forgotten))


async def newest_kept(connection: AsyncConnection, customer_id: UUID) -> MethodRow | None:
    """The card a customer saved last."""
    question = sql.select(payment_methods).where(payment_methods.c.customer_id == customer_id, kept)
    return (await connection.execute(question.order_by(payment_methods.c.created_at.desc()).limit(1))).first()


async def claim_removing(connection: AsyncConnection, now: datetime) -> MethodRow | None:
    """One card to forget at Stripe, held for 30 s."""
    due = sql.select(payment_methods.c.id).where(
        payment_methods.c.status == "removing", payment_methods.c.next_attempt_at <= now
    )
    first = due.order_by(payment_methods.c.next_attempt_at).limit(1).with_for_update(skip_locked=True)
    row = payment_methods.update().where(payment_methods.c.id == first.scalar_subquery())
    return (await connection.execute(row.values(next_attempt_at=now + LEASE).returning(payment_methods))).first()
