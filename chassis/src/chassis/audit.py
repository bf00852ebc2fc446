"""Acts for the audit log: said like any event, in the transaction in which they happened; identity keeps them all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from google.protobuf.message import Message
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.audit.v1.act_pb2 import Act

from chassis.client import current_client
from chassis.outbox import say
from chassis.principal import current_principal
from chassis.request_id import request_id


async def record_act(
    connection: AsyncConnection,
    event: type[Message],
    action: str,
    subject: tuple[str, UUID],
    now: datetime,
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
) -> None:
    """Says that the caller did `action` to `subject` (its kind and id), if and when the transaction commits.

    `event` is the context's own AuditRecorded. Raises UnknownCaller outside a request.
    """
    act = act_of(action, subject, reason)
    act.before, act.after = as_json(before), as_json(after)
    act.occurred_at.FromDatetime(now)
    await say(connection, event(act=act), about=subject[1])


def act_of(action: str, subject: tuple[str, UUID], reason: str) -> Act:
    """Who does it, from where."""
    principal, client = current_principal(), current_client()
    return Act(
        actor_kind=principal.kind,
        actor_id=principal.id,
        actor_role=principal.role,
        action=action,
        subject_type=subject[0],
        subject_id=str(subject[1]),
        client_address=client.address,
        user_agent=client.user_agent,
        request_id=request_id(),
        reason=reason,
    )


def as_json(values: Mapping[str, Any] | None) -> str:
    """Compact JSON, members in order; empty for nothing."""
    if values is None:
        return ""
    return json.dumps(values, sort_keys=True, separators=(",", ":"), default=str)
