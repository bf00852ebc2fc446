"""What payments does on what it hears; what it says is in its actions."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from chassis.clock import Clock
from chassis.listening import Delivery, Listener
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import (
    BookingCancelled,
    BookingExpired,
    BookingLinked,
    BookingPaid,
    ErasureCompleted,
    StorageEnded,
    StorageStarted,
)

from payments.actions.book_paid_booking import book_paid_booking
from payments.actions.close_booking import close_booking
from payments.actions.erase_customer import erase_customer
from payments.actions.plan_storage import end_storage, start_storage
from payments.store.customer_bookings import note_customer


def listeners(clock: Clock) -> Sequence[Listener]:
    """All of them; durable names come from the handlers' names."""

    async def stop_payment(connection: AsyncConnection, event: BookingExpired, _delivery: Delivery) -> None:
        await close_booking(connection, UUID(event.booking.id), "expired", clock.now())

    async def refund_cancelled_booking(
        connection: AsyncConnection, event: BookingCancelled, _delivery: Delivery
    ) -> None:
        """An absent amount says that nothing was paid: what comes all the same goes back in full."""
        refund_cents = event.refund_cents if event.HasField("refund_cents") else None
        await close_booking(connection, UUID(event.booking.id), "cancelled", clock.now(), refund_cents)

    async def book_revenue(connection: AsyncConnection, event: BookingPaid, _delivery: Delivery) -> None:
        """The money was for something: what, its price says."""
        await book_paid_booking(connection, event)

    async def bill_storage(connection: AsyncConnection, event: StorageStarted, delivery: Delivery) -> None:
        await start_storage(connection, event.booking, event.monthly_cents, delivery.version, clock.now())

    async def end_billing(connection: AsyncConnection, event: StorageEnded, _delivery: Delivery) -> None:
        await end_storage(connection, event.booking, clock.now())

    async def note_linked(connection: AsyncConnection, event: BookingLinked, _delivery: Delivery) -> None:
        await note_customer(connection, UUID(event.booking.id), UUID(event.booking.customer_id))

    async def forget_customers(connection: AsyncConnection, event: ErasureCompleted, _delivery: Delivery) -> None:
        bookings = [UUID(booking_id) for booking_id in event.booking_ids]
        await erase_customer(connection, UUID(event.erasure_id), UUID(event.customer_id), bookings, clock.now())

    return [
        Listener(StorageStarted, bill_storage),
        Listener(StorageEnded, end_billing),
        Listener(BookingExpired, stop_payment),
        Listener(BookingCancelled, refund_cancelled_booking),
        Listener(BookingPaid, book_revenue),
        Listener(BookingLinked, note_linked),
        Listener(ErasureCompleted, forget_customers),
    ]
