"""Asking for a quote: by anybody, or by staff for somebody who called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.database import Database
from chassis.outbox import say
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.custom_quote_pb2 import CustomQuote
from totetaxi.booking.v1.events_pb2 import AuditRecorded, QuoteRequested

from booking.actions.custom_quote.look import view_of
from booking.actions.place_booking import STAFF
from booking.custom_quote_messages import quote_message, quote_summary
from booking.domain.booking_number import new_quote_number
from booking.domain.custom_quote import QuoteStatus, QuoteWish, checked_wish
from booking.domain.storage import Direction
from booking.messages import timestamp
from booking.store import companies, company_things, custom_quotes, idempotency, storages
from booking.store.custom_quotes import CustomQuoteRecord
from booking.store.idempotency import Claim


@dataclass(frozen=True, slots=True)
class Asking:
    """One request, as it came through the door."""

    quote_id: UUID
    wish: QuoteWish
    customer_id: UUID | None
    storage_id: UUID | None
    """The storage that it brings things to or from; its own customer's, or whoever's where staff ask."""
    storage_direction: Direction
    claim: Claim | None
    actor: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The answer, and whether it was given before."""

    quote: CustomQuote
    is_replayed: bool


async def request_quote(
    database: Database, asking: Asking, now: datetime, new_number: Callable[[], str] = new_quote_number
) -> Asked:
    """Puts it on staff's desk, once for each key. Raises Invalid, and NotFound for somebody else's storage."""
    wish, claim = checked_wish(asking.wish, now), asking.claim
    async with database.transaction() as connection:
        if claim:
            await idempotency.lock_claim(connection, claim)
            earlier = await idempotency.find_answer(connection, claim)
            if earlier is not None:
                return Asked(CustomQuote.FromString(earlier), is_replayed=True)
        quote = await ask(connection, asking, wish, now, new_number)
        if claim:
            await idempotency.add_answer(connection, claim, quote.SerializeToString(), now)
        return Asked(quote, is_replayed=False)


async def ask(
    connection: AsyncConnection, asking: Asking, wish: QuoteWish, now: datetime, new_number: Callable[[], str]
) -> CustomQuote:
    """Writes it and says so."""
    customer_id = await customer_of(connection, asking)
    planned = CustomQuoteRecord(
        id=asking.quote_id,
        number="",
        status=QuoteStatus.REQUESTED,
        order=wish.order,
        company_name=wish.company_name,
        customer_id=customer_id,
        storage_id=asking.storage_id,
        storage_direction=asking.storage_direction,
        created_at=now,
        updated_at=now,
        version=1,
    )
    record = await custom_quotes.add_quote(connection, planned, new_number)
    if customer_id:
        await give_to_company(connection, record, customer_id)
    if asking.actor.startswith(STAFF):
        await record_act(connection, AuditRecorded, "quote.opened", ("quote", record.id), now)
    event = QuoteRequested(quote=quote_summary(record, None), requested_at=timestamp(now))
    await say(connection, event, record.id, record.version)
    return quote_message(await view_of(connection, record))


async def give_to_company(connection: AsyncConnection, record: CustomQuoteRecord, customer_id: UUID) -> None:
    """What a company's contact asks for is the company's; whose it is of several, staff say."""
    own = await companies.list_own(connection, customer_id)
    if len(own) == 1:
        await company_things.link_quote(connection, own[0][0].id, record)


async def customer_of(connection: AsyncConnection, asking: Asking) -> UUID | None:
    """Whose quote it is. Raises NotFound where a storage is named that is not the asker's own."""
    if asking.storage_id is None:
        return asking.customer_id
    storage = await storages.find_storage(connection, asking.storage_id)
    if asking.customer_id is None and asking.actor.startswith(STAFF):
        return storage.customer_id
    if asking.customer_id is None:
        raise storages.unknown()
    return storages.must_be_of(storage, asking.customer_id).customer_id
