"""The consumer: gives one event after another to a listener, and what can't be handled to the dead letters."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog
from nats.aio.msg import Msg
from opentelemetry.trace import SpanKind

from chassis.broker import Broker
from chassis.database import Database
from chassis.dead_letters import bury
from chassis.events import Fact, UnreadableError, fact_of
from chassis.inbox import hear_when_possible, until_it_answers
from chassis.loops import Loop, run_loop
from chassis.messaging_metrics import FAILED, HANDLED, REPEATED
from chassis.patience import Patience
from chassis.request_id import HEADER, continued_request
from chassis.subscription import Subscription
from chassis.telemetry import span
from chassis.working import still_working

if TYPE_CHECKING:
    from chassis.listening import Listener

logger = structlog.get_logger()


class UnansweredError(Exception):
    """Every process that was given the event died over it."""


class Consumer:
    """Delivers the events of one listener; replicas of a service share them."""

    def __init__(
        self, listener: Listener, service: str, database: Database, broker: Broker, patience: Patience | None = None
    ) -> None:
        self.durable = listener.durable(service)
        self._listener = listener
        self._service = service
        self._database = database
        self._broker = broker
        self._patience = patience or Patience()
        self.subscription = Subscription(self.durable, listener.subject, broker, self._patience)

    async def run(self, stopping: asyncio.Event) -> None:
        """Delivers until `stopping`; an event being handled is finished first."""
        await run_loop(Loop(self.durable, 0.0, self.step), stopping)

    async def step(self) -> int:
        """Waits up to 1 s for an event and deals with it. Raises what NATS raised."""
        if not self.subscription.is_open:
            await until_it_answers(self._database)  # what is not delivered can't count as failed
        message = await self.subscription.next()
        if message is not None:
            await self._deal_with(message)
        return 1

    async def _deal_with(self, message: Msg) -> None:
        try:
            fact = fact_of(message.subject, message.headers, message.data)
        except UnreadableError as error:
            await self._bury(message, error)
            return
        with (
            structlog.contextvars.bound_contextvars(listener=self.durable, event_id=str(fact.id)),
            continued_request(fact.context.get(HEADER, "")),
            span(f"hear {self._listener.subject}", fact.context, kind=SpanKind.CONSUMER),
        ):
            async with still_working(message, self._patience.acknowledgement / 3):
                await self._try(message, fact)

    async def _try(self, message: Msg, fact: Fact) -> None:
        attempt = message.metadata.num_delivered
        if attempt > self._patience.tries:
            await self._bury(message, UnansweredError(f"{attempt - 1} deliveries ended without an answer"))
            return
        try:
            fresh = await hear_when_possible(self._database, self._listener, self.durable, fact, attempt)
        except Exception as error:  # noqa: BLE001 - whatever a handler raises, the events behind it must go on
            await self._put_back(message, attempt, error)
            return
        (HANDLED if fresh else REPEATED).labels(self.durable).inc()
        await message.ack()

    async def _put_back(self, message: Msg, attempt: int, error: Exception) -> None:
        FAILED.labels(self.durable).inc()
        logger.warning("event not handled", attempt=attempt, error=type(error).__name__, exc_info=attempt == 1)
        if attempt >= self._patience.tries or isinstance(error, UnreadableError):
            await self._bury(message, error)
        else:
            await message.nak(self._patience.retry_delay(attempt))

    async def _bury(self, message: Msg, error: Exception) -> None:
        client = await self._broker.connected()
        await bury(client, self._service, self.durable, message, error)
        await message.term()
