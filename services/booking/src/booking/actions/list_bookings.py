"""Lists of bookings, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.audit import PERSONAL, record_act
from chassis.cursors import cursor_of, keys_of, page_of, wrong_cursor
from chassis.database import Database
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.store import bookings, newest
from booking.store.bookings import BookingRecord
from booking.store.search import Wanted


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list."""

    records: Sequence[BookingRecord]
    next_cursor: str
    """Empty on the last page."""
    total: int
    """Of all pages, as far as they were counted."""
    is_count_cut_short: bool
    """There may be more; nobody waits until all are counted."""


async def list_bookings(database: Database, wanted: Wanted, size: int, cursor: str) -> Page:
    """The page of `size` bookings after `cursor`, newest first. Raises Invalid for a cursor that we never made."""
    after = place_of(cursor)
    async with database.reading() as connection:
        question = await newest.question_of(connection, wanted)
        rows = await newest.find_page(connection, question, after, size + 1)
        total = await newest.count_wanted(connection, question)
    shown, has_more = page_of([bookings.record_of(row) for row in rows], size)
    last = shown[-1] if has_more else None
    next_cursor = cursor_of(last.created_at.isoformat(), str(last.id)) if last else ""
    return Page(shown, next_cursor, max(total.found, len(rows)), total.is_cut_short)


async def search_bookings(database: Database, wanted: Wanted, size: int, cursor: str, now: datetime) -> Page:
    """The same for staff; that they looked goes into the audit log. Raises Invalid."""
    page = await list_bookings(database, wanted, size, cursor)
    looked_for = {"search": PERSONAL if wanted.prefix else "", "shown": len(page.records)}
    async with database.transaction() as connection:
        subject = ("booking_list", wanted.customer_id)
        await record_act(connection, AuditRecorded, "booking_list.viewed", subject, now, after=looked_for)
    return page


def place_of(cursor: str) -> tuple[datetime, UUID] | None:
    """When and which booking the page before ended with. Raises Invalid."""
    keys = keys_of(cursor, str, str)
    if keys is None:
        return None
    try:
        created_at, booking_id = datetime.fromisoformat(str(keys[0])), UUID(str(keys[1]))
    except ValueError as error:
        raise wrong_cursor("page_token") from error
    if created_at.tzinfo is None:
        raise wrong_cursor("page_token")
    return created_at, booking_id
