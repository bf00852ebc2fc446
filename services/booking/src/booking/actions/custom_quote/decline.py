"""Saying no to a quote: by its link, or by staff."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.database import Database
from chassis.outbox import say
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded, QuoteDeclined

from booking.actions.custom_quote.look import QuoteView, view_of
from booking.custom_quote_messages import quote_summary
from booking.domain.custom_quote import QuoteStatus, hash_of, must_be_declinable, must_be_open, status_at
from booking.messages import timestamp
from booking.store import custom_quotes
from booking.store.custom_quotes import CustomQuoteRecord


async def decline_by_link(database: Database, token: str, reason: str, now: datetime) -> QuoteView:
    """Declines for whoever has the link; declining twice is declining once. Raises NotFound, Conflict."""
    async with database.transaction() as connection:
        found = await custom_quotes.find_by_hash(connection, hash_of(token))
        record = await custom_quotes.lock_quote(connection, found.id)
        if record.status is QuoteStatus.DECLINED:
            return await view_of(connection, record)
        must_be_open(status_at(record.status, record.valid_until, now))
        return await view_of(connection, await decline(connection, record, reason.strip(), now, is_by_staff=False))


async def decline_by_staff(database: Database, quote_id: UUID, reason: str, now: datetime) -> QuoteView:
    """Declines for us; declining twice is declining once. Raises NotFound, Conflict."""
    async with database.transaction() as connection:
        record = await custom_quotes.lock_quote(connection, quote_id)
        if record.status is QuoteStatus.DECLINED:
            return await view_of(connection, record)
        must_be_declinable(record.status)
        await record_act(connection, AuditRecorded, "quote.declined", ("quote", quote_id), now, reason=reason)
        return await view_of(connection, await decline(connection, record, reason, now, is_by_staff=True))


async def decline(
    connection: AsyncConnection, record: CustomQuoteRecord, reason: str, now: datetime, *, is_by_staff: bool
) -> CustomQuoteRecord:
    """Ends a locked quote and says so."""
    ended = replace(record, status=QuoteStatus.DECLINED, decline_reason=reason)
    declined = await custom_quotes.save(connection, ended, now)
    versions = await custom_quotes.list_versions(connection, [record.id])
    event = QuoteDeclined(
        quote=quote_summary(declined, versions[-1] if versions else None),
        is_by_staff=is_by_staff,
        reason=reason,
        declined_at=timestamp(now),
    )
    await say(connection, event, declined.id, declined.version)
    return declined
