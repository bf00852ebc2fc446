"""What partners are told: bookings' facts as small documents without a name or an address in them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from chassis.clock import Clock
from chassis.listening import Delivery, Listener
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1 import events_pb2 as booking
from totetaxi.booking.v1.booking_pb2 import BookingSummary
from totetaxi.identity.v1.events_pb2 import ApiKeyRevoked
from totetaxi.pricing.v1 import catalog_pb2

from notifications.actions import webhook_deliveries as actions
from notifications.listeners.booking_facts import status_of, window_of, word_of


def listeners(clock: Clock) -> list[Listener]:
    """What booking says of bookings, and identity of keys."""

    tell = teller(clock)

    async def tell_partners_of_created(
        connection: AsyncConnection, event: booking.BookingCreated, delivery: Delivery
    ) -> None:
        """A booking was made."""
        await tell(connection, "booking.created", event, delivery)

    async def tell_partners_of_paid(
        connection: AsyncConnection, event: booking.BookingPaid, delivery: Delivery
    ) -> None:
        """A booking was paid."""
        await tell(connection, "booking.paid", event, delivery)

    async def tell_partners_of_rescheduled(
        connection: AsyncConnection, event: booking.BookingRescheduled, delivery: Delivery
    ) -> None:
        """A booking was moved."""
        previous = event.previous_pickup_date
        await tell(connection, "booking.rescheduled", event, delivery, previous_pickup_date=previous)

    async def tell_partners_of_cancelled(
        connection: AsyncConnection, event: booking.BookingCancelled, delivery: Delivery
    ) -> None:
        """A booking was called off."""
        refund = event.refund_cents if event.HasField("refund_cents") else None
        await tell(connection, "booking.cancelled", event, delivery, refund_cents=refund)

    async def tell_partners_of_expired(
        connection: AsyncConnection, event: booking.BookingExpired, delivery: Delivery
    ) -> None:
        """A booking was not paid in time."""
        await tell(connection, "booking.expired", event, delivery)

    async def disable_endpoints(connection: AsyncConnection, event: ApiKeyRevoked, _delivery: Delivery) -> None:
        """Whose key is revoked hears nothing more."""
        await actions.disable_endpoints_of(connection, UUID(event.api_key_id), clock.now())

    return [
        Listener(booking.BookingCreated, tell_partners_of_created),
        Listener(booking.BookingPaid, tell_partners_of_paid),
        Listener(booking.BookingRescheduled, tell_partners_of_rescheduled),
        Listener(booking.BookingCancelled, tell_partners_of_cancelled),
        Listener(booking.BookingExpired, tell_partners_of_expired),
        *of_the_way(clock),
        Listener(ApiKeyRevoked, disable_endpoints),
    ]


def of_the_way(clock: Clock) -> list[Listener]:
    """What booking says of how far a booking is."""
    tell = teller(clock)

    async def tell_partners_of_confirmed(
        connection: AsyncConnection, event: booking.BookingConfirmed, delivery: Delivery
    ) -> None:
        """A booking keeps its place until it is paid."""
        await tell(connection, "booking.confirmed", event, delivery)

    async def tell_partners_of_scheduled(
        connection: AsyncConnection, event: booking.BookingScheduled, delivery: Delivery
    ) -> None:
        """A booking is planned."""
        await tell(connection, "booking.scheduled", event, delivery)

    async def tell_partners_of_started(
        connection: AsyncConnection, event: booking.BookingStarted, delivery: Delivery
    ) -> None:
        """A booking is under way."""
        await tell(connection, "booking.started", event, delivery)

    async def tell_partners_of_completed(
        connection: AsyncConnection, event: booking.BookingCompleted, delivery: Delivery
    ) -> None:
        """A booking is done."""
        await tell(connection, "booking.completed", event, delivery)

    return [
        Listener(booking.BookingConfirmed, tell_partners_of_confirmed),
        Listener(booking.BookingScheduled, tell_partners_of_scheduled),
        Listener(booking.BookingStarted, tell_partners_of_started),
        Listener(booking.BookingCompleted, tell_partners_of_completed),
    ]


def teller(clock: Clock) -> Callable[..., Awaitable[None]]:
    """Tells partners of a booking's event under its published name, with what only this event has."""

    async def tell(connection: AsyncConnection, name: str, event: Any, delivery: Delivery, **more: Any) -> None:
        data = data_of(event.booking) | more
        await actions.tell_partners(connection, name, delivery.id, data, delivery.time, clock.now())

    return tell


def data_of(summary: BookingSummary) -> dict[str, Any]:
    """What every booking event says; MEMBERS in domain/webhook_events.py tells partners what each is."""
    return {
        "booking_id": summary.id,
        "booking_number": summary.booking_number,
        "version": summary.version,
        "status": status_of(summary),
        "service_type": word_of(catalog_pb2.ServiceType.Name(summary.request.service_type), "SERVICE_TYPE_"),
        "pickup_date": summary.request.pickup_date,
        "pickup_window": window_of(summary),
        "total_cents": summary.price.total_cents,
        "currency": "USD",
    }
