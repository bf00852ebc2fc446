"""Redeeming a price for a booking that is about to be made, and giving it back when none was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from chassis.database import Database
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.pricing.v1.price_pb2 import PriceRequest, Quote

from pricing.actions.offers import Basis, Offers
from pricing.actions.quote_ids import Named, QuoteIds
from pricing.actions.spend import give_back, take
from pricing.domain.quote import differences, key_reused, must_be_for, must_be_unused, must_hold, unknown_quote
from pricing.price_messages import request_of
from pricing.quote_messages import quote_message
from pricing.store import quotes
from pricing.store.customers import Customer
from pricing.store.keys import hold_key
from pricing.store.quotes import QuoteRecord

REDEMPTION = "redemption"

logger = structlog.get_logger()


@dataclass(frozen=True)
class Try:
    """One try to use a price."""

    key: str
    """Whose it is: the same key is the same try."""
    quote_id: str
    """Empty to price the request now."""
    request: PriceRequest
    customer: Customer
    new_quote_id: UUID
    minutes: int
    """For which a request that is priced now holds its price, should it be given back."""


async def redeem_quote(database: Database, offers: Offers, ids: QuoteIds, attempt: Try, now: datetime) -> Quote:
    """Uses a price once, with the code's use and the credit in it; the same key gets the same answer.

    Raises NotFound and Conflict for quotes that can't be used, Invalid and Conflict for codes and credit.
    """
    wanted = await ids.read(attempt.quote_id) if attempt.quote_id else await offers.basis(attempt.request, now)
    async with database.transaction() as connection:
        await hold_key(connection, REDEMPTION, attempt.key)
        record = await quotes.lock_redeemed(connection, attempt.key)
        if record is None:
            record = await redeem(connection, wanted, attempt, now)
        must_be_the_same_try(record, wanted, attempt)
    return quote_message(record)


async def redeem(connection: AsyncConnection, wanted: Named | Basis, attempt: Try, now: datetime) -> QuoteRecord:
    """Redeems what nobody has redeemed. Raises Refusal."""
    if isinstance(wanted, Basis):
        redeemed = await store_redeemed(connection, wanted, attempt, now)
    else:
        record = await lock_named(connection, wanted)
        must_hold(record.expires_at, now)
        must_be_unused(is_used=record.is_used)
        must_be_for(request_of(record.request), request_of(attempt.request), is_custom=record.is_custom)
        redeemed = held_by(record, attempt, now)
        await quotes.save_use(connection, redeemed)
    await take(connection, redeemed, now)
    return redeemed


def held_by(record: QuoteRecord, attempt: Try, now: datetime) -> QuoteRecord:
    """The quote in the hands of this try."""
    return replace(record, customer=attempt.customer, redemption_key=attempt.key, redeemed_at=now)


async def store_redeemed(connection: AsyncConnection, basis: Basis, attempt: Try, now: datetime) -> QuoteRecord:
    """Prices the request now and stores the quote as redeemed already. Raises Refusal."""
    offer = await basis.bound(connection, attempt.customer, now)
    record = offer.held(attempt.new_quote_id, now, now + timedelta(minutes=attempt.minutes))
    redeemed = held_by(record, attempt, now)
    await quotes.add_quote(connection, redeemed)
    return redeemed


async def lock_named(connection: AsyncConnection, named: Named) -> QuoteRecord:
    """The quote that was named, stored now if it was sealed. Raises NotFound."""
    if named.sealed:
        named.must_be_same()
        await quotes.add_quote(connection, named.sealed)
    record = await quotes.lock_quote(connection, named.id)
    if record is None:
        raise unknown_quote()
    return record


def must_be_the_same_try(record: QuoteRecord, wanted: Named | Basis, attempt: Try) -> None:
    """Raises Invalid when the key redeemed another quote, or another request."""
    if isinstance(wanted, Named) and wanted.id != record.id:
        raise key_reused()
    if differences(request_of(record.request), request_of(attempt.request), is_custom=record.is_custom):
        raise key_reused()


async def release_quote(database: Database, ids: QuoteIds, quote_id: str, key: str, now: datetime) -> bool:
    """Gives back what `key` redeemed; False when it holds nothing, or a booking has it. Raises NotFound."""
    known = ids.id_of(quote_id)
    async with database.transaction() as connection:
        record = await quotes.lock_quote(connection, known)
        if record is None or record.redemption_key != key or record.booking_id is not None:
            return False
        await release(connection, record, now)
    return True


async def release_unconfirmed(database: Database, now: datetime, minutes: int) -> int:
    """Gives back one redemption that no booking has confirmed for `minutes`; 1, or 0 when there is none."""
    async with database.transaction() as connection:
        record = await quotes.lock_unconfirmed(connection, now - timedelta(minutes=minutes))
        if record is None:
            return 0
        await release(connection, record, now)
    logger.info("gave back what no booking confirmed", quote_id=str(record.id))
    return 1


async def release(connection: AsyncConnection, record: QuoteRecord, now: datetime) -> None:
    """Lets go of a locked quote: whoever holds its id may redeem it while its time lasts."""
    await give_back(connection, record, now)
    await quotes.save_use(connection, replace(record, redemption_key=None, redeemed_at=None))
