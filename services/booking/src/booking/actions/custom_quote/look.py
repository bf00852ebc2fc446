"""Looking at quotes: one by its link or in full, or a list; what staff look at goes into the audit log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from chassis.audit import PERSONAL, record_act
from chassis.cursors import cursor_of, moment_of, page_of
from chassis.database import Database
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.domain.custom_quote import hash_of, status_at
from booking.store import custom_quote_lists, custom_quotes
from booking.store.custom_quote_lists import WantedQuotes
from booking.store.custom_quotes import CustomQuoteRecord, VersionRecord


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quote, what was offered, and the number of the booking that it became."""

    record: CustomQuoteRecord
    versions: Sequence[VersionRecord]
    """Oldest first."""
    booking_number: str = ""


@dataclass(frozen=True, slots=True)
class QuotePage:
    """One page of a list."""

    views: Sequence[QuoteView]
    next_cursor: str
    """Empty on the last page."""


async def views_of(connection: AsyncConnection, records: Sequence[CustomQuoteRecord]) -> list[QuoteView]:
    """Quotes as they are in this transaction."""
    offered = defaultdict(list)
    for each in await custom_quotes.list_versions(connection, [record.id for record in records]):
        offered[each.quote_id].append(each)
    ids = [record.booking_id for record in records if record.booking_id]
    numbers = await custom_quotes.find_booking_numbers(connection, ids)
    return [
        QuoteView(record, offered[record.id], numbers.get(record.booking_id, "") if record.booking_id else "")
        for record in records
    ]


async def view_of(connection: AsyncConnection, record: CustomQuoteRecord) -> QuoteView:
    """One quote."""
    return (await views_of(connection, [record]))[0]


async def open_by_link(database: Database, token: str, now: datetime) -> QuoteView:
    """The quote of a link; over with its time, whether or not the clock has come by. Raises NotFound."""
    async with database.reading() as connection:
        view = await view_of(connection, await custom_quotes.find_by_hash(connection, hash_of(token)))
    status = status_at(view.record.status, view.record.valid_until, now)
    return replace(view, record=replace(view.record, status=status))


async def quote_of_customer(database: Database, quote_id: UUID, customer_id: UUID) -> QuoteView:
    """A customer's own quote. Raises NotFound, also for somebody else's."""
    async with database.reading() as connection:
        found = await custom_quotes.find_quote(connection, quote_id)
        own = custom_quotes.must_exist(found if found.customer_id == customer_id else None)
        return await view_of(connection, own)


async def inspect_quote(database: Database, quote_id: UUID, now: datetime) -> QuoteView:
    """A quote with every version, for staff. Raises NotFound."""
    async with database.transaction() as connection:
        view = await view_of(connection, await custom_quotes.find_quote(connection, quote_id))
        await record_act(connection, AuditRecorded, "quote.viewed", ("quote", quote_id), now)
        return view


async def list_quotes(database: Database, wanted: WantedQuotes, size: int, cursor: str) -> QuotePage:
    """The page of `size` quotes after `cursor`, newest first. Raises Invalid for a cursor that we never made."""
    before = moment_of(cursor)
    async with database.reading() as connection:
        found = await custom_quote_lists.find_page(connection, wanted, before, size + 1)
        shown, more = page_of(found, size)
        views = await views_of(connection, shown)
    last = shown[-1] if more else None
    return QuotePage(views, cursor_of(last.created_at.isoformat(), str(last.id)) if last else "")


async def search_quotes(database: Database, wanted: WantedQuotes, size: int, cursor: str, now: datetime) -> QuotePage:
    """The same for staff; that they looked goes into the audit log. Raises Invalid."""
    page = await list_quotes(database, wanted, size, cursor)
    looked_for = {"search": PERSONAL if wanted.prefix else "", "shown": len(page.views)}
    async with database.transaction() as connection:
        await record_act(connection, AuditRecorded, "quote_list.viewed", ("quote_list", None), now, after=looked_for)
    return page
