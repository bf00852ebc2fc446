"""What pricing does on what it hears of bookings. It says CatalogPublished, AuditRecorded and ErasureCompleted."""

from __future__ import annotations

from collections.abc import Sequence

from chassis.clock import Clock
from chassis.listening import Delivery, Listener
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1 import events_pb2 as booking

from pricing.actions import erase_customer, hear_bookings


def listeners(clock: Clock) -> Sequence[Listener]:
    """All of them; durable names come from the handlers' names."""

    async def confirm_quote(connection: AsyncConnection, event: booking.BookingCreated, _: Delivery) -> None:
        await hear_bookings.confirm_quote(connection, event, clock.now())

    async def give_credit(connection: AsyncConnection, event: booking.BookingPaid, _: Delivery) -> None:
        await hear_bookings.earn(connection, event, clock.now())

    async def follow_the_day(connection: AsyncConnection, event: booking.BookingRescheduled, _: Delivery) -> None:
        await hear_bookings.note(connection, event.booking)

    async def release_cancelled(connection: AsyncConnection, event: booking.BookingCancelled, _: Delivery) -> None:
        await hear_bookings.return_what_it_took(connection, event.booking, clock.now())

    async def release_expired(connection: AsyncConnection, event: booking.BookingExpired, _: Delivery) -> None:
        await hear_bookings.return_what_it_took(connection, event.booking, clock.now())

    async def forget_customers(connection: AsyncConnection, event: booking.ErasureCompleted, _: Delivery) -> None:
        await erase_customer(connection, event, clock.now())

    return [
        Listener(booking.BookingCreated, confirm_quote),
        Listener(booking.BookingPaid, give_credit),
        Listener(booking.BookingRescheduled, follow_the_day),
        Listener(booking.BookingCancelled, release_cancelled),
        Listener(booking.BookingExpired, release_expired),
        Listener(booking.ErasureCompleted, forget_customers),
    ]
