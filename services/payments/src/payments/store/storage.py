"""Questions about storage and its invoices."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from payments.store.customers import usual_card_is_known
from payments.store.storage_tables import TO_RETRY, TO_SEND, invoices, storage_plans

LEASE = timedelta(seconds=60)


async def add_plan(connection: AsyncConnection, **values: Any) -> None:
    """Stores a plan, unless there is one."""
    await connection.execute(insert(storage_plans).values(**values).on_conflict_do_nothing())


async def lock_plan(connection: AsyncConnection, booking_id: UUID) -> Any | None:
    """A plan, locked."""
    question = sql.select(storage_plans).where(storage_plans.c.booking_id == booking_id)
    return (await connection.execute(question.with_for_update())).first()


async def save_plan(connection: AsyncConnection, booking_id: UUID, **changes: Any) -> None:
    """Changes a plan."""
    await connection.execute(storage_plans.update().where(storage_plans.c.booking_id == booking_id).values(**changes))


async def claim_plan(connection: AsyncConnection, now: datetime) -> Any | None:
    """One plan that Stripe does not have as we do, held for a minute."""
    can_begin = sql.or_(
        storage_plans.c.stripe_subscription_id.is_not(None), usual_card_is_known(storage_plans.c.customer_id)
    )
    waits = sql.and_(sql.text(f"({TO_SEND})"), storage_plans.c.status != "ended", can_begin)
    due = sql.select(storage_plans.c.booking_id).where(waits, storage_plans.c.next_attempt_at <= now)
    first = due.order_by(storage_plans.c.next_attempt_at).limit(1).with_for_update(skip_locked=True)
    row = storage_plans.update().where(storage_plans.c.booking_id == first.scalar_subquery())
    return (await connection.execute(row.values(next_attempt_at=now + LEASE).returning(storage_plans))).first()


async def add_invoice(connection: AsyncConnection, **values: Any) -> bool:
    """Stores an invoice once; False when it is known."""
    row = insert(invoices).values(**values).on_conflict_do_nothing().returning(invoices.c.id)
    return (await connection.execute(row)).first() is not None


async def lock_invoice(connection: AsyncConnection, stripe_invoice_id: str) -> Any:
    """An invoice, locked."""
    question = sql.select(invoices).where(invoices.c.stripe_invoice_id == stripe_invoice_id)
    return (await connection.execute(question.with_for_update())).one()


async def save_invoice(connection: AsyncConnection, invoice_id: UUID, **changes: Any) -> None:
    """Changes a locked invoice."""
    await connection.execute(invoices.update().where(invoices.c.id == invoice_id).values(**changes))


async def owes(connection: AsyncConnection, booking_id: UUID) -> bool:
    """Whether a failed invoice of this storage is still open."""
    failed = sql.and_(invoices.c.status == "open", invoices.c.attempts > 0)
    question = sql.select(invoices.c.id).where(invoices.c.booking_id == booking_id, failed).limit(1)
    return (await connection.execute(question)).first() is not None


async def claim_retry(connection: AsyncConnection, now: datetime) -> Any | None:
    """One invoice to charge again, held for a minute."""
    can_be_paid = usual_card_is_known(invoices.c.customer_id)
    due = sql.select(invoices.c.id).where(sql.text(TO_RETRY), invoices.c.next_attempt_at <= now, can_be_paid)
    first = due.order_by(invoices.c.next_attempt_at).limit(1).with_for_update(skip_locked=True)
    row = invoices.update().where(invoices.c.id == first.scalar_subquery())
    return (await connection.execute(row.values(next_attempt_at=now + LEASE).returning(invoices))).first()


async def retry_soon(connection: AsyncConnection, customer_id: UUID, now: datetime) -> None:
    """The customer has another card: what they owe is tried with it."""
    owed = sql.and_(invoices.c.customer_id == customer_id, invoices.c.status == "open", invoices.c.attempts > 0)
    await connection.execute(invoices.update().where(owed).values(next_attempt_at=now))
