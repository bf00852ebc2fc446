"""Events that a gateway hears at once or not at all: no queue, no memory, and it knows whether it is hearing."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

import structlog
from chassis.broker import TROUBLE, Broker
from chassis.events import UnreadableError, event_of, fact_of, subject_of
from google.protobuf.message import Message
from nats.aio.client import Client
from nats.aio.msg import Msg
from prometheus_client import Gauge

ASK_EVERY_SECONDS = 0.25
LIVE_SECONDS = 0.8
"""How long an answer of the server vouches for the connection: what was said before it has been heard by then."""
ANSWER_SECONDS = 2

HEARING = Gauge("totetaxi_gateway_hearing", "1 while revocations are heard; 0 means that no principal is kept")

Handlers = Mapping[type[Message], Callable[[Any], None]]

logger = structlog.get_logger()


class Announcements:
    """Calls a handler for each event; `on_gap` whenever some may have been missed."""

    def __init__(self, broker: Broker, handlers: Handlers, on_gap: Callable[[], None]) -> None:
        self._broker = broker
        self._handlers = handlers
        self._on_gap = on_gap
        self._client: Client | None = None
        self._vouched_at = float("-inf")

    def is_live(self) -> bool:
        """Whether everything said until a moment ago, 0.8 s at most, has been heard."""
        client = self._client
        return client is not None and client.is_connected and time.monotonic() - self._vouched_at < LIVE_SECONDS

    async def step(self) -> None:
        """Asks the server for a sign of life, on a connection that listens. Raises what NATS raised."""
        client = await self._broker.connected()
        try:
            if client is not self._client:
                await self._listen(client)
            asked_at = time.monotonic()
            await client.rtt(timeout=ANSWER_SECONDS)  # what was said before the answer came before it
        except TROUBLE:
            self._client = None
            HEARING.set(0)
            self._broker.doubt(client)
            raise
        self._vouched_at = asked_at
        HEARING.set(1)

    async def _listen(self, client: Client) -> None:
        """Subscribes; the server has taken it, or refused it, when this returns."""
        for kind in self._handlers:
            await client.subscribe(subject_of(kind), cb=self._hearer_of(kind))
        for _ in range(2):  # nats-py sends its ping ahead of what is buffered: the second comes after the subscriptions
            await client.flush(timeout=ANSWER_SECONDS)
        if client.last_error is not None:  # such as a permissions violation: we would wait for ever
            raise client.last_error
        self._client = client
        self._on_gap()
        logger.info("hearing announcements", subjects=[subject_of(kind) for kind in self._handlers])

    def _hearer_of(self, kind: type[Message]) -> Callable[[Msg], Any]:
        async def hear(message: Msg) -> None:
            try:
                event = event_of(fact_of(message.subject, message.headers, message.data), kind)
            except UnreadableError as error:
                logger.warning("announcement not understood", subject=message.subject, error=str(error))
                self._on_gap()
                return
            self._handlers[kind](event)

        return hear
