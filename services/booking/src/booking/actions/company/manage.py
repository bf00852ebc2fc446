"""Making companies and changing them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from chassis.audit import changes, record_act
from chassis.database import Database
from chassis.refusal import Conflict
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.actions.company.look import CompanyView, view_of
from booking.domain.company import normalised_company_name
from booking.store import companies
from booking.store.companies import CompanyRecord

SHOWN = ("name", "notes", "is_active")
PERSONAL = frozenset({"notes"})
"""What staff write about people is not for ever."""


@dataclass(frozen=True, slots=True)
class CompanyChange:
    """What staff want to change; None leaves a member as it is."""

    company_id: UUID
    name: str | None
    notes: str | None
    is_active: bool | None
    expected_version: int
    """Zero for any."""


async def create_company(database: Database, company_id: UUID, name: str, notes: str, now: datetime) -> CompanyView:
    """Makes it; the same id again answers the same company. Raises Invalid, Conflict when the id is another's."""
    record = CompanyRecord(company_id, normalised_company_name(name), notes.strip(), True, now, now, 1)
    async with database.transaction() as connection:
        if not await companies.add_company(connection, record):
            found = await companies.find_company(connection, company_id)
            if found.name != record.name:
                message = "There is another company with this id; make a new one."
                raise Conflict("company_id_taken", message, "company_id")
            return await view_of(connection, found)
        await record_act(connection, AuditRecorded, "company.created", ("company", company_id), now)
        return await view_of(connection, record)


async def update_company(database: Database, change: CompanyChange, now: datetime) -> CompanyView:
    """The company as it is then. Raises NotFound, Conflict when it was changed since it was seen."""
    async with database.transaction() as connection:
        record = await companies.lock_company(connection, change.company_id)
        must_be_seen(record, change.expected_version)
        wanted = changed_as(record, change)
        if wanted == record:
            return await view_of(connection, record)
        saved = await companies.save(connection, wanted, now)
        before, after = ({name: getattr(each, name) for name in SHOWN} for each in (record, saved))
        told = changes(before, after, PERSONAL)
        subject = ("company", record.id)
        await record_act(
            connection, AuditRecorded, "company.changed", subject, now, before=told["before"], after=told["after"]
        )
        return await view_of(connection, saved)


def changed_as(record: CompanyRecord, change: CompanyChange) -> CompanyRecord:
    """The company with what is wanted. Raises Invalid."""
    return replace(
        record,
        name=record.name if change.name is None else normalised_company_name(change.name),
        notes=record.notes if change.notes is None else change.notes.strip(),
        is_active=record.is_active if change.is_active is None else change.is_active,
    )


def must_be_seen(record: CompanyRecord, expected_version: int) -> None:
    """Raises Conflict when it was changed since somebody looked at it."""
    if expected_version not in (0, record.version):
        message = "This company was changed meanwhile. Look at it again, then repeat."
        raise Conflict("company_changed", message, "expected_version")
