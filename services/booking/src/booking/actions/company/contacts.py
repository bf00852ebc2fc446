"""Who may see what is a company's: whoever verifies the email that staff name."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from chassis.audit import PERSONAL, record_act
from chassis.contact import normalised_email
from chassis.database import Database
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.actions.company.look import CompanyView, view_of
from booking.domain.company import must_have_room
from booking.store import companies
from booking.store.companies import CompanyRecord


async def add_contact(database: Database, company_id: UUID, email: str, name: str, now: datetime) -> CompanyView:
    """Adds a contact; adding twice is adding once. Raises NotFound, Invalid, Conflict when there are too many."""
    kept = normalised_email(email).lower()
    async with database.transaction() as connection:
        record = await companies.lock_company(connection, company_id)
        known = {each.email for each in await companies.list_contacts(connection, company_id)}
        if kept not in known:
            must_have_room(len(known))
        await companies.save_contact(connection, company_id, kept, " ".join(name.split()), now)
        return await told(connection, record, "company.contact_added", now)


async def remove_contact(database: Database, company_id: UUID, email: str, now: datetime) -> CompanyView:
    """Removes a contact; removing twice is removing once. Raises NotFound for an unknown company."""
    async with database.transaction() as connection:
        record = await companies.lock_company(connection, company_id)
        if not await companies.remove_contact(connection, company_id, email.strip()):
            return await view_of(connection, record)
        return await told(connection, record, "company.contact_removed", now)


async def told(connection: AsyncConnection, record: CompanyRecord, action: str, now: datetime) -> CompanyView:
    """The company's next version, and that somebody's sight of it changed: whose, the log does not keep."""
    saved = await companies.save(connection, record, now)
    subject = ("company", record.id)
    await record_act(connection, AuditRecorded, action, subject, now, after={"email": PERSONAL})
    return await view_of(connection, saved)
