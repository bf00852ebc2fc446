"""What a company's contacts see: its bookings and its quotes, whoever of it booked or asked."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from chassis.cursors import cursor_of, moment_of, page_of
from chassis.database import Database
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.actions.custom_quote.look import QuotePage, views_of
from booking.store import companies, company_things
from booking.store.bookings import BookingRecord
from booking.store.companies import CompanyRecord


async def own_companies(database: Database, customer_id: UUID) -> list[CompanyRecord]:
    """Those of which the customer is a contact, by name."""
    async with database.reading() as connection:
        return [record for record, _ in await companies.list_own(connection, customer_id)]


async def bookings_of(
    database: Database, company_id: UUID, customer_id: UUID, size: int, cursor: str
) -> tuple[Sequence[BookingRecord], str]:
    """A page of the company's bookings, newest first, and the next page's cursor. Raises NotFound, Invalid."""
    before = moment_of(cursor)
    async with database.reading() as connection:
        await must_be_a_contact(connection, company_id, customer_id)
        found = await company_things.find_bookings(connection, company_id, before, size + 1)
    shown, more = page_of(found, size)
    return shown, cursor_of(shown[-1].created_at.isoformat(), str(shown[-1].id)) if more else ""


async def quotes_of(database: Database, company_id: UUID, customer_id: UUID, size: int, cursor: str) -> QuotePage:
    """A page of the company's quotes, newest first. Raises NotFound, Invalid."""
    before = moment_of(cursor)
    async with database.reading() as connection:
        await must_be_a_contact(connection, company_id, customer_id)
        found = await company_things.find_quotes(connection, company_id, before, size + 1)
        shown, more = page_of(found, size)
        views = await views_of(connection, shown)
    last = shown[-1] if more else None
    return QuotePage(views, cursor_of(last.created_at.isoformat(), str(last.id)) if last else "")


async def must_be_a_contact(connection: AsyncConnection, company_id: UUID, customer_id: UUID) -> None:
    """Raises NotFound for whoever is no contact of this company, and for one that is not active."""
    own = {record.id for record, _ in await companies.list_own(connection, customer_id)}
    if company_id not in own:
        raise companies.unknown()
