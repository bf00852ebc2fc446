"""Listeners: which event, and what to do on hearing it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from google.protobuf.message import Message
from sqlalchemy.ext.asyncio import AsyncConnection

from chassis.broker import Broker
from chassis.consumer import Consumer
from chassis.database import Database
from chassis.events import Fact, event_of, subject_of


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a handler may want to know beside the event itself."""

    id: UUID
    """The event's: the same at every delivery."""
    time: datetime
    subject: str
    attempt: int
    """1 for the first delivery."""
    about: UUID
    """The aggregate the event is about."""
    version: int
    """The aggregate's version after the fact."""


Handle = Callable[[AsyncConnection, Any, Delivery], Awaitable[None]]


@dataclass(frozen=True)
class Listener:
    """Calls `handle(connection, event, delivery)` once per event, in the transaction that remembers it was heard.

    The handler touches nothing but that connection: no network, no files. What it raises rolls everything back and
    brings the event again later; events may come late and out of order.
    """

    event: type[Message]
    handle: Handle

    @property
    def subject(self) -> str:
        """The subject it listens to."""
        return subject_of(self.event)

    def durable(self, service: str) -> str:
        """The name of its consumer: `<service>-<what it does>`."""
        return f"{service}-{self.handle.__name__.replace('_', '-')}"

    async def hear(self, connection: AsyncConnection, fact: Fact, attempt: int) -> None:
        """Handles `fact` on the caller's transaction. Raises UnreadableError when it is not this listener's event."""
        delivery = Delivery(fact.id, fact.time, fact.subject, attempt, fact.about, fact.version)
        await self.handle(connection, event_of(fact, self.event), delivery)


async def listen(listener: Listener, service: str, database: Database, broker: Broker, stopping: asyncio.Event) -> None:
    """Hears every event for `listener` until `stopping`."""
    await Consumer(listener, service, database, broker).run(stopping)
