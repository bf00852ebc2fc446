"""What identity hears: what customers booked, paid and got back."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from chassis.listening import Delivery, Listener
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.booking_pb2 import BookingStatus, BookingSummary
from totetaxi.booking.v1.events_pb2 import (
    BookingCancelled,
    BookingCompleted,
    BookingConfirmed,
    BookingCreated,
    BookingExpired,
    BookingLinked,
    BookingPaid,
    BookingRescheduled,
    BookingScheduled,
    BookingStarted,
)
from totetaxi.payments.v1.events_pb2 import RefundCompleted

from identity.store.customer_bookings import add_money, note_state


async def count_created(connection: AsyncConnection, event: BookingCreated, delivery: Delivery) -> None:
    """A customer booked."""
    await note(connection, event.booking, delivery)


async def count_paid(connection: AsyncConnection, event: BookingPaid, delivery: Delivery) -> None:
    """A customer paid."""
    await note(connection, event.booking, delivery)
    await add_money(connection, UUID(event.booking.id), event.amount_cents, 0)


async def count_expired(connection: AsyncConnection, event: BookingExpired, delivery: Delivery) -> None:
    """A customer did not pay."""
    await note(connection, event.booking, delivery)


async def count_cancelled(connection: AsyncConnection, event: BookingCancelled, delivery: Delivery) -> None:
    """A booking was called off."""
    await note(connection, event.booking, delivery)


async def count_rescheduled(connection: AsyncConnection, event: BookingRescheduled, delivery: Delivery) -> None:
    """A booking was moved."""
    await note(connection, event.booking, delivery)


async def count_confirmed(connection: AsyncConnection, event: BookingConfirmed, delivery: Delivery) -> None:
    """Staff keep a booking's place until it is paid."""
    await note(connection, event.booking, delivery)


async def count_scheduled(connection: AsyncConnection, event: BookingScheduled, delivery: Delivery) -> None:
    """A van and a crew are planned."""
    await note(connection, event.booking, delivery)


async def count_started(connection: AsyncConnection, event: BookingStarted, delivery: Delivery) -> None:
    """A move is under way."""
    await note(connection, event.booking, delivery)


async def count_completed(connection: AsyncConnection, event: BookingCompleted, delivery: Delivery) -> None:
    """A move is done."""
    await note(connection, event.booking, delivery)


async def count_linked(connection: AsyncConnection, event: BookingLinked, delivery: Delivery) -> None:
    """What a guest booked joined an account."""
    await note(connection, event.booking, delivery)


async def count_refunded(connection: AsyncConnection, event: RefundCompleted, _delivery: Delivery) -> None:
    """Money went back; some goes back for no booking of ours."""
    if event.booking_id:
        await add_money(connection, UUID(event.booking_id), 0, event.amount_cents)


async def note(connection: AsyncConnection, booking: BookingSummary, delivery: Delivery) -> None:
    """The booking's state, by the newest version that was told."""
    customer_id = UUID(booking.customer_id) if booking.customer_id else None
    status = BookingStatus.Name(booking.status).removeprefix("BOOKING_STATUS_").lower()
    await note_state(connection, UUID(booking.id), customer_id, status, booking.version, delivery.time)


def listeners() -> Sequence[Listener]:
    """Every fact that changes a customer's figures."""
    return [
        Listener(BookingCreated, count_created),
        Listener(BookingPaid, count_paid),
        Listener(BookingExpired, count_expired),
        Listener(BookingCancelled, count_cancelled),
        Listener(BookingRescheduled, count_rescheduled),
        Listener(BookingConfirmed, count_confirmed),
        Listener(BookingScheduled, count_scheduled),
        Listener(BookingStarted, count_started),
        Listener(BookingCompleted, count_completed),
        Listener(BookingLinked, count_linked),
        Listener(RefundCompleted, count_refunded),
    ]
