"""Drivers and vans, as staff enter and change them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime

from chassis.audit import changes, record_act
from chassis.contact import normalised_name, normalised_phone
from chassis.database import Database
from chassis.refusal import Conflict
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.store import crews, driver_links
from booking.store.crews import DriverRecord, VanRecord

PERSONAL = frozenset({"name", "phone"})
"""Of a driver."""


async def list_drivers(database: Database) -> Sequence[DriverRecord]:
    """All of them, by name."""
    async with database.reading() as connection:
        return await crews.list_drivers(connection)


async def list_vans(database: Database) -> Sequence[VanRecord]:
    """All of them, by name."""
    async with database.reading() as connection:
        return await crews.list_vans(connection)


async def save_driver(database: Database, wanted: DriverRecord, expected_version: int, now: datetime) -> DriverRecord:
    """Enters or changes one; saving the same twice changes nothing. One who is set inactive has no link any more.

    Raises Invalid, Conflict.
    """
    name, phone = normalised_name(wanted.name, "name"), normalised_phone(wanted.phone)
    wanted = replace(wanted, name=name, phone=phone)
    async with database.transaction() as connection:
        before = await crews.lock_driver(connection, wanted.id)
        must_be_seen(before, expected_version)
        saved = replace(wanted, version=before.version if before else 1)
        if before != saved:
            saved = replace(saved, version=before.version + 1) if before else saved
            await store(connection, before, saved, PERSONAL, now)
            if not saved.is_active:
                await driver_links.end_links(connection, saved.id, None, now)
        return saved


async def save_van(database: Database, wanted: VanRecord, expected_version: int, now: datetime) -> VanRecord:
    """Enters or changes one; saving the same twice changes nothing. Raises Invalid, Conflict."""
    wanted = replace(wanted, name=normalised_name(wanted.name, "name"))
    async with database.transaction() as connection:
        before = await crews.lock_van(connection, wanted.id)
        must_be_seen(before, expected_version)
        saved = replace(wanted, version=before.version if before else 1)
        if before != saved:
            saved = replace(saved, version=before.version + 1) if before else saved
            await store(connection, before, saved, frozenset(), now)
        return saved


async def store(
    connection: AsyncConnection,
    before: DriverRecord | VanRecord | None,
    after: DriverRecord | VanRecord,
    personal: frozenset[str],
    now: datetime,
) -> None:
    """Keeps it, and says so for the audit log."""
    await crews.save(connection, after)
    kind = "driver" if isinstance(after, DriverRecord) else "van"
    seen = changes(asdict(before) if before else {}, asdict(after), personal)
    subject = (kind, after.id)
    await record_act(
        connection, AuditRecorded, f"{kind}.saved", subject, now, before=seen["before"], after=seen["after"]
    )


def must_be_seen(record: DriverRecord | VanRecord | None, expected_version: int) -> None:
    """Raises Conflict, saying how it is now, when it was changed since somebody looked at it."""
    if record and expected_version not in (0, record.version):
        state = "active" if record.is_active else "not active"
        message = f"This was changed meanwhile: it is {record.name}, {state}, now. Look at it again, then repeat."
        raise Conflict("crew_changed", message, "expected_version")
