"""Acts for the audit log: said like any event, in the transaction in which they happened; identity keeps them all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict, Unpack
from uuid import UUID

from google.protobuf.message import Message
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.audit.v1.act_pb2 import Act

from chassis.client import current_client
from chassis.identifiers import new_id
from chassis.outbox import Saying, say_all
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


class Details(TypedDict, total=False):
    """What else is known of an act. Nothing in `before` and `after` may identify a customer; `changes` makes them."""

    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    reason: str
    actor: Actor | None


async def record_act(
    connection: AsyncConnection,
    event: type[Message],
    action: str,
    subject: Subject,
    now: datetime,
    **details: Unpack[Details],
) -> None:
    """Says that the caller (or `actor`) did `action` to `subject`, if and when the transaction commits.

    `event` is the context's own AuditRecorded. Raises UnknownCaller outside a request, unless an actor is named.
    """
    await say_all(connection, [acted(event, action, subject, now, **details)])


def acted(event: type[Message], action: str, subject: Subject, now: datetime, **details: Unpack[Details]) -> Saying:
    """What `record_act` says, to be said together with other events by `say_all`. Raises UnknownCaller as it does."""
    act = act_of(action, subject, details.get("reason", ""), details.get("actor") or caller())
    act.before, act.after = as_json(details.get("before")), as_json(details.get("after"))
    act.occurred_at.FromDatetime(now)
    return Saying(event(act=act), subject[1] or new_id())


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
