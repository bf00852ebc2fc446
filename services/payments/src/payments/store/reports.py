"""Reports from the books: what moved when, in New York's days, and what everything stands at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from payments.domain.dispute import CLOSED
from payments.store.ledger_tables import disputes, ledger_entries, ledger_movements, paid_bookings
from payments.store.tables import payments, refunds

Period = Literal["day", "week", "month"]

REPORTED = ("revenue", "organizing_revenue", "sales_tax", "refunds", "disputes", "fees")
EARNED = ("revenue", "organizing_revenue", "refunds")


async def revenue_rows(connection: AsyncConnection, start: datetime, end: datetime, period: Period) -> Sequence[Any]:
    """period_start, service_type, account, cents (debits positive) and bookings, between two instants."""
    local = sql.func.timezone("America/New_York", ledger_movements.c.occurred_at)
    begins = sql.cast(sql.func.date_trunc(sql.literal_column(f"'{period}'"), local), sql.Date).label("period_start")
    service = sql.func.coalesce(
        sql.func.nullif(ledger_movements.c.service_type, ""), paid_bookings.c.service_type, ""
    ).label("service_type")
    sold = sql.func.count(ledger_movements.c.booking_id.distinct()).filter(ledger_movements.c.kind == "booking")
    question = (
        sql.select(
            begins,
            service,
            ledger_entries.c.account,
            sql.cast(sql.func.sum(ledger_entries.c.amount_cents), sql.BigInteger).label("cents"),
            sold.label("bookings"),
        )
        .select_from(
            ledger_movements.join(ledger_entries).outerjoin(
                paid_bookings, paid_bookings.c.booking_id == ledger_movements.c.booking_id
            )
        )
        .where(ledger_movements.c.occurred_at >= start, ledger_movements.c.occurred_at < end)
        .where(ledger_entries.c.account.in_(REPORTED))
        .group_by(begins, service, ledger_entries.c.account)
        .order_by(begins, service)
    )
    rows: Sequence[Any] = (await connection.execute(question)).all()
    return rows


async def statistics(connection: AsyncConnection) -> Any:
    """The dashboard's numbers, in one question."""
    live = payments.c.status.in_(("creating", "pending", "requires_action"))
    earned = sql.select(sql.func.coalesce(-sql.func.sum(ledger_entries.c.amount_cents), 0)).where(
        ledger_entries.c.account.in_(EARNED)
    )
    to_decide = sql.select(sql.func.count()).select_from(refunds).where(refunds.c.status == "requested")
    disputed = sql.select(sql.func.count()).select_from(disputes).where(disputes.c.status.not_in(CLOSED))
    question = sql.select(
        sql.func.count().label("total"),
        sql.func.count().filter(live).label("pending"),
        sql.func.count().filter(payments.c.status == "failed").label("failed"),
        earned.scalar_subquery().label("revenue_cents"),
        to_decide.scalar_subquery().label("refunds_to_decide"),
        disputed.scalar_subquery().label("open_disputes"),
    ).select_from(payments)
    return (await connection.execute(question)).one()


async def entries_of(connection: AsyncConnection, movement_ids: Sequence[UUID]) -> dict[UUID, list[Any]]:
    """The sides of movements, by movement."""
    question = sql.select(ledger_entries).where(ledger_entries.c.movement_id.in_(movement_ids))
    sides: dict[UUID, list[Any]] = {}
    for side in await connection.execute(question.order_by(ledger_entries.c.movement_id, ledger_entries.c.position)):
        sides.setdefault(side.movement_id, []).append(side)
    return sides
