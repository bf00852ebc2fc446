"""The life of a message, one transaction each: queue, claim, and settle what was claimed."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from chassis.database import Database
from chassis.outbox import say
from pydantic import TypeAdapter
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.notifications.v1 import events_pb2

from notifications.domain.message import Channel, ClaimedMessage, Draft, Template
from notifications.domain.paid_booking import PaidBooking
from notifications.domain.patience import is_hopeless, pause_after
from notifications.measures import MESSAGES
from notifications.store import messages, privacy

logger = structlog.get_logger()

PAID_BOOKING = TypeAdapter(PaidBooking)


async def queue_confirmation(
    connection: AsyncConnection,
    *,
    message_id: UUID,
    event_id: UUID,
    booking_id: UUID,
    recipient: str,
    language: str,
    booking: PaidBooking,
    now: datetime,
) -> None:
    """Queues the confirmation of a paid booking, in the listener's transaction; does nothing when there is one.

    Nor for a booking that was erased meanwhile: an event that comes late must not bring its customer back.
    """
    if await privacy.is_erased(connection, booking_id):
        logger.info("not said: its customer is forgotten", event_id=str(event_id))
        return
    draft = Draft(
        id=message_id,
        event_id=event_id,
        booking_id=booking_id,
        template=Template.BOOKING_PAID,
        channel=Channel.EMAIL,
        recipient=recipient,
        language=language,
        context=PAID_BOOKING.dump_python(booking, mode="json"),
    )
    if not await messages.add_draft(connection, draft, now):
        logger.info("already said", event_id=str(event_id), occasion=draft.occasion)


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
            message_id=str(held.id), booking_id=str(held.booking_id), template=held.template, channel=held.channel
        )
        event.sent_at.FromDatetime(now)
        await say(connection, event, about=held.id)
    MESSAGES.labels(held.template, held.channel, "sent").inc()
    return True


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
