"""What the office must look at."""

from __future__ import annotations

from chassis.clock import Clock
from chassis.listening import Delivery, Listener
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.payments.v1 import events_pb2 as events

from notifications import actions
from notifications.listeners import staff_drafts as drafts


def listeners(clock: Clock, staff_email: str) -> list[Listener]:
    """What payments says that only staff can settle; `staff_email` is empty where nobody is to be told."""

    async def raise_disputes(connection: AsyncConnection, event: events.DisputeOpened, delivery: Delivery) -> None:
        """In time to answer."""
        await actions.queue_message(connection, drafts.dispute(event, delivery, staff_email), clock.now())

    async def raise_differences(
        connection: AsyncConnection, event: events.ReconciliationDiffered, delivery: Delivery
    ) -> None:
        """What the reconciler could not repair."""
        await actions.queue_if_any(connection, drafts.difference(event, delivery, staff_email), clock.now())

    async def raise_orphans(connection: AsyncConnection, event: events.PaymentOrphaned, delivery: Delivery) -> None:
        """Money for no living booking."""
        await actions.queue_message(connection, drafts.orphan(event, delivery, staff_email), clock.now())

    async def raise_failed_refunds(connection: AsyncConnection, event: events.RefundFailed, delivery: Delivery) -> None:
        """Money that a customer waits for."""
        await actions.queue_message(connection, drafts.failed_refund(event, delivery, staff_email), clock.now())

    return [
        Listener(events.DisputeOpened, raise_disputes),
        Listener(events.ReconciliationDiffered, raise_differences),
        Listener(events.PaymentOrphaned, raise_orphans),
        Listener(events.RefundFailed, raise_failed_refunds),
    ]
