"""Forgetting a customer, when booking says which bookings were theirs; what prices were made of stays."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from chassis.outbox import say
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import ErasureCompleted as BookingErased
from totetaxi.pricing.v1.events_pb2 import ErasureCompleted

from pricing.store import privacy
from pricing.store.customers import Customer, digest_of

KEPT = "Prices with ZIP codes, codes and credit that were used, under a number that leads to nobody."


async def erase_customer(connection: AsyncConnection, told: BookingErased, now: datetime) -> None:
    """Forgets by which email they were known and reports it, on the listener's transaction; again reports the same."""
    customer = Customer(told.customer_id, digest_of(told.email))
    count = await privacy.forget_emails(connection, customer, [UUID(each) for each in told.booking_ids])
    event = ErasureCompleted(erasure_id=told.erasure_id, customer_id=told.customer_id, kept=KEPT if count else "")
    event.completed_at.FromDatetime(now)
    await say(connection, event, about=UUID(told.erasure_id))
