"""Identity's own acts for the audit log."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.audit import act_of, record_act
from chassis.outbox import say
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.identity.v1.events_pb2 import AuditRecorded

from identity.domain.staff import StaffAccount
from identity.messages.moments import timestamp

Values = Mapping[str, Any]


async def record(
    connection: AsyncConnection,
    action: str,
    subject: tuple[str, UUID],
    now: datetime,
    before: Values | None = None,
    after: Values | None = None,
) -> None:
    """The caller did `action` to `subject`."""
    await record_act(connection, AuditRecorded, action, subject, now, before=before, after=after)


async def record_of_staff(connection: AsyncConnection, account: StaffAccount, action: str, now: datetime) -> None:
    """Somebody did something to their own account while the gateway called for itself, such as signing in."""
    act = act_of(action, ("staff", account.id), "")
    act.actor_kind, act.actor_id, act.actor_role = "staff", str(account.id), account.role
    act.occurred_at.CopyFrom(timestamp(now))
    await say(connection, AuditRecorded(act=act), account.id)


def difference(before: Values, after: Values) -> tuple[dict[str, Any], dict[str, Any]]:
    """Those members that differ, as they were and as they are."""
    changed = [name for name in after if before.get(name) != after[name]]
    return {name: before.get(name) for name in changed}, {name: after[name] for name in changed}
