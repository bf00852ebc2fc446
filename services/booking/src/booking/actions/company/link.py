"""Giving a booking or a quote to a company, whose contacts then see it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.database import Database
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.actions.company.look import CompanyView, view_of
from booking.store import bookings, companies, company_things, custom_quotes


async def link_booking(database: Database, company_id: UUID, booking_id: UUID, now: datetime) -> CompanyView:
    """The booking is the company's from now on. Raises NotFound."""
    async with database.transaction() as connection:
        record = await companies.find_company(connection, company_id)
        booking = await bookings.lock_booking(connection, booking_id)
        await company_things.link_booking(connection, company_id, booking)
        after, subject = {"booking_id": booking_id}, ("company", company_id)
        await record_act(connection, AuditRecorded, "company.booking_linked", subject, now, after=after)
        return await view_of(connection, record)


async def link_quote(database: Database, company_id: UUID, quote_id: UUID, now: datetime) -> CompanyView:
    """The quote is the company's, and the booking that it became. Raises NotFound."""
    async with database.transaction() as connection:
        record = await companies.find_company(connection, company_id)
        quote = await custom_quotes.lock_quote(connection, quote_id)
        await company_things.link_quote(connection, company_id, quote)
        if quote.booking_id:
            booking = await bookings.lock_booking(connection, quote.booking_id)
            await company_things.link_booking(connection, company_id, booking)
        after, subject = {"quote_id": quote_id}, ("company", company_id)
        await record_act(connection, AuditRecorded, "company.quote_linked", subject, now, after=after)
        return await view_of(connection, record)
