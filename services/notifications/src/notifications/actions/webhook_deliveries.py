"""The life of a delivery, one transaction each: queue it, claim it, settle it, replay it."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from chassis.cursors import cursor_of, id_of, page_of
from chassis.database import Database
from chassis.outbox import say
from chassis.refusal import Conflict
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.notifications.v1.events_pb2 import WebhookEndpointDisabled

from notifications.actions.webhook_endpoints import record, record_look
from notifications.domain.webhook import (
    Answer,
    ClaimedDelivery,
    DeliveryStatus,
    DeliveryVerb,
    disabled_because,
    must_be_enabled,
    pause_after,
    sources,
)
from notifications.domain.webhook_events import body_of
from notifications.measures import WEBHOOKS
from notifications.store import webhook_deliveries, webhook_endpoints


async def tell_partners(
    connection: AsyncConnection, event_type: str, event_id: UUID, data: Mapping[str, Any], at: datetime, now: datetime
) -> None:
    """Queues an event for every endpoint that hears of such, on the listener's transaction."""
    endpoints = await webhook_deliveries.list_hearing(connection, event_type)
    body = body_of(event_type, at, data)
    await webhook_deliveries.add_deliveries(connection, endpoints, event_id, event_type, body, now)


async def claim_delivery(database: Database, now: datetime, lease: timedelta) -> ClaimedDelivery | None:
    """Takes the next delivery that is due; committed before anything is sent."""
    async with database.transaction() as connection:
        return await webhook_deliveries.claim_next(connection, now, lease)


async def settle_delivery(
    database: Database, held: ClaimedDelivery, answer: Answer, patience: timedelta, now: datetime
) -> None:
    """Notes how a try ended, of the delivery and of its endpoint; gives up what can't be helped."""
    async with database.transaction() as connection:
        endpoint = await webhook_endpoints.note_try(connection, held.endpoint_id, is_taken=answer.is_taken, now=now)
        if endpoint is None:
            return
        reason = "" if answer.is_taken else disabled_because(answer, endpoint["failing_since"], now, patience)
        is_over = bool(reason) or not endpoint["is_enabled"]
        outcome = await settle(connection, held, answer, is_over, now)
        if reason and endpoint["is_enabled"]:
            await disable(connection, endpoint, reason, now)
    WEBHOOKS.labels(held.event_type, outcome).inc()


async def settle(
    connection: AsyncConnection, held: ClaimedDelivery, answer: Answer, is_over: bool, now: datetime
) -> str:
    """The delivery's own part; returns what became of it."""
    told: dict[str, Any] = {"last_status_code": answer.status_code, "last_error": answer.error}
    if answer.is_taken:
        verb, status = DeliveryVerb.CONFIRM, DeliveryStatus.DELIVERED
        told["delivered_at"] = now
    else:
        pause = None if is_over else pause_after(held.attempts, random.random())  # noqa: S311 - jitter is no secret
        verb = DeliveryVerb.POSTPONE if pause else DeliveryVerb.GIVE_UP
        status = DeliveryStatus.WAITING if pause else DeliveryStatus.FAILED
        told["due_at"] = now + (pause or timedelta(0))
    is_settled = await webhook_deliveries.settle(connection, held, verb, status, **told)
    return status.value if is_settled else "claimed_again"


async def disable(connection: AsyncConnection, endpoint: RowMapping, reason: str, now: datetime) -> None:
    """Sends nothing there any more, and says so."""
    changed = {"is_enabled": False, "disabled_because": reason}
    await webhook_endpoints.save_endpoint(connection, endpoint["id"], changed)
    await webhook_deliveries.give_up_waiting(connection, [endpoint["id"]], "The endpoint was disabled.")
    await say_disabled(connection, endpoint["id"], endpoint["owner_id"], reason, now)


async def disable_endpoints_of(connection: AsyncConnection, owner_id: UUID, now: datetime) -> None:
    """Its API key is revoked; on the listener's transaction."""
    ids = await webhook_endpoints.disable_all_of(connection, owner_id)
    await webhook_deliveries.give_up_waiting(connection, ids, "The API key was revoked.")
    for endpoint_id in ids:
        await say_disabled(connection, endpoint_id, owner_id, "key_revoked", now)


async def say_disabled(
    connection: AsyncConnection, endpoint_id: UUID, owner_id: UUID, reason: str, now: datetime
) -> None:
    """The notice."""
    event = WebhookEndpointDisabled(endpoint_id=str(endpoint_id), api_key_id=str(owner_id), reason=reason)
    event.disabled_at.FromDatetime(now)
    await say(connection, event, about=endpoint_id)


async def list_deliveries(
    database: Database, endpoint_id: UUID, owner: UUID | None, status: str, cursor: str, size: int, now: datetime
) -> tuple[Sequence[RowMapping], str]:
    """A page, newest first, and the cursor of the next. Raises NotFound."""
    before = id_of(cursor)
    async with database.transaction() as connection:
        await webhook_endpoints.find_endpoint(connection, endpoint_id, owner)
        found = await webhook_deliveries.list_deliveries(connection, endpoint_id, status, before, size + 1)
        await record_look(connection, "webhook_endpoint.deliveries_viewed", endpoint_id, now)
    rows, more = page_of(found, size)
    return rows, cursor_of(str(rows[-1]["id"])) if more else ""


async def replay_delivery(database: Database, delivery_id: UUID, owner: UUID | None, now: datetime) -> RowMapping:
    """Sends it once more, under the same webhook-id. Raises NotFound, and Conflict while it is on its way."""
    async with database.transaction() as connection:
        row = await webhook_deliveries.lock_delivery(connection, delivery_id, owner)
        must_be_enabled(row["is_enabled"])
        if row["status"] not in sources(DeliveryVerb.REPLAY):
            raise Conflict("delivery_waiting", "This delivery is still on its way.")
        replayed = await webhook_deliveries.save_replayed(connection, delivery_id, now)
        after = {"delivery_id": str(delivery_id)}
        await record(connection, "webhook_delivery.replayed", row["endpoint_id"], now, after=after)
        return replayed
