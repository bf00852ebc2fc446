"""What pricing does on what it hears. It says CatalogPublished (actions)."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from chassis.listening import Delivery, Listener
from sqlalchemy.ext.asyncio import AsyncConnection
from totetaxi.booking.v1.events_pb2 import BookingCreated

from pricing.store import quotes


async def use_quote(connection: AsyncConnection, event: BookingCreated, delivery: Delivery) -> None:
    """Notes that a quote was used; that it is used once is booking's unique constraint."""
    if event.quote_id:
        await quotes.use_quote(connection, UUID(event.quote_id), UUID(event.booking.id), delivery.time)


def listeners() -> Sequence[Listener]:
    """All of them."""
    return [Listener(BookingCreated, use_quote)]
