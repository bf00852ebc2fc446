"""Every booking that was heard of: on which day, whose, and whether it is over; told by events in any order."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from pricing.store.customers import Customer
from pricing.store.tables import metadata

BOOKED_CHANNEL = "booking_noted"
STANDS = sql.text("NOT is_over")

booked = sql.Table(
    "booked",
    metadata,
    sql.Column("booking_id", sql.Uuid, primary_key=True),
    sql.Column("pickup_date", sql.Date, nullable=False),
    sql.Column("version", sql.BigInteger, nullable=False),
    sql.Column("is_over", sql.Boolean, nullable=False),
    sql.Column("customer_id", sql.Text, nullable=False),
    sql.Column("email_digest", sql.LargeBinary, nullable=False),
    sql.Index("booked_by_day", "pickup_date", postgresql_where=STANDS),
    sql.Index("booked_by_customer", "customer_id", postgresql_where=STANDS),
    sql.Index("booked_by_email", "email_digest", postgresql_where=STANDS),
)


@dataclass(frozen=True, slots=True)
class Booked:
    """One booking as an event tells it."""

    booking_id: UUID
    pickup_date: date
    version: int
    """The booking's own, after the fact."""
    is_over: bool
    customer: Customer


async def note(connection: AsyncConnection, told: Booked) -> bool:
    """Notes what an event tells, unless a later one told it, and locks the row; whether the booking is over.

    The day is that of the newest version; a booking that is over is over for ever.
    """
    row = insert(booked).values(
        booking_id=told.booking_id,
        pickup_date=told.pickup_date,
        version=told.version,
        is_over=told.is_over,
        customer_id=told.customer.id,
        email_digest=told.customer.email_digest,
    )
    is_newer = row.excluded.version > booked.c.version
    noted = row.on_conflict_do_update(
        index_elements=["booking_id"],
        set_={
            "pickup_date": sql.case((is_newer, row.excluded.pickup_date), else_=booked.c.pickup_date),
            "version": sql.func.greatest(row.excluded.version, booked.c.version),
            "is_over": booked.c.is_over | row.excluded.is_over,
        },
    )
    is_over = (await connection.execute(noted.returning(booked.c.is_over))).scalar_one()
    await connection.execute(sql.select(sql.func.pg_notify(BOOKED_CHANNEL, "")))
    return bool(is_over)


async def count_by_day(connection: AsyncConnection, first: date) -> Mapping[date, int]:
    """How many bookings each day from `first` on has; days without any are left out."""
    question = sql.select(booked.c.pickup_date, sql.func.count()).where(booked.c.pickup_date >= first, STANDS)
    return dict((await connection.execute(question.group_by(booked.c.pickup_date))).all())


async def count_on_days(connection: AsyncConnection, days: Collection[date]) -> Mapping[date, int]:
    """How many bookings each of these days has; days without any are left out."""
    question = sql.select(booked.c.pickup_date, sql.func.count()).where(booked.c.pickup_date.in_(days), STANDS)
    return dict((await connection.execute(question.group_by(booked.c.pickup_date))).all())
