"""Whose bookings are whose, and who wants to be forgotten."""

from __future__ import annotations

from uuid import UUID

from chassis.clock import Clock
from chassis.listening import Delivery, Listener
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import BookingLinked, ErasureCompleted

from notifications import actions
from notifications.store import privacy


def listeners(clock: Clock) -> list[Listener]:
    """What booking says of people."""

    async def note_linked(connection: AsyncConnection, event: BookingLinked, _delivery: Delivery) -> None:
        """Whose the booking is, for exports."""
        await privacy.note_customer(connection, UUID(event.booking.id), UUID(event.booking.customer_id))

    async def forget_customers(connection: AsyncConnection, event: ErasureCompleted, _delivery: Delivery) -> None:
        """A customer is forgotten; booking says which bookings were theirs."""
        ids = [UUID(booking_id) for booking_id in event.booking_ids]
        customer_id = UUID(event.customer_id)
        await actions.erase_customer(connection, UUID(event.erasure_id), customer_id, ids, event.email, clock.now())

    return [Listener(BookingLinked, note_linked), Listener(ErasureCompleted, forget_customers)]
