"""The life of a queued message, one transaction each: claim it, and settle what was claimed."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

import structlog
from chassis.database import Database
from chassis.outbox import say
from totetaxi.notifications.v1 import events_pb2

from notifications.domain.message import ClaimedMessage
from notifications.domain.patience import is_hopeless, pause_after
from notifications.measures import MESSAGES
from notifications.store import messages

logger = structlog.get_logger()


async def claim_next(database: Database, now: datetime, lease: timedelta) -> ClaimedMessage | None:
    """Takes the next message that is due; committed before anything is sent."""
    async with database.transaction() as connection:
        return await messages.claim_next(connection, now, lease)


async def confirm(database: Database, held: ClaimedMessage, provider_message_id: str, now: datetime) -> bool:
    """The provider has taken it: says so. False when another sender has claimed it since, and will say so."""
    async with database.transaction() as connection:
        if not await messages.save_sent(connection, held, provider_message_id, now):
            return False
        event = events_pb2.MessageSent(
            message_id=str(held.id),
            booking_id=str(held.subject.booking_id or ""),
            template=held.template,
            channel=held.channel,
        )
        event.sent_at.FromDatetime(now)
        await say(connection, event, about=held.id)
    MESSAGES.labels(held.template, held.channel, "sent").inc()
    return True


async def suppress(database: Database, held: ClaimedMessage, reason: str) -> None:
    """It is not true any more: it is not sent, and never will be."""
    async with database.transaction() as connection:
        if await messages.save_suppressed(connection, held, reason):
            await say(connection, suppressed(held, reason), about=held.id)
    MESSAGES.labels(held.template, held.channel, "suppressed").inc()
    logger.info("message suppressed", message_id=str(held.id), template=held.template, reason=reason)


def suppressed(held: ClaimedMessage, reason: str) -> events_pb2.MessageSuppressed:
    """What the others hear."""
    return events_pb2.MessageSuppressed(
        message_id=str(held.id),
        booking_id=str(held.subject.booking_id or ""),
        template=held.template,
        channel=held.channel,
        reason=reason,
    )


async def postpone_or_give_up(
    database: Database, held: ClaimedMessage, reason: str, is_permanent: bool, now: datetime
) -> None:
    """The provider has not taken it: tries again later, or gives up where that can't help."""
    hopeless = is_hopeless(held.attempts, is_permanent)
    due_at = now + pause_after(held.attempts, random.random())  # noqa: S311 - jitter is no secret
    async with database.transaction() as connection:
        if hopeless:
            await messages.save_failed(connection, held, reason)
        else:
            await messages.save_postponed(connection, held, reason, due_at)
    outcome = "failed" if hopeless else "postponed"
    MESSAGES.labels(held.template, held.channel, outcome).inc()
    log = logger.error if hopeless else logger.warning
    log(f"message {outcome}", message_id=str(held.id), attempts=held.attempts, reason=reason)


async def put_off(database: Database, held: ClaimedMessage, reason: str, due_at: datetime) -> None:
    """Its hour has not come: it waits until `due_at`."""
    async with database.transaction() as connection:
        await messages.save_postponed(connection, held, reason, due_at)
    MESSAGES.labels(held.template, held.channel, "put_off").inc()
