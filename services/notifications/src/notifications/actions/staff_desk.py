"""What staff look up, send once more and write themselves; the audit log knows of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from chassis.audit import Actor, record_act
from chassis.cursors import cursor_of, id_of, page_of
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.refusal import Conflict
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.notifications.v1.events_pb2 import AuditRecorded

from notifications.actions.queue_message import reason_not_to
from notifications.contexts import kept
from notifications.domain.booking_words import BookingNote
from notifications.domain.message import Channel, ClaimedMessage, Draft, Subject, Template
from notifications.domain.note import GOOD_FOR, note_text
from notifications.domain.resending import resend_refusal, resend_turn
from notifications.store import message_log
from notifications.store.message_log import Search

Page = tuple[Sequence[RowMapping], str]


async def search_messages(database: Database, asked: Search, cursor: str, size: int, now: datetime) -> Page:
    """A page of messages, newest first, and the cursor of the next."""
    before = id_of(cursor)
    async with database.transaction() as connection:
        found = await message_log.search(connection, asked, before, size + 1)
        action, subject = looked_at(asked)
        await record_act(connection, AuditRecorded, action, subject, now)
    rows, more = page_of(found, size)
    return rows, cursor_of(str(rows[-1]["id"])) if more else ""


def looked_at(asked: Search) -> tuple[str, tuple[str, UUID | None]]:
    """What the audit log calls a search, and whom it was about."""
    if asked.booking_id:
        return "booking.messages_viewed", ("booking", asked.booking_id)
    if asked.customer_id:
        return "customer.messages_viewed", ("customer", asked.customer_id)
    return "message.failures_viewed", ("message", None)


async def look_at_message(database: Database, message_id: UUID, now: datetime) -> tuple[RowMapping, str]:
    """One message, and why it can't be sent once more (empty when it can). Raises NotFound."""
    async with database.transaction() as connection:
        row = await message_log.find_message(connection, message_id, now)
        await record_act(connection, AuditRecorded, "message.viewed", ("message", message_id), now)
    refusal = resend_refusal(*message_log.past_message(row), now)
    return row, refusal.message if refusal else ""


async def resend_message(
    database: Database, message_id: UUID, key: str, reason: str, now: datetime, actor: Actor | None = None
) -> tuple[RowMapping, bool]:
    """The new message, and whether `key` had queued it before. Raises NotFound, and Conflict when it can't be said."""
    async with database.transaction() as connection:
        past, status = message_log.past_message(await message_log.find_message(connection, message_id, now))
        draft = draft_again(past, key or str(new_id()))
        known = await message_log.find_by_occasion(connection, draft.occasion)
        if known is not None:
            return known, True
        refusal = resend_refusal(past, status, now)
        if refusal is not None:
            raise refusal
        row, is_known = await queue(connection, draft, now)
        what = {"message_id": str(draft.id), "template": draft.template.value}
        subject = ("message", message_id)
        await record_act(
            connection, AuditRecorded, "message.resent", subject, now, after=what, reason=reason, actor=actor
        )
        return row, is_known


def draft_again(past: ClaimedMessage, key: str) -> Draft:
    """The same words to the same address, as a message of its own."""
    return Draft(
        id=new_id(),
        event_id=new_id(),
        subject=past.subject,
        template=past.template,
        channel=Channel(past.channel),
        recipient=past.recipient,
        language=past.language,
        context=past.context,
        good_until=past.good_until,
        turn=resend_turn(past, key),
    )


async def write_note(
    database: Database, booking_id: UUID, template: Template, text: str, key: str, now: datetime
) -> tuple[RowMapping, bool]:
    """A note to the booking's own address, and whether `key` had queued it before. Raises Invalid and NotFound."""
    words = note_text(text)
    async with database.transaction() as connection:
        latest = await message_log.find_latest_about(connection, booking_id)
        draft = note_of(latest, template, words, key or str(new_id()))
        draft = replace(draft, good_until=now + GOOD_FOR)
        known = await message_log.find_by_occasion(connection, draft.occasion)
        if known is not None:
            return known, True
        row, is_known = await queue(connection, draft, now)
        what = {"message_id": str(draft.id), "template": template.value}
        await record_act(connection, AuditRecorded, "booking.note_sent", ("booking", booking_id), now, after=what)
        return row, is_known


def note_of(latest: RowMapping, template: Template, text: str, key: str) -> Draft:
    """A note to whom the latest mail went."""
    said = latest["context"]
    words = BookingNote(
        booking_number=said["booking_number"],
        first_name=said["first_name"],
        pickup_date=date.fromisoformat(said["pickup_date"]),
        text=text,
    )
    return Draft(
        id=new_id(),
        event_id=new_id(),
        subject=Subject(booking_id=latest["booking_id"]),
        template=template,
        channel=Channel.EMAIL,
        recipient=latest["recipient"],
        language=latest["language"],
        context=kept(template, words),
        turn=f"note/{key}",
    )


async def queue(connection: AsyncConnection, draft: Draft, now: datetime) -> tuple[RowMapping, bool]:
    """Queues it; another request with the same key may just have done so. Raises Conflict when it must not be said."""
    reason = await reason_not_to(connection, draft, now)
    row = await message_log.find_by_occasion(connection, draft.occasion)
    if row is None:
        raise Conflict("message_not_sayable", f"This can't be sent: {reason}.")
    return row, bool(reason)
