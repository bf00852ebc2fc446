"""Messages, as rows and as what a sender holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from notifications.domain.message import (
    WITH_LINKS,
    Channel,
    ClaimedMessage,
    Draft,
    Status,
    Subject,
    Template,
    Verb,
    sources,
    target,
)
from notifications.domain.still_true import line_of
from notifications.store import phone_wishes, troubles
from notifications.store.tables import (
    OPEN,
    booking_standing,
    customer_booking,
    customer_wishes,
    message,
    part_standing,
)

QUEUED_CHANNEL = "messages_queued"
"""The Postgres channel that wakes the senders of every replica."""


async def add_draft(connection: AsyncConnection, draft: Draft, now: datetime) -> bool:
    """Queues `draft` and wakes the senders at commit; False when the same was said before."""
    row = {
        "id": draft.id,
        "event_id": draft.event_id,
        "booking_id": draft.subject.booking_id,
        "account_id": draft.subject.account_id,
        "matter_id": draft.subject.matter_id,
        "occasion": draft.occasion,
        "line": line_of(draft.template, draft.subject.id, draft.turn),
        "part": draft.part,
        "template": draft.template.value,
        "channel": draft.channel.value,
        "recipient": draft.recipient,
        "language": draft.language,
        "context": draft.context,
        "status": Status.QUEUED.value,
        "attempts": 0,
        "due_at": draft.due_at or now,
        "good_until": draft.good_until,
        "provider_message_id": "",
        "opt_out_token": draft.opt_out_token,
        "last_error": "",
        "created_at": now,
    }
    inserted = await connection.execute(insert(message).values(row).on_conflict_do_nothing().returning(message.c.id))
    if inserted.one_or_none() is None:
        return False
    await connection.execute(sql.select(sql.func.pg_notify(QUEUED_CHANNEL, "")))
    return True


async def claim_next(connection: AsyncConnection, now: datetime, lease: timedelta) -> ClaimedMessage | None:
    """Takes the message that has been due longest until `now` + `lease`; None when none is due.

    For a message that is being sent, `due_at` is the end of its sender's lease.
    """
    due = (
        sql.select(message.c.id, message.c.status.label("was"))
        .where(message.c.status.in_(sources(Verb.CLAIM)), message.c.due_at <= now)
        .order_by(message.c.due_at)
        .limit(1)
        .with_for_update(skip_locked=True)
        .cte("due")
    )
    claim = (
        message.update()
        .where(message.c.id == due.c.id)
        .values(status=target(Verb.CLAIM), attempts=message.c.attempts + 1, due_at=now + lease)
        .returning(message, due.c.was, *known_by_now(now))
    )
    row = (await connection.execute(claim)).mappings().one_or_none()
    return claimed(row) if row else None


def known_by_now(now: datetime) -> list[sql.ColumnElement[Any]]:
    """What became of a message's matter since it was queued."""
    later = message.alias("later")
    is_replaced = sql.exists().where(later.c.line == message.c.line, later.c.id > message.c.id)
    # What the office is told of a booking has it as its matter.
    is_its_booking = booking_standing.c.booking_id == sql.func.coalesce(message.c.booking_id, message.c.matter_id)
    is_its_part = part_standing.c.part == message.c.part
    wanted = (
        sql.select(customer_wishes)
        .join(customer_booking, customer_booking.c.customer_id == customer_wishes.c.customer_id)
        .where(customer_booking.c.booking_id == message.c.booking_id)
    )
    return [
        is_replaced.label("is_replaced"),
        troubles.trouble_with(message.c.recipient, now).label("address_trouble"),
        phone_wishes.said_stop(message.c.recipient).label("has_said_stop"),
        sql.select(booking_standing.c.status).where(is_its_booking).scalar_subquery().label("booking_status"),
        sql.select(booking_standing.c.plan).where(is_its_booking).scalar_subquery().label("booking_plan"),
        sql.select(part_standing.c.status).where(is_its_part).scalar_subquery().label("part_status"),
        wanted.with_only_columns(customer_wishes.c.language).scalar_subquery().label("chosen_language"),
        wanted.with_only_columns(customer_wishes.c.wants_mails).scalar_subquery().label("wants_mails"),
        wanted.with_only_columns(customer_wishes.c.wants_texts).scalar_subquery().label("wants_texts"),
    ]


def claimed(row: RowMapping) -> ClaimedMessage:
    """The message a claim returned."""
    channel = Channel(row["channel"])
    is_unwanted = row["wants_mails"] is False if channel is Channel.EMAIL else not row["wants_texts"]
    same = ("id", "recipient", "context", "attempts", "created_at", "good_until", "opt_out_token")
    return ClaimedMessage(
        **{name: row[name] for name in (*same, "is_replaced", "booking_status", "booking_plan", "part_status")},
        language=row["chosen_language"] or row["language"],
        channel=channel,
        is_unwanted=is_unwanted,
        has_said_stop=bool(row["has_said_stop"]),
        trouble=row["address_trouble"],
        subject=Subject(booking_id=row["booking_id"], account_id=row["account_id"], matter_id=row["matter_id"]),
        template=Template(row["template"]),
        is_resumed=row["was"] == Status.SENDING,
    )


async def save_sent(connection: AsyncConnection, held: ClaimedMessage, provider_message_id: str, now: datetime) -> bool:
    """The provider has it. False when somebody else has claimed it since."""
    sent = {"sent_at": now, "provider_message_id": provider_message_id, "last_error": ""}
    return await _settle(connection, held, Verb.CONFIRM, **sent, **forgotten(held))


async def save_postponed(connection: AsyncConnection, held: ClaimedMessage, reason: str, due_at: datetime) -> bool:
    """To be tried again at `due_at`. False when somebody else has claimed it since."""
    return await _settle(connection, held, Verb.POSTPONE, last_error=reason, due_at=due_at)


async def save_failed(connection: AsyncConnection, held: ClaimedMessage, reason: str) -> bool:
    """Given up. False when somebody else has claimed it since."""
    return await _settle(connection, held, Verb.GIVE_UP, last_error=reason, **forgotten(held))


async def save_suppressed(connection: AsyncConnection, held: ClaimedMessage, reason: str) -> bool:
    """Not to be said any more. False when somebody else has claimed it since."""
    return await _settle(connection, held, Verb.SUPPRESS, last_error=reason, **forgotten(held))


def forgotten(held: ClaimedMessage) -> dict[str, object]:
    """What a message loses once it is over: an account's the text, a link and all; the farewell the address too."""
    if held.subject.account_id is None and held.template not in WITH_LINKS:
        return {}
    is_farewell = held.template is Template.ACCOUNT_ERASED
    return {"context": {}} | ({"recipient": erased_recipient(held.id)} if is_farewell else {})


def erased_recipient(message_id: UUID) -> str:
    """What stands where an address stood; another one for each message, for they are unique by recipient."""
    return f"erased-{message_id}"


async def _settle(connection: AsyncConnection, held: ClaimedMessage, verb: Verb, **changes: object) -> bool:
    settled = await connection.execute(
        message.update()
        .where(message.c.id == held.id, message.c.status.in_(sources(verb)), message.c.attempts == held.attempts)
        .values(status=target(verb), **changes)
    )
    return settled.rowcount == 1


async def list_about_booking(connection: AsyncConnection, booking_id: UUID) -> Sequence[RowMapping]:
    """Every message about a booking, oldest first."""
    rows = await connection.execute(
        sql.select(message).where(message.c.booking_id == booking_id).order_by(message.c.created_at, message.c.id)
    )
    return rows.mappings().all()


async def measure_queue(connection: AsyncConnection, now: datetime) -> tuple[int, float]:
    """How many messages have yet to leave, and for how many seconds the oldest of them might have.

    What waits for its first hour to come is not late.
    """
    untried = message.c.attempts == 0
    since = sql.case((untried, sql.func.greatest(message.c.created_at, message.c.due_at)), else_=message.c.created_at)
    is_late = sql.or_(sql.not_(untried), message.c.due_at <= now)
    question = sql.select(sql.func.count(), sql.func.min(since)).where(OPEN, is_late)
    count, oldest = (await connection.execute(question)).one()
    return int(count), (now - oldest).total_seconds() if oldest else 0.0
