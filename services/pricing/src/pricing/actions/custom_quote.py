"""Quotes whose lines staff write."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.database import Database
from chassis.refusal import Invalid
from google.protobuf.json_format import MessageToDict
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.pricing.v1.events_pb2 import AuditRecorded
from totetaxi.pricing.v1.price_pb2 import PriceRequest, Quote

from pricing.domain.custom_quote import CustomQuote, custom_price
from pricing.messages import service_type_value
from pricing.price_messages import bare_price_message
from pricing.quote_messages import quote_message
from pricing.store import quotes
from pricing.store.keys import hold_key
from pricing.store.quotes import QuoteRecord


def custom_record(quote_id: UUID, custom: CustomQuote, catalog_number: int, now: datetime) -> QuoteRecord:
    """The quote to be. Raises Invalid."""
    request = PriceRequest(
        service_type=service_type_value(custom.service_type), pickup_date=custom.pickup_date.isoformat()
    )
    price = bare_price_message(custom_price(custom, now), catalog_number)
    return QuoteRecord(
        quote_id,
        request,
        price,
        now,
        custom.valid_until,
        is_custom=True,
        note=custom.note,
        created_by=custom.created_by,
        idempotency_key=custom.idempotency_key or None,
    )


async def create_custom_quote(database: Database, record: QuoteRecord, now: datetime) -> Quote:
    """Stores a quote that staff wrote, and says so; the same key gets the same quote. Raises Invalid."""
    async with database.transaction() as connection:
        earlier = await written_before(connection, record)
        if earlier:
            return quote_message(earlier)
        await quotes.add_quote(connection, record)
        written = MessageToDict(record.price, preserving_proto_field_name=True)
        await record_act(connection, AuditRecorded, "quote.written", ("quote", record.id), now, after=written)
    return quote_message(record)


async def written_before(connection: AsyncConnection, record: QuoteRecord) -> QuoteRecord | None:
    """The quote that the same key gave before; holds the key. Raises Invalid when it gave another."""
    if record.idempotency_key is None:
        return None
    await hold_key(connection, record.created_by, record.idempotency_key)
    earlier = await quotes.find_written(connection, record.created_by, record.idempotency_key)
    if earlier and said(earlier) != said(record):
        message = "This key was used for another quote; use a new key for a new quote."
        raise Invalid("idempotency_key_reused", message, "idempotency_key")
    return earlier


def said(record: QuoteRecord) -> tuple[object, ...]:
    """What staff said with the quote, the catalogue of that day aside."""
    return (record.request, list(record.price.lines), record.expires_at, record.note)
