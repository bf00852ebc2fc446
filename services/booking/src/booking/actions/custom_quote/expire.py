"""Ending quotes that nobody answered in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chassis.database import Database
from chassis.outbox import say
from totetaxi.booking.v1.events_pb2 import QuoteExpired

from booking.custom_quote_messages import quote_summary
from booking.domain.custom_quote import QuoteStatus
from booking.messages import timestamp
from booking.store import custom_quotes


async def expire_quotes(database: Database, now: datetime) -> int:
    """Ends one quote whose time is over; how many there were, 0 or 1."""
    async with database.transaction() as connection:
        record = await custom_quotes.lock_outdated(connection, now)
        if record is None:
            return 0
        expired = await custom_quotes.save(connection, replace(record, status=QuoteStatus.EXPIRED), now)
        versions = await custom_quotes.list_versions(connection, [record.id])
        event = QuoteExpired(quote=quote_summary(expired, versions[-1]), expired_at=timestamp(now))
        await say(connection, event, expired.id, expired.version)
    return 1
