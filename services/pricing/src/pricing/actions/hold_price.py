"""Holding prices: stored, or sealed into their own id; and looking at them again."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from chassis.database import Database
from totetaxi.pricing.v1.price_pb2 import Quote

from pricing.actions.offers import Offer
from pricing.actions.quote_ids import Named, QuoteIds
from pricing.domain.quote import must_be_unused, must_hold, unknown_quote
from pricing.quote_messages import quote_message
from pricing.store import quotes
from pricing.store.quotes import QuoteRecord


async def create_quote(database: Database, quote_id: UUID, offer: Offer, now: datetime, minutes: int) -> Quote:
    """Holds an offer for `minutes`, stored."""
    record = offer.held(quote_id, now, now + timedelta(minutes=minutes))
    async with database.transaction() as connection:
        await quotes.add_quote(connection, record)
    return quote_message(record)


async def get_quote(database: Database, ids: QuoteIds, quote_id: str, now: datetime) -> Quote:
    """A held price. Raises NotFound, or Conflict when its time is over or it was used."""
    named = await ids.read(quote_id)
    record = await find_record(database, named)
    must_hold(record.expires_at, now)
    must_be_unused(is_used=record.is_used)
    named.must_be_same()
    return quote_message(record, quote_id)


async def find_record(database: Database, named: Named) -> QuoteRecord:
    """The quote as stored, or as sealed while it isn't. Raises NotFound."""
    async with database.reading() as connection:
        stored = await quotes.find_quote(connection, named.id)
    record = stored or named.sealed
    if record is None:
        raise unknown_quote()
    return record
