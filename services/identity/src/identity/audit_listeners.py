"""Every context's acts, heard for the audit log; identity's own come the same way."""

from __future__ import annotations

from collections.abc import Sequence

from chassis.clock import Clock
from chassis.events import context_of
from chassis.listening import Delivery, Handle, Listener
from google.protobuf.message import Message
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import AuditRecorded as BookingAct
from totetaxi.identity.v1.events_pb2 import AuditRecorded as IdentityAct
from totetaxi.notifications.v1.events_pb2 import AuditRecorded as NotificationsAct
from totetaxi.payments.v1.events_pb2 import AuditRecorded as PaymentsAct
from totetaxi.pricing.v1.events_pb2 import AuditRecorded as PricingAct

from identity.actions.append_act import append_act

ACTS: dict[str, type[Message]] = {
    "pricing": PricingAct,
    "booking": BookingAct,
    "identity": IdentityAct,
    "payments": PaymentsAct,
    "notifications": NotificationsAct,
}


def audit_listeners(clock: Clock) -> Sequence[Listener]:
    """One for each context, each with a durable name of its own."""
    return [Listener(event, keeper_of(context, clock)) for context, event in ACTS.items()]


def keeper_of(context: str, clock: Clock) -> Handle:
    """The handler of a context's acts; the durable name comes from its name."""

    async def keep(connection: AsyncConnection, event: BookingAct, delivery: Delivery) -> None:
        await append_act(connection, delivery.id, context_of(delivery.subject), event.act, clock.now())

    keep.__name__ = f"keep_acts_of_{context}"
    return keep
