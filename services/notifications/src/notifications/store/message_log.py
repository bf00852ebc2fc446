"""The log of messages, as staff ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sql
from chassis.refusal import NotFound
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from notifications.domain.message import ClaimedMessage, Status, Template
from notifications.store.messages import claimed, known_by_now
from notifications.store.tables import customer_booking, message

TO_WHO_BOOKED = (
    Template.BOOKING_RECEIVED,
    Template.BOOKING_PAID,
    Template.BOOKING_RESCHEDULED,
    Template.BOOKING_CANCELLED,
    Template.BOOKING_EXPIRED,
    Template.BOOKING_REMINDER,
    Template.BOOKING_QUESTION,
    Template.BOOKING_NOTICE,
    Template.DELIVERY_EN_ROUTE,
    Template.DELIVERY_DELIVERED,
    Template.DELIVERY_FAILED,
    Template.DOCUMENT_REQUESTED,
    Template.DOCUMENT_ACCEPTED,
    Template.DOCUMENT_REJECTED,
    Template.DOCUMENT_EXPIRING,
    Template.CLAIM_ACCEPTED,
    Template.CLAIM_REJECTED,
    Template.REVIEW_REQUEST,
)
"""Mails to the booking's own address that name it, its day and who booked; others go to the office, or to who pays."""


@dataclass(frozen=True)
class Search:
    """Which messages; exactly one of the first three is set."""

    booking_id: UUID | None = None
    customer_id: UUID | None = None
    given_up: bool = False
    status: str = ""
    template: str = ""


async def search(connection: AsyncConnection, asked: Search, before: UUID | None, limit: int) -> Sequence[RowMapping]:
    """Newest first, from those made before `before`."""
    question = sql.select(message).where(about(asked))
    if asked.status:
        question = question.where(message.c.status == asked.status)
    if asked.template:
        question = question.where(message.c.template == asked.template)
    if before is not None:
        question = question.where(message.c.id < before)
    return (await connection.execute(question.order_by(message.c.id.desc()).limit(limit))).mappings().all()


def about(asked: Search) -> sql.ColumnElement[bool]:
    """Whose messages."""
    if asked.booking_id is not None:
        return message.c.booking_id == asked.booking_id
    if asked.customer_id is not None:
        theirs = sql.select(customer_booking.c.booking_id).where(customer_booking.c.customer_id == asked.customer_id)
        return sql.or_(message.c.booking_id.in_(theirs), message.c.account_id == asked.customer_id)
    return message.c.status == sql.literal_column("'failed'")  # spelt out, as in the index


async def find_message(connection: AsyncConnection, message_id: UUID, now: datetime) -> RowMapping:
    """One message with what became of its matter since. Raises NotFound."""
    known = (message.c.status.label("was"), *known_by_now(now))
    question = sql.select(message, *known).where(message.c.id == message_id)
    row: RowMapping | None = (await connection.execute(question)).mappings().one_or_none()
    if row is None:
        raise NotFound("message_not_found", "There is no message with this id.", "message_id")
    return row


def past_message(row: RowMapping) -> tuple[ClaimedMessage, Status]:
    """What `find_message` found, as what can be said again."""
    return claimed(row), Status(row["status"])


async def find_latest_about(connection: AsyncConnection, booking_id: UUID) -> RowMapping:
    """The newest mail about a booking that still says something. Raises NotFound."""
    question = (
        sql.select(message)
        .where(message.c.booking_id == booking_id, message.c.channel == "email")
        .where(message.c.template.in_(TO_WHO_BOOKED), message.c.context != sql.text("'{}'"))
        .order_by(message.c.id.desc())
        .limit(1)
    )
    row = (await connection.execute(question)).mappings().one_or_none()
    if row is None:
        raise NotFound(
            "booking_never_written_to",
            "We have written nothing about this booking yet, so we don't know its address here.",
            "booking_id",
        )
    return row


async def find_by_occasion(connection: AsyncConnection, occasion: str) -> RowMapping | None:
    """The message that was queued for an occasion."""
    question = sql.select(message).where(message.c.occasion == occasion)
    return (await connection.execute(question.limit(1))).mappings().one_or_none()
