"""Claiming for damage, and looking at claims."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from chassis.audit import record_act
from chassis.cursors import cursor_of, moment_of, page_of
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.outbox import say
from totetaxi.booking.v1.events_pb2 import AuditRecorded, ClaimOpened

from booking.actions.upload_document import Handler, theirs
from booking.claim_messages import claim_message
from booking.domain.claims import Claim, ClaimItem, ClaimStatus, completed_at, must_be_claimable, same_open_claim
from booking.domain.lifecycle import Status
from booking.messages import summary
from booking.store import bookings, claims


async def open_claim(
    database: Database, booking_id: UUID, items: tuple[ClaimItem, ...], handler: Handler, now: datetime
) -> Claim:
    """The claim; the same again while it is open is the same one. Raises NotFound, Conflict."""
    async with database.transaction() as connection:
        record = theirs(await bookings.lock_booking(connection, booking_id), handler)
        waiting = same_open_claim(await claims.list_claims(connection, [booking_id]), items)
        if waiting:
            return waiting
        entries = await bookings.list_histories(connection, [booking_id])
        must_be_claimable(completed_at((Status(entry.to_status), entry.at) for entry in entries), now)
        wanted = sum(item.amount_cents for item in items)
        opened = Claim(new_id(), booking_id, record.number, ClaimStatus.OPEN, items, wanted, now)
        await claims.add_claim(connection, opened)
        event = ClaimOpened(booking=summary(record), claim=claim_message(opened))
        await say(connection, event, record.id, record.version)
        return opened


async def show_claims(database: Database, booking_id: UUID, handler: Handler, now: datetime) -> Sequence[Claim]:
    """Of one booking, newest first; that staff looked goes into the audit log. Raises NotFound."""
    async with database.transaction() as connection:
        theirs(bookings.must_exist(await bookings.find_booking(connection, booking_id)), handler)
        if handler.is_staff:
            await record_act(connection, AuditRecorded, "claim_list.viewed", ("booking", booking_id), now)
        return await claims.list_claims(connection, [booking_id])


async def search_claims(
    database: Database, status: ClaimStatus | None, size: int, cursor: str, now: datetime
) -> tuple[Sequence[Claim], str]:
    """A page of all, newest first, and the next page's cursor. Raises Invalid."""
    before = moment_of(cursor)
    async with database.transaction() as connection:
        found, more = page_of(await claims.find_page(connection, status, before, size + 1), size)
        await record_act(
            connection, AuditRecorded, "claim_list.viewed", ("claim_list", None), now, after={"shown": len(found)}
        )
    following = cursor_of(found[-1].opened_at.isoformat(), str(found[-1].id)) if more else ""
    return found, following
