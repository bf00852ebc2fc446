"""What is done with money, for the audit log: by whoever asks, or by payments itself when nobody does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.audit import as_json, record_act
from chassis.outbox import say
from chassis.principal import current_principal
from chassis.refusal import UnknownCaller
from chassis.request_id import request_id
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.audit.v1.act_pb2 import Act
from totetaxi.payments.v1.events_pb2 import AuditRecorded

OURSELVES = "payments"
"""The actor of what policy, Stripe or the clock does."""


def actor() -> str:
    """The id of whoever is acting: the caller, or payments itself."""
    try:
        return current_principal().id
    except UnknownCaller:
        return OURSELVES


async def record_payment(
    connection: AsyncConnection, action: str, payment: Any, now: datetime, *, status: str = "", amount_cents: int = 0
) -> None:
    """Says that `payment` (as it was) is in another state, or for another amount; USD cents, nothing means the same."""
    before = {"status": payment.status, "amount_cents": payment.amount_cents}
    after = {"status": status or payment.status, "amount_cents": amount_cents or payment.amount_cents}
    await record(connection, f"payment.{action}", ("payment", payment.id), now, before=before, after=after)


async def record(
    connection: AsyncConnection,
    action: str,
    subject: tuple[str, UUID],
    now: datetime,
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
) -> None:
    """Says that `action` was done to `subject` (its kind and id), if and when the transaction commits."""
    if actor() != OURSELVES:
        await record_act(connection, AuditRecorded, action, subject, now, before=before, after=after, reason=reason)
        return
    act = Act(
        actor_kind="service",
        actor_id=OURSELVES,
        action=action,
        subject_type=subject[0],
        subject_id=str(subject[1]),
        request_id=request_id(),
        reason=reason,
        before=as_json(before),
        after=as_json(after),
    )
    act.occurred_at.FromDatetime(now)
    await say(connection, AuditRecorded(act=act), about=subject[1])
