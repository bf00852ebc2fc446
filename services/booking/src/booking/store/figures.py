"""Figures: adding up what changed, asking for sums, and counting everything anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.store.figure_tables import figure
from booking.store.tables import booking

Period = Literal["day", "week", "month"]

MOST_STAFF_ROWS = 1000

ONE_AT_A_TIME = sql.text("SELECT pg_advisory_xact_lock(hashtextextended('figures', 0))")
ADD_UP = sql.text(
    """
    WITH taken AS (DELETE FROM figure_change RETURNING kind, day, name, measure, amount)
    INSERT INTO figure (kind, day, name, measure, amount)
    SELECT kind, day, name, measure, sum(amount) FROM taken GROUP BY 1, 2, 3, 4 HAVING sum(amount) <> 0
    ON CONFLICT (kind, day, name, measure) DO UPDATE SET amount = figure.amount + excluded.amount
    """
)
COUNT_ANEW = sql.text(
    """
    WITH known AS (DELETE FROM figure_change)
    INSERT INTO figure (kind, day, name, measure, amount)
    SELECT counted.kind, counted.day, counted.name, counted.measure, sum(counted.amount)
    FROM (
        SELECT f.* FROM booking CROSS JOIN LATERAL booking_figures(booking) AS f
        UNION ALL SELECT f.* FROM booking_history CROSS JOIN LATERAL history_figures(booking_history) AS f
    ) AS counted
    GROUP BY 1, 2, 3, 4
    """
)
"""One statement, so one sight: it drops the changes that it counts; those that commit meanwhile stay to be added."""


@dataclass(frozen=True, slots=True)
class Sum:
    """What one measure comes to for somebody or something in one period."""

    period_start: date
    name: str
    measure: str
    amount: int


@dataclass(frozen=True, slots=True)
class TopCustomer:
    """Who books often, by the name on their latest booking."""

    customer_id: UUID
    name: str
    sold: int


async def add_up(connection: AsyncConnection) -> int:
    """Adds to the figures what changed since, how many there were; the lock lets one transaction at a time do so."""
    await connection.execute(ONE_AT_A_TIME)
    return (await connection.execute(ADD_UP)).rowcount


async def count_anew(connection: AsyncConnection) -> None:
    """Makes all figures from the bookings themselves, which go on changing meanwhile."""
    await connection.execute(ONE_AT_A_TIME)
    await connection.execute(figure.delete())
    await connection.execute(COUNT_ANEW)


async def sum_services(connection: AsyncConnection, first: date, last: date, period: Period) -> Sequence[Sum]:
    """By period, service and measure."""
    start = sql.cast(sql.func.date_trunc(period, sql.cast(figure.c.day, sql.DateTime)), sql.Date)
    question = sql.select(
        start.label("period_start"),
        figure.c.name,
        figure.c.measure,
        sql.cast(sql.func.sum(figure.c.amount), sql.BigInteger).label("amount"),
    ).where(figure.c.kind == "service", figure.c.day.between(first, last))
    grouped = question.group_by(sql.text("1"), figure.c.name, figure.c.measure).order_by(sql.text("1"), figure.c.name)
    return [Sum(**row) for row in (await connection.execute(grouped)).mappings()]


async def sum_staff(connection: AsyncConnection, first: date, last: date) -> Sequence[Any]:
    """By staff member and act, most first: rows of name, measure and amount."""
    amount = sql.cast(sql.func.sum(figure.c.amount), sql.BigInteger).label("amount")
    question = sql.select(figure.c.name, figure.c.measure, amount)
    mine = question.where(figure.c.kind == "staff", figure.c.day.between(first, last))
    grouped = mine.group_by(figure.c.name, figure.c.measure).order_by(amount.desc(), figure.c.name, figure.c.measure)
    return (await connection.execute(grouped.limit(MOST_STAFF_ROWS))).all()


async def list_top_customers(connection: AsyncConnection, limit: int) -> Sequence[TopCustomer]:
    """Most bookings first, one question, with the names of those few."""
    most = (
        sql.select(figure.c.name, figure.c.amount)
        .where(figure.c.kind == "customer", figure.c.measure == "sold", figure.c.amount > 0)
        .order_by(figure.c.amount.desc(), figure.c.name)
        .limit(limit)
        .subquery()
    )
    customer_id = sql.cast(most.c.name, sql.Uuid)
    latest = (
        sql.select((booking.c.first_name + " " + booking.c.last_name).label("name"))
        .where(booking.c.customer_id == customer_id)
        .order_by(booking.c.created_at.desc(), booking.c.id.desc())
        .limit(1)
        .lateral()
    )
    question = sql.select(customer_id.label("customer_id"), latest.c.name, most.c.amount.label("sold"))
    ordered = question.select_from(most.join(latest, sql.true())).order_by(most.c.amount.desc(), most.c.name)
    return [TopCustomer(**row) for row in (await connection.execute(ordered)).mappings()]
