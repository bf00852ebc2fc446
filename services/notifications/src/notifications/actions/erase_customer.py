"""Forgetting a customer: what was said to them, of their account and about their bookings, loses address and text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from chassis.outbox import say
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.notifications.v1.events_pb2 import ErasureCompleted

from notifications.store import privacy

KEPT = "That messages were sent, of which kind and when, without address and text."


async def erase_customer(
    connection: AsyncConnection,
    erasure_id: UUID,
    customer_id: UUID,
    booking_ids: Sequence[UUID],
    email: str,
    now: datetime,
) -> None:
    """Erases and reports it, on the listener's transaction; `email` is the verified one, or empty."""
    count = await privacy.erase_messages(connection, customer_id, booking_ids, email)
    await privacy.note_erased(connection, customer_id, booking_ids, now)
    await privacy.forget_customer(connection, customer_id)
    event = ErasureCompleted(erasure_id=str(erasure_id), customer_id=str(customer_id), kept=KEPT if count else "")
    event.completed_at.FromDatetime(now)
    await say(connection, event, about=erasure_id)
