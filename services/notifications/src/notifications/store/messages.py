"""Messages, as rows and as what a sender holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from notifications.domain.message import ClaimedMessage, Draft, Status, Verb, sources, target
from notifications.store.metadata import metadata

QUEUED_CHANNEL = "messages_queued"
"""The Postgres channel that wakes the senders of every replica."""

OPEN = sql.text("status IN ('queued', 'sending')")

message = sql.Table(
    "message",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("event_id", sql.Uuid, nullable=False),
    sql.Column("booking_id", sql.Uuid, nullable=False),
    sql.Column("occasion", sql.Text, nullable=False),
    sql.Column("template", sql.Text, nullable=False),
    sql.Column("channel", sql.Text, nullable=False),
    sql.Column("recipient", sql.Text, nullable=False),
    sql.Column("language", sql.Text, nullable=False),
    sql.Column("context", JSONB, nullable=False),
    sql.Column("status", sql.Text, nullable=False),
    sql.Column("attempts", sql.Integer, nullable=False),
    sql.Column("due_at", sql.DateTime(timezone=True), nullable=False),
    sql.Column("provider_message_id", sql.Text, nullable=False),
    sql.Column("last_error", sql.Text, nullable=False),
    sql.Column("created_at", sql.DateTime(timezone=True), nullable=False),
    sql.Column("sent_at", sql.DateTime(timezone=True)),
    sql.UniqueConstraint("event_id", "recipient", "channel", name="message_once_per_event"),
    sql.UniqueConstraint("occasion", "channel", name="message_once_per_occasion"),
    sql.CheckConstraint(
        "status IN ('queued', 'sending', 'sent', 'failed', 'suppressed')", name="message_status_is_known"
    ),
    sql.CheckConstraint("(status = 'sent') = (sent_at IS NOT NULL)", name="message_sent_has_an_instant"),
    sql.Index("message_due", "due_at", postgresql_where=OPEN),
    sql.Index("message_by_booking", "booking_id", "created_at"),
    sql.Index("message_by_recipient", sql.text("lower(recipient)")),
)


async def add_draft(connection: AsyncConnection, draft: Draft, now: datetime) -> bool:
    """Queues `draft` and wakes the senders at commit; False when the same was said before."""
    row = {
        "id": draft.id,
        "event_id": draft.event_id,
        "booking_id": draft.booking_id,
        "occasion": draft.occasion,
        "template": draft.template.value,
        "channel": draft.channel.value,
        "recipient": draft.recipient,
        "language": draft.language,
        "context": draft.context,
        "status": Status.QUEUED.value,
        "attempts": 0,
        "due_at": now,
        "provider_message_id": "",
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
        .returning(message, due.c.was)
    )
    row = (await connection.execute(claim)).mappings().one_or_none()
    return claimed(row) if row else None


def claimed(row: RowMapping) -> ClaimedMessage:
    """The message a claim returned."""
    same = {
        name: row[name]
        for name in ("id", "booking_id", "template", "channel", "recipient", "language", "context", "attempts")
    }
    return ClaimedMessage(**same, created_at=row["created_at"], is_resumed=row["was"] == Status.SENDING)


async def save_sent(connection: AsyncConnection, held: ClaimedMessage, provider_message_id: str, now: datetime) -> bool:
    """The provider has it. False when somebody else has claimed it since."""
    return await _settle(
        connection, held, Verb.CONFIRM, sent_at=now, provider_message_id=provider_message_id, last_error=""
    )


async def save_postponed(connection: AsyncConnection, held: ClaimedMessage, reason: str, due_at: datetime) -> bool:
    """To be tried again at `due_at`. False when somebody else has claimed it since."""
    return await _settle(connection, held, Verb.POSTPONE, last_error=reason, due_at=due_at)


async def save_failed(connection: AsyncConnection, held: ClaimedMessage, reason: str) -> bool:
    """Given up. False when somebody else has claimed it since."""
    return await _settle(connection, held, Verb.GIVE_UP, last_error=reason)


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
    """How many messages have yet to leave, and how old the oldest of them is in seconds."""
    count, oldest = (
        await connection.execute(sql.select(sql.func.count(), sql.func.min(message.c.created_at)).where(OPEN))
    ).one()
    return int(count), (now - oldest).total_seconds() if oldest else 0.0
