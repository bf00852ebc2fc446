"""What booking does on what it hears; what it says is in its actions."""

from __future__ import annotations

from chassis.clock import Clock
from chassis.listening import Delivery, Listener
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.payments.v1.events_pb2 import PaymentSucceeded

from booking.actions import take_payment


def listeners(clock: Clock) -> list[Listener]:
    """All of booking's listeners; durable names come from the handlers' names."""

    async def mark_paid(connection: AsyncConnection, event: PaymentSucceeded, _delivery: Delivery) -> None:
        await take_payment(connection, event, clock.now())

    return [Listener(PaymentSucceeded, mark_paid)]
