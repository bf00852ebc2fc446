"""Questions about customers at Stripe, and the card they usually pay with."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from payments.store.customer_tables import stripe_customers

CustomerRow = Any

LEASE = timedelta(seconds=30)


async def add_customer(connection: AsyncConnection, customer_id: UUID, now: datetime) -> CustomerRow:
    """The customer's row, made if there is none."""
    row = insert(stripe_customers).values(customer_id=customer_id, created_at=now, next_attempt_at=now)
    await connection.execute(row.on_conflict_do_nothing())
    return await lock_customer(connection, customer_id)


async def lock_customer(connection: AsyncConnection, customer_id: UUID) -> CustomerRow | None:
    """A customer, locked."""
    question = sql.select(stripe_customers).where(stripe_customers.c.customer_id == customer_id)
    return (await connection.execute(question.with_for_update())).first()


async def find_customer(connection: AsyncConnection, customer_id: UUID) -> CustomerRow | None:
    """A customer."""
    question = sql.select(stripe_customers).where(stripe_customers.c.customer_id == customer_id)
    return (await connection.execute(question)).first()


async def lock_at_stripe(connection: AsyncConnection, stripe_customer_id: str) -> CustomerRow | None:
    """The customer behind Stripe's, locked; None when it is none of ours."""
    question = sql.select(stripe_customers).where(stripe_customers.c.stripe_customer_id == stripe_customer_id)
    return (await connection.execute(question.with_for_update())).first()


async def save_customer(connection: AsyncConnection, customer_id: UUID, **changes: Any) -> None:
    """Changes a customer."""
    row = stripe_customers.update().where(stripe_customers.c.customer_id == customer_id)
    await connection.execute(row.values(**changes))


UNSENT = sql.and_(
    stripe_customers.c.default_method.is_not(None),
    stripe_customers.c.default_method.is_distinct_from(stripe_customers.c.default_sent),
)
"""Stripe does not know the customer's usual card yet."""


def usual_card_is_known(customer_id: sql.ColumnElement[Any]) -> sql.ColumnElement[bool]:
    """Whether Stripe would charge the card that the customer means; what is charged by itself waits until then."""
    return ~sql.exists().where(stripe_customers.c.customer_id == customer_id, UNSENT)


async def claim_unsent_default(connection: AsyncConnection, now: datetime) -> CustomerRow | None:
    """One customer whose usual card Stripe does not know yet, held for 30 s."""
    due = sql.select(stripe_customers.c.customer_id).where(UNSENT, stripe_customers.c.next_attempt_at <= now)
    first = due.order_by(stripe_customers.c.next_attempt_at).limit(1).with_for_update(skip_locked=True)
    row = stripe_customers.update().where(stripe_customers.c.customer_id == first.scalar_subquery())
    return (await connection.execute(row.values(next_attempt_at=now + LEASE).returning(stripe_customers))).first()
