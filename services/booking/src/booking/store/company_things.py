"""Which bookings and quotes are a company's; newest first, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.store import bookings, custom_quotes
from booking.store.bookings import BookingRecord
from booking.store.company_tables import company_booking, company_quote
from booking.store.custom_quote_tables import custom_quote
from booking.store.custom_quotes import CustomQuoteRecord
from booking.store.tables import booking

Before = tuple[datetime, UUID] | None


async def link_booking(connection: AsyncConnection, company_id: UUID, record: BookingRecord) -> None:
    """Gives a booking to a company; it leaves the one that had it before."""
    row = insert(company_booking).values(booking_id=record.id, company_id=company_id, booked_at=record.created_at)
    moved = row.on_conflict_do_update(index_elements=["booking_id"], set_={"company_id": row.excluded.company_id})
    await connection.execute(moved)


async def link_quote(connection: AsyncConnection, company_id: UUID, record: CustomQuoteRecord) -> None:
    """Gives a quote to a company; it leaves the one that had it before."""
    row = insert(company_quote).values(quote_id=record.id, company_id=company_id, asked_at=record.created_at)
    moved = row.on_conflict_do_update(index_elements=["quote_id"], set_={"company_id": row.excluded.company_id})
    await connection.execute(moved)


async def company_of_quote(connection: AsyncConnection, quote_id: UUID) -> UUID | None:
    """Whose a quote is."""
    question = sql.select(company_quote.c.company_id).where(company_quote.c.quote_id == quote_id)
    found: UUID | None = (await connection.execute(question)).scalar_one_or_none()
    return found


async def find_bookings(
    connection: AsyncConnection, company_id: UUID, before: Before, limit: int
) -> Sequence[BookingRecord]:
    """Up to `limit` of a company's bookings, newest first; deleted ones are left out."""
    linked = sql.select(booking).join_from(company_booking, booking, company_booking.c.booking_id == booking.c.id)
    kept = linked.where(company_booking.c.company_id == company_id, booking.c.deleted_at.is_(None))
    question = newest(kept, company_booking.c.booked_at, company_booking.c.booking_id, before, limit)
    return [bookings.record_of(dict(row)) for row in (await connection.execute(question)).mappings()]


async def find_quotes(
    connection: AsyncConnection, company_id: UUID, before: Before, limit: int
) -> Sequence[CustomQuoteRecord]:
    """Up to `limit` of a company's quotes, newest first."""
    linked = sql.select(custom_quote).join_from(
        company_quote, custom_quote, company_quote.c.quote_id == custom_quote.c.id
    )
    kept = linked.where(company_quote.c.company_id == company_id)
    question = newest(kept, company_quote.c.asked_at, company_quote.c.quote_id, before, limit)
    return [custom_quotes.record_of(dict(row)) for row in (await connection.execute(question)).mappings()]


def newest(question: sql.Select[Any], at: Any, row_id: Any, before: Before, limit: int) -> sql.Select[Any]:
    """The newest `limit` rows of those before the one that `before` names."""
    if before:
        question = question.where(sql.tuple_(at, row_id) < before)
    return question.order_by(at.desc(), row_id.desc()).limit(limit)
