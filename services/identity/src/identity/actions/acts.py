"""Identity's own acts for the audit log: said like any event, and heard by identity itself like everybody's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.audit import Actor, Subject, caller, record_act
from chassis.principal import current_principal
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.identity.v1.events_pb2 import AuditRecorded

from identity.domain.staff import StaffAccount

Values = Mapping[str, Any]

STRANGER = Actor("anonymous", "anonymous", "guest")


async def record(
    connection: AsyncConnection,
    action: str,
    subject: Subject,
    now: datetime,
    before: Values | None = None,
    after: Values | None = None,
) -> None:
    """The caller did `action` to `subject`."""
    await record_act(connection, AuditRecorded, action, subject, now, before=before, after=after)


async def record_of_staff(
    connection: AsyncConnection, account: StaffAccount, action: str, now: datetime, after: Values | None = None
) -> None:
    """Somebody did something to their own account while the gateway called for itself, such as signing in."""
    actor = Actor("staff", str(account.id), account.role)
    await record_act(connection, AuditRecorded, action, ("staff", account.id), now, after=after, actor=actor)


async def record_failure(connection: AsyncConnection, staff_id: UUID | None, action: str, now: datetime) -> None:
    """Somebody could not prove to be a staff member: perhaps that one, perhaps not; None for a name nobody has."""
    principal = current_principal()
    actor = caller() if principal.kind == "staff" else STRANGER
    await record_act(connection, AuditRecorded, action, ("staff", staff_id), now, actor=actor)


def difference(before: Values, after: Values) -> tuple[dict[str, Any], dict[str, Any]]:
    """Those members that differ, as they were and as they are."""
    changed = [name for name in after if before.get(name) != after[name]]
    return {name: before.get(name) for name in changed}, {name: after[name] for name in changed}
