"""Deliveries, as rows and as what a sender holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from chassis.identifiers import new_id
from chassis.refusal import NotFound
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from notifications.domain.webhook import KEPT, ClaimedDelivery, DeliveryStatus, DeliveryVerb, sources
from notifications.store.webhook_tables import webhook_delivery as table
from notifications.store.webhook_tables import webhook_endpoint as endpoint

WEBHOOKS_CHANNEL = "webhooks_queued"
"""The Postgres channel that wakes the senders of every replica."""
BATCH_ROWS = 1000


async def list_hearing(connection: AsyncConnection, event_type: str) -> Sequence[UUID]:
    """Endpoints that are told of such events."""
    named = sql.cast([event_type], ARRAY(sql.Text))
    question = sql.select(endpoint.c.id).where(endpoint.c.is_enabled, endpoint.c.event_types.contains(named))
    return list((await connection.execute(question)).scalars())


async def add_deliveries(
    connection: AsyncConnection, endpoints: Sequence[UUID], event_id: UUID, event_type: str, body: str, now: datetime
) -> Sequence[UUID]:
    """Queues an event for these endpoints, once for each, and wakes the senders at commit."""
    if not endpoints:
        return []
    shared: dict[str, Any] = {
        "event_id": event_id,
        "event_type": event_type,
        "body": body,
        "status": DeliveryStatus.WAITING.value,
        "attempts": 0,
        "claims": 0,
        "due_at": now,
        "last_status_code": 0,
        "last_error": "",
        "created_at": now,
    }
    rows = [{"id": new_id(), "endpoint_id": each, **shared} for each in endpoints]
    added = await connection.execute(insert(table).values(rows).on_conflict_do_nothing().returning(table.c.id))
    await wake(connection)
    return list(added.scalars())


async def wake(connection: AsyncConnection) -> None:
    """At commit."""
    await connection.execute(sql.select(sql.func.pg_notify(WEBHOOKS_CHANNEL, "")))


async def claim_next(connection: AsyncConnection, now: datetime, lease: timedelta) -> ClaimedDelivery | None:
    """Takes the delivery that has been due longest until `now` + `lease`; None when none is due.

    An endpoint that something is being sent to is passed over, so that a slow partner holds up nobody else.
    """
    busy = table.alias("busy")
    is_busy = sql.exists().where(
        busy.c.endpoint_id == table.c.endpoint_id, busy.c.status == DeliveryStatus.SENDING, busy.c.due_at > now
    )
    due = (
        sql.select(table.c.id)
        .join(endpoint, endpoint.c.id == table.c.endpoint_id)
        .where(table.c.status.in_(sources(DeliveryVerb.CLAIM)), table.c.due_at <= now, endpoint.c.is_enabled)
        .where(sql.not_(is_busy))
        .order_by(table.c.due_at)
        .limit(1)
        .with_for_update(of=table, skip_locked=True)
        .cte("due")
    )
    previous = sql.case((endpoint.c.previous_until > now, endpoint.c.sealed_previous))
    claim = (
        table.update()
        .where(table.c.id == due.c.id, endpoint.c.id == table.c.endpoint_id)
        .values(
            status=DeliveryStatus.SENDING,
            attempts=table.c.attempts + 1,
            claims=table.c.claims + 1,
            due_at=now + lease,
        )
        .returning(table, endpoint.c.url, endpoint.c.sealed_secret, previous.label("sealed_previous"))
    )
    row = (await connection.execute(claim)).mappings().one_or_none()
    return claimed(row) if row else None


def claimed(row: RowMapping) -> ClaimedDelivery:
    """The delivery a claim returned."""
    same = ("id", "endpoint_id", "event_type", "body", "attempts", "claims", "url")
    secrets = [secret for secret in (row["sealed_secret"], row["sealed_previous"]) if secret is not None]
    return ClaimedDelivery(
        **{name: row[name] for name in same}, webhook_id=webhook_id(row["event_id"]), sealed_secrets=secrets
    )


def webhook_id(event_id: UUID) -> str:
    """What the partner knows an event by: the same at every try and at a replay."""
    return f"evt_{event_id.hex}"


async def settle(
    connection: AsyncConnection, held: ClaimedDelivery, verb: DeliveryVerb, status: DeliveryStatus, **changes: Any
) -> bool:
    """How the try ended. False when somebody else has claimed it since."""
    settled = await connection.execute(
        table.update()
        .where(table.c.id == held.id, table.c.status.in_(sources(verb)), table.c.claims == held.claims)
        .values(status=status, **changes)
    )
    return settled.rowcount == 1


async def give_up_waiting(connection: AsyncConnection, endpoints: Sequence[UUID], reason: str) -> None:
    """Nothing is sent to these any more; what is being sent ends as it ends."""
    change = table.update().where(table.c.endpoint_id.in_(endpoints), table.c.status == DeliveryStatus.WAITING)
    await connection.execute(change.values(status=DeliveryStatus.FAILED, last_error=reason))


async def list_deliveries(
    connection: AsyncConnection, endpoint_id: UUID, status: str, before: UUID | None, limit: int
) -> Sequence[RowMapping]:
    """Newest first."""
    question = sql.select(table).where(table.c.endpoint_id == endpoint_id)
    if status:
        question = question.where(table.c.status == status)
    if before is not None:
        question = question.where(table.c.id < before)
    return (await connection.execute(question.order_by(table.c.id.desc()).limit(limit))).mappings().all()


async def lock_delivery(connection: AsyncConnection, delivery_id: UUID, owner: UUID | None) -> RowMapping:
    """One delivery, with whether its endpoint is enabled. Raises NotFound for somebody else's too."""
    question = (
        sql.select(table, endpoint.c.is_enabled)
        .join(endpoint, endpoint.c.id == table.c.endpoint_id)
        .where(table.c.id == delivery_id, endpoint.c.owner_id == owner if owner else sql.true())
        .with_for_update(of=table)
    )
    row = (await connection.execute(question)).mappings().one_or_none()
    if row is None:
        raise NotFound("delivery_not_found", "There is no such delivery.", "delivery_id")
    return row


async def save_replayed(connection: AsyncConnection, delivery_id: UUID, now: datetime) -> RowMapping:
    """From the start: it waits, and every try counts anew."""
    change = (
        table.update()
        .where(table.c.id == delivery_id)
        .values(status=DeliveryStatus.WAITING, attempts=0, due_at=now, delivered_at=None)
        .returning(table)
    )
    row: RowMapping = (await connection.execute(change)).mappings().one()
    await wake(connection)
    return row


async def prune(connection: AsyncConnection, now: datetime) -> int:
    """Forgets a batch of what is older than 30 days; how many there were."""
    old = sql.select(table.c.id).where(table.c.created_at < now - KEPT).order_by(table.c.created_at).limit(BATCH_ROWS)
    return (await connection.execute(table.delete().where(table.c.id.in_(old)))).rowcount
