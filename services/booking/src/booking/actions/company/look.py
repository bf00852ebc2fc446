"""Looking at companies, as staff; that they looked goes into the audit log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.cursors import cursor_of, moment_of, page_of
from chassis.database import Database
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.store import companies
from booking.store.companies import CompanyRecord, ContactRecord


@dataclass(frozen=True, slots=True)
class CompanyView:
    """A company and its contacts."""

    record: CompanyRecord
    contacts: Sequence[ContactRecord]


@dataclass(frozen=True, slots=True)
class CompanyPage:
    """One page of a list."""

    records: Sequence[CompanyRecord]
    next_cursor: str
    """Empty on the last page."""


async def view_of(connection: AsyncConnection, record: CompanyRecord) -> CompanyView:
    """A company as it is in this transaction."""
    return CompanyView(record, await companies.list_contacts(connection, record.id))


async def inspect_company(database: Database, company_id: UUID, now: datetime) -> CompanyView:
    """One with its contacts. Raises NotFound."""
    async with database.transaction() as connection:
        view = await view_of(connection, await companies.find_company(connection, company_id))
        await record_act(connection, AuditRecorded, "company.viewed", ("company", company_id), now)
        return view


async def search_companies(database: Database, prefix: str, size: int, cursor: str) -> CompanyPage:
    """Those whose names begin so, newest first; names of companies are no personal data. Raises Invalid."""
    before = moment_of(cursor)
    async with database.reading() as connection:
        found = await companies.find_page(connection, prefix, before, size + 1)
    shown, more = page_of(found, size)
    last = shown[-1] if more else None
    return CompanyPage(shown, cursor_of(last.created_at.isoformat(), str(last.id)) if last else "")
