"""Holding prices."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from chassis.database import Database
from chassis.refusal import Conflict, NotFound
from google.protobuf.json_format import MessageToDict
from totetaxi.pricing.v1.price_pb2 import Price, PriceRequest, Quote

from pricing.store import quotes


async def create_quote(
    database: Database, quote_id: UUID, request: PriceRequest, price: Price, now: datetime, minutes: int
) -> Quote:
    """Holds `price` for `minutes`."""
    expires_at = now + timedelta(minutes=minutes)
    lines = [MessageToDict(line, preserving_proto_field_name=True) for line in price.lines]
    cents = [{**line, "amount_cents": message.amount_cents} for line, message in zip(lines, price.lines, strict=True)]
    async with database.transaction() as connection:
        await quotes.add_quote(
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
        row = await quotes.find_quote(connection, quote_uuid(quote_id))
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
