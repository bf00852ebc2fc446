"""What owners do with their endpoints, and staff on their behalf."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.audit import changes, record_act
from chassis.contact import normalised_email
from chassis.cursors import cursor_of, id_of, page_of
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.principal import current_principal
from chassis.refusal import Conflict, Invalid
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.notifications.v1.events_pb2 import AuditRecorded

from notifications.domain.public_address import checked_url
from notifications.domain.webhook import MOST_ENDPOINTS, OVERLAP, checked_event_types, must_be_enabled
from notifications.domain.webhook_events import TEST, body_of
from notifications.domain.webhook_secret import new_secret, seal
from notifications.store import webhook_deliveries, webhook_endpoints

AUDITED = ("url", "event_types", "is_enabled")


@dataclass(frozen=True)
class WebhookTerms:
    """How secrets are kept, and where webhooks may go."""

    encryption_key: bytes
    allow_private: bool


async def create_endpoint(
    database: Database, terms: WebhookTerms, owner: UUID, values: Mapping[str, Any], now: datetime
) -> tuple[RowMapping, str]:
    """The endpoint and its secret. Raises Invalid, and Conflict when there are enough."""
    endpoint_id, secret = new_id(), new_secret()
    row = checked(terms, values) | {
        "id": endpoint_id,
        "owner_id": owner,
        "sealed_secret": seal(terms.encryption_key, endpoint_id, secret),
        "created_at": now,
    }
    async with database.transaction() as connection:
        if await webhook_endpoints.lock_owner(connection, owner) >= MOST_ENDPOINTS:
            raise Conflict(
                "too_many_endpoints", f"There are {MOST_ENDPOINTS} endpoints already, the most there can be."
            )
        made = await webhook_endpoints.add_endpoint(connection, row)
        await record(connection, "webhook_endpoint.created", endpoint_id, now, after=audited(made))
    return made, secret


def checked(terms: WebhookTerms, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as they are kept. Raises Invalid."""
    kept = dict(values)
    if "url" in kept:
        kept["url"] = checked_url(kept["url"], allow_private=terms.allow_private)
    if kept.get("contact_email"):
        kept["contact_email"] = checked_contact(kept["contact_email"])
    if "event_types" in kept:
        kept["event_types"] = checked_event_types(kept["event_types"])
    return kept


def checked_contact(email: str) -> str:
    """As mail systems write it. Raises Invalid."""
    try:
        return normalised_email(email)
    except Invalid as error:
        raise Invalid("contact_email_invalid", f"contact_{error.message}", "contact_email") from error


async def update_endpoint(
    database: Database,
    terms: WebhookTerms,
    endpoint_id: UUID,
    owner: UUID | None,
    values: Mapping[str, Any],
    now: datetime,
) -> RowMapping:
    """As it is now. Enabling forgives earlier failures; disabling gives up what waits. Raises Invalid, NotFound."""
    wanted = checked(terms, values)
    async with database.transaction() as connection:
        before = await webhook_endpoints.find_endpoint(connection, endpoint_id, owner, lock=True)
        if wanted.get("is_enabled", before["is_enabled"]) != before["is_enabled"]:
            wanted["disabled_because"] = "" if wanted["is_enabled"] else "by_owner"
            wanted["failing_since"] = None
            if not wanted["is_enabled"]:
                await webhook_deliveries.give_up_waiting(connection, [endpoint_id], "The endpoint was disabled.")
        if not wanted:
            return before
        row = await webhook_endpoints.save_endpoint(connection, endpoint_id, wanted)
        await record(connection, "webhook_endpoint.changed", endpoint_id, now, **changes(audited(before), audited(row)))
        return row


async def delete_endpoint(database: Database, endpoint_id: UUID, owner: UUID | None, now: datetime) -> None:
    """With everything on its way to it. Raises NotFound."""
    async with database.transaction() as connection:
        row = await webhook_endpoints.find_endpoint(connection, endpoint_id, owner, lock=True)
        await webhook_endpoints.delete_endpoint(connection, endpoint_id)
        await record(connection, "webhook_endpoint.deleted", endpoint_id, now, before=audited(row))


async def rotate_secret(
    database: Database, terms: WebhookTerms, endpoint_id: UUID, owner: UUID | None, now: datetime
) -> tuple[RowMapping, str]:
    """A new secret; the one before it signs too for a day. Raises NotFound."""
    secret = new_secret()
    async with database.transaction() as connection:
        before = await webhook_endpoints.find_endpoint(connection, endpoint_id, owner, lock=True)
        rotated = {
            "sealed_secret": seal(terms.encryption_key, endpoint_id, secret),
            "sealed_previous": before["sealed_secret"],
            "previous_until": now + OVERLAP,
        }
        row = await webhook_endpoints.save_endpoint(connection, endpoint_id, rotated)
        await record(connection, "webhook_endpoint.secret_rotated", endpoint_id, now)
    return row, secret


async def send_ping(database: Database, endpoint_id: UUID, owner: UUID | None, now: datetime) -> RowMapping:
    """Queues a test event. Raises NotFound, and Conflict while it is disabled."""
    async with database.transaction() as connection:
        row = await webhook_endpoints.find_endpoint(connection, endpoint_id, owner)
        must_be_enabled(row["is_enabled"])
        body = body_of(TEST, now, {"endpoint_id": str(endpoint_id)})
        (added,) = await webhook_deliveries.add_deliveries(connection, [endpoint_id], new_id(), TEST, body, now)
        await record(connection, "webhook_endpoint.tested", endpoint_id, now)
        return await webhook_deliveries.lock_delivery(connection, added, owner)


async def show_endpoint(database: Database, endpoint_id: UUID, owner: UUID | None, now: datetime) -> RowMapping:
    """One endpoint. Raises NotFound."""
    async with database.transaction() as connection:
        row = await webhook_endpoints.find_endpoint(connection, endpoint_id, owner)
        await record_look(connection, "webhook_endpoint.viewed", endpoint_id, now)
        return row


async def list_endpoints(
    database: Database, owner: UUID | None, cursor: str, size: int, now: datetime
) -> tuple[Sequence[RowMapping], str]:
    """A page, newest first, and the cursor of the next."""
    before = id_of(cursor)
    async with database.transaction() as connection:
        found = await webhook_endpoints.list_endpoints(connection, owner, before, size + 1)
        await record_look(connection, "webhook_endpoint.listed", None, now)
    rows, more = page_of(found, size)
    return rows, cursor_of(str(rows[-1]["id"])) if more else ""


async def record(
    connection: AsyncConnection, action: str, endpoint_id: UUID | None, now: datetime, **members: Any
) -> None:
    """Into the audit log."""
    await record_act(connection, AuditRecorded, action, ("webhook_endpoint", endpoint_id), now, **members)


async def record_look(connection: AsyncConnection, action: str, endpoint_id: UUID | None, now: datetime) -> None:
    """The same for a look of staff's; what owners see of their own is their own business."""
    if current_principal().kind == "staff":
        await record(connection, action, endpoint_id, now)


def audited(row: RowMapping) -> dict[str, Any]:
    """What the audit log keeps of an endpoint."""
    return {name: row[name] for name in AUDITED}
