"""Everything pricing does, one transaction each."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from chassis.database import Database
from chassis.outbox import say
from chassis.refusal import Conflict, NotFound
from google.protobuf.json_format import MessageToDict
from totetaxi.pricing.v1.events_pb2 import CatalogPublished
from totetaxi.pricing.v1.price_pb2 import Price, PriceRequest, Quote

from pricing import store


async def publish_first_catalog(database: Database, version_id: UUID, content: dict[str, Any], now: datetime) -> bool:
    """Publishes catalogue version 1 in a new database; does nothing, and says False, when there is one."""
    async with database.transaction() as connection:
        if await store.newest_number(connection):
            return False
        values: dict[str, Any] = {
            "effective_at": now,
            "published_at": now,
            "published_by": "seed",
            "reason": "The first price list.",
        }
        if not await store.add_version(connection, id=version_id, number=1, content=content, **values):
            return False
        event = CatalogPublished(catalog_version_id=str(version_id), version=1, reason=values["reason"])
        event.effective_at.FromDatetime(now)
        await say(connection, event, about=version_id, version=1)
        return True


async def create_quote(
    database: Database, quote_id: UUID, request: PriceRequest, price: Price, now: datetime, minutes: int
) -> Quote:
    """Holds `price` for `minutes`."""
    expires_at = now + timedelta(minutes=minutes)
    lines = [MessageToDict(line, preserving_proto_field_name=True) for line in price.lines]
    cents = [{**line, "amount_cents": message.amount_cents} for line, message in zip(lines, price.lines, strict=True)]
    async with database.transaction() as connection:
        await store.add_quote(
            connection,
            id=quote_id,
            catalog_number=price.catalog_version,
            request=request.SerializeToString(deterministic=True),
            price=price.SerializeToString(deterministic=True),
            lines=cents,
            total_cents=price.total_cents,
            created_at=now,
            expires_at=expires_at,
        )
    return quote_message(str(quote_id), request, price, expires_at)


async def get_quote(database: Database, quote_id: str, now: datetime) -> Quote:
    """A held price. Raises NotFound, or Conflict when its time is over or it was used."""
    async with database.reading() as connection:
        row = await store.find_quote(connection, quote_uuid(quote_id))
    if row is None:
        raise NotFound("quote_not_found", "There is no such quote; ask for a new price.", "quote_id")
    if row.expires_at <= now:
        raise Conflict("quote_expired", "This quote's time is over; ask for a new price.", "quote_id")
    if row.booking_id is not None:
        raise Conflict("quote_used", "This quote was used for a booking; ask for a new price.", "quote_id")
    return quote_message(quote_id, PriceRequest.FromString(row.request), Price.FromString(row.price), row.expires_at)


def quote_uuid(quote_id: str) -> UUID:
    """The id inside an opaque quote id. Raises NotFound for what never was one."""
    try:
        return UUID(quote_id)
    except ValueError as error:
        raise NotFound("quote_not_found", "There is no such quote; ask for a new price.", "quote_id") from error


def quote_message(quote_id: str, request: PriceRequest, price: Price, expires_at: datetime) -> Quote:
    """The quote as everybody sees it."""
    message = Quote(quote_id=quote_id, request=request, price=price)
    message.expires_at.FromDatetime(expires_at)
    return message
