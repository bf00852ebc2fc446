"""Looking at the waiting list: one's own entry by its token, and the whole line of a day by staff."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from chassis.audit import record_act
from chassis.cursors import cursor_of, number_of, page_of
from chassis.database import Database
from totetaxi.booking.v1.events_pb2 import AuditRecorded

from booking.domain.custom_quote import hash_of
from booking.domain.waiting import Waiting, not_on_the_list
from booking.store import waiting


async def look_at_waiting(database: Database, token: str) -> Waiting:
    """The entry of a token. Raises NotFound."""
    async with database.reading() as connection:
        entry = await waiting.find_by_token(connection, hash_of(token))
    if entry is None:
        raise not_on_the_list()
    return entry


async def list_waiting(
    database: Database, day: date, limit: int, cursor: str, now: datetime
) -> tuple[Sequence[Waiting], str]:
    """Up to `limit` entries of a day in the order of the line, and the next page's cursor. Raises Invalid."""
    after = number_of(cursor) or 0
    async with database.transaction() as connection:
        entries, more = page_of(await waiting.list_day(connection, day, after, limit + 1), limit)
        values = {"pickup_date": day.isoformat()}
        await record_act(connection, AuditRecorded, "waiting_list.viewed", ("calendar", None), now, after=values)
    return entries, cursor_of(entries[-1].position) if more else ""
