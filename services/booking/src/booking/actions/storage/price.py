"""Bringing a storage to the catalogue's monthly price of today."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from chassis.audit import record_act
from chassis.clock import new_york_date
from chassis.database import Database
from chassis.money import format_dollars
from chassis.refusal import Conflict
from totetaxi.booking.v1.events_pb2 import AuditRecorded
from totetaxi.pricing.v1.price_pb2 import Price

from booking.actions.storage.look import StorageView, view_of
from booking.actions.storage.say import note, say_started
from booking.domain.storage import TAKES_IN, StorageStatus
from booking.prices import month_of_storage
from booking.store import storages

if TYPE_CHECKING:
    from totetaxi.pricing.v1.pricing_service_pb2_grpc import PricingServiceAsyncStub as Pricing


async def refresh_price(
    database: Database, pricing: Pricing, storage_id: UUID, expected_cents: int, reason: str, actor: str, now: datetime
) -> StorageView:
    """Gives it today's price, in USD cents a month as it was shown. Raises NotFound, Conflict, Unavailable."""
    price = await month_of_storage(pricing, new_york_date(now))
    must_be_expected(price, expected_cents)
    async with database.transaction() as connection:
        record = await storages.lock_storage(connection, storage_id)
        if record.status not in TAKES_IN:
            raise Conflict("storage_over", "This storage is ending or over; its price stays.", "storage_id")
        if record.monthly_cents == price.total_cents:
            return await view_of(connection, record)
        changed = await storages.save(connection, replace(record, price=price), now)
        was, becomes = format_dollars(record.monthly_cents), format_dollars(price.total_cents)
        await note(connection, changed, actor, f"from {was} to {becomes} a month: {reason}", now)
        before, after = {"monthly_cents": record.monthly_cents}, {"monthly_cents": price.total_cents}
        subject = ("storage", storage_id)
        await record_act(
            connection, AuditRecorded, "storage.repriced", subject, now, before=before, after=after, reason=reason
        )
        if changed.status is StorageStatus.ACTIVE:
            await say_started(connection, changed)
        return await view_of(connection, changed)


def must_be_expected(price: Price, expected_cents: int) -> None:
    """Raises Conflict when the catalogue says another price than the caller saw."""
    if price.total_cents != expected_cents:
        message = f"Storage costs {format_dollars(price.total_cents)} a month today; please confirm that."
        raise Conflict("terms_changed", message, "expected_monthly_cents")
