"""Acts for the audit log: said like any event, in the transaction in which they happened; identity keeps them all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from google.protobuf.message import Message
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.audit.v1.act_pb2 import Act

from chassis.client import current_client
from chassis.identifiers import new_id
from chassis.outbox import say
from chassis.principal import current_principal
from chassis.request_id import request_id

Subject = tuple[str, UUID | None]
"""What something was done to: its kind and its id, or None where it was done to no single one, such as a search."""

PERSONAL = "personal"
"""Stands in the log for what identifies a customer: that it changed is kept for ever, what it was is not."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did something, where that is not the caller: somebody who is only just signing in, or the clock."""

    kind: str
    id: str
    role: str
    on_behalf_of: str = ""
    """The customer that a machine acts for."""


async def record_act(
    connection: AsyncConnection,
    event: type[Message],
    action: str,
    subject: Subject,
    now: datetime,
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
    actor: Actor | None = None,
) -> None:
    """Says that the caller (or `actor`) did `action` to `subject`, if and when the transaction commits.

    `event` is the context's own AuditRecorded. Nothing in `before` and `after` may identify a customer; `changes`
    makes them. Raises UnknownCaller outside a request, unless an actor is named.
    """
    act = act_of(action, subject, reason, actor or caller())
    act.before, act.after = as_json(before), as_json(after)
    act.occurred_at.FromDatetime(now)
    await say(connection, event(act=act), about=subject[1] or new_id())


def caller() -> Actor:
    """The one whose request is being served. Raises UnknownCaller outside a request."""
    principal = current_principal()
    return Actor(principal.kind, principal.id, principal.role, principal.on_behalf_of)


def act_of(action: str, subject: Subject, reason: str, actor: Actor) -> Act:
    """Who does it, from where."""
    client = current_client()
    return Act(
        actor_kind=actor.kind,
        actor_id=actor.id,
        actor_role=actor.role,
        on_behalf_of=actor.on_behalf_of,
        action=action,
        subject_type=subject[0],
        subject_id=str(subject[1] or ""),
        client_address=client.address,
        user_agent=client.user_agent,
        request_id=request_id(),
        reason=reason,
    )


def changes(
    before: Mapping[str, Any], after: Mapping[str, Any], personal: frozenset[str] = frozenset()
) -> dict[str, dict[str, Any]]:
    """What differs, as `before` and `after` of `record_act`; of the members in `personal` only that they do."""
    differing = [name for name in after if before.get(name) != after[name]]
    return {
        "before": {name: PERSONAL if name in personal else before.get(name) for name in differing},
        "after": {name: PERSONAL if name in personal else after[name] for name in differing},
    }


def as_json(values: Mapping[str, Any] | None) -> str:
    """Compact JSON, members in order; empty for nothing."""
    if values is None:
        return ""
    return json.dumps(values, sort_keys=True, separators=(",", ":"), default=str)
