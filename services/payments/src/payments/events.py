"""What payments does on what it hears; what it says is in its actions."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from chassis.clock import Clock
from chassis.listening import Delivery, Listener
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import BookingExpired, BookingLinked, ErasureCompleted

from payments.actions.close_booking import close_booking
from payments.actions.erase_customer import erase_customer
from payments.store.customers import note_customer


def listeners(clock: Clock) -> Sequence[Listener]:
    """All of them; durable names come from the handlers' names."""

    async def stop_payment(connection: AsyncConnection, event: BookingExpired, _delivery: Delivery) -> None:
        await close_booking(connection, UUID(event.booking.id), "expired", clock.now())

    async def note_linked(connection: AsyncConnection, event: BookingLinked, _delivery: Delivery) -> None:
        await note_customer(connection, UUID(event.booking.id), UUID(event.booking.customer_id))

    async def forget_customers(connection: AsyncConnection, event: ErasureCompleted, _delivery: Delivery) -> None:
        bookings = [UUID(booking_id) for booking_id in event.booking_ids]
        await erase_customer(connection, UUID(event.erasure_id), UUID(event.customer_id), bookings, clock.now())

    return [
        Listener(BookingExpired, stop_payment),
        Listener(BookingLinked, note_linked),
        Listener(ErasureCompleted, forget_customers),
    ]
