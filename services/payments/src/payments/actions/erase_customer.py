"""Erase a customer: payments keep what the books need and drop who paid, when booking says which bookings it was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from chassis.outbox import say
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.payments.v1.events_pb2 import ErasureCompleted

from payments.store import customer_bookings, methods
from payments.store.addressees import erase_addressees

KEPT = "Amounts, dates and Stripe's references of payments and refunds, for as long as tax law asks for them."


async def erase_customer(
    connection: AsyncConnection, erasure_id: UUID, customer_id: UUID, booking_ids: Sequence[UUID], now: datetime
) -> None:
    """Drops the names and reports it, on the listener's transaction; doing it again reports the same again."""
    count = await customer_bookings.erase_names(connection, booking_ids, now)
    await customer_bookings.forget_customer(connection, customer_id)
    await erase_addressees(connection, booking_ids, now)
    await methods.remove_all(connection, customer_id, now)
    event = ErasureCompleted(erasure_id=str(erasure_id), customer_id=str(customer_id), kept=KEPT if count else "")
    event.completed_at.FromDatetime(now)
    await say(connection, event, about=erasure_id)
