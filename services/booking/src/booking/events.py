"""What booking does on what it hears; what it says is in its actions."""

from __future__ import annotations

from datetime import UTC
from uuid import UUID

from chassis.clock import Clock
from chassis.listening import Delivery, Listener
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.identity.v1.events_pb2 import CustomerEmailVerified, CustomerErasureRequested
from totetaxi.payments.v1.events_pb2 import InvoiceFailed, InvoicePaid, PaymentSucceeded, StorageSuspended

from booking import actions
from booking.actions import storage
from booking.store.privacy import Erasure


def listeners(clock: Clock) -> list[Listener]:
    """All of booking's listeners; durable names come from the handlers' names."""

    async def mark_paid(connection: AsyncConnection, event: PaymentSucceeded, _delivery: Delivery) -> None:
        await actions.take_payment(connection, event, clock.now())

    async def link_guests(connection: AsyncConnection, event: CustomerEmailVerified, _delivery: Delivery) -> None:
        verified_at = event.verified_at.ToDatetime(UTC)
        await actions.link_guest_bookings(connection, UUID(event.customer_id), event.email, verified_at, clock.now())

    async def forget_customers(
        connection: AsyncConnection, event: CustomerErasureRequested, _delivery: Delivery
    ) -> None:
        await actions.erase_customer(connection, erasure_of(event), clock.now())

    async def note_paid_storage(connection: AsyncConnection, event: InvoicePaid, _delivery: Delivery) -> None:
        await storage.hear_paid(connection, event, clock.now())

    async def note_unpaid_storage(connection: AsyncConnection, event: InvoiceFailed, _delivery: Delivery) -> None:
        await storage.hear_failed(connection, event, clock.now())

    async def suspend_storage(connection: AsyncConnection, event: StorageSuspended, _delivery: Delivery) -> None:
        await storage.hear_suspended(connection, event, clock.now())

    return [
        Listener(PaymentSucceeded, mark_paid),
        Listener(CustomerEmailVerified, link_guests),
        Listener(CustomerErasureRequested, forget_customers),
        Listener(InvoicePaid, note_paid_storage),
        Listener(InvoiceFailed, note_unpaid_storage),
        Listener(StorageSuspended, suspend_storage),
    ]


def erasure_of(event: CustomerErasureRequested) -> Erasure:
    """What is asked, in our own words."""
    return Erasure(UUID(event.customer_id), UUID(event.erasure_id), event.email, event.requested_at.ToDatetime(UTC))
