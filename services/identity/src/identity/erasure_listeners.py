"""What the other services report of an erasure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date
from typing import Any
from uuid import UUID

from chassis.clock import Clock
from chassis.listening import Delivery, Handle, Listener
from google.protobuf.message import Message
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import ErasureCompleted as BookingErased
from totetaxi.booking.v1.events_pb2 import ErasurePostponed
from totetaxi.notifications.v1.events_pb2 import ErasureCompleted as NotificationsErased
from totetaxi.payments.v1.events_pb2 import ErasureCompleted as PaymentsErased
from totetaxi.pricing.v1.events_pb2 import ErasureCompleted as PricingErased

from identity.actions.follow_erasure import note_report, note_waiting

REPORTS: dict[str, type[Message]] = {
    "booking": BookingErased,
    "payments": PaymentsErased,
    "notifications": NotificationsErased,
    "pricing": PricingErased,
}


def erasure_listeners(clock: Clock) -> Sequence[Listener]:
    """One for each service's report, and one for the service that may have to wait."""
    reports = [Listener(event, report_of(service, clock)) for service, event in REPORTS.items()]
    return [*reports, Listener(ErasurePostponed, note_postponed)]


def report_of(service: str, clock: Clock) -> Handle:
    """The handler of a service's report; the durable name comes from its name."""

    async def note(connection: AsyncConnection, event: Any, _delivery: Delivery) -> None:
        ids = UUID(event.erasure_id), UUID(event.customer_id)
        completed_at = event.completed_at.ToDatetime(UTC)
        await note_report(connection, ids, service, completed_at, event.kept, clock.now())

    note.__name__ = f"note_{service}_erased"
    return note


async def note_postponed(connection: AsyncConnection, event: ErasurePostponed, _delivery: Delivery) -> None:
    """A paid move is still to come."""
    await note_waiting(connection, UUID(event.erasure_id), "booking", date.fromisoformat(event.until))
