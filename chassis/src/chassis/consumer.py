"""The consumer: pulls one event after another for a listener, and never goes silent."""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import nats.errors
import structlog
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.js import JetStreamContext
from nats.js.api import AckPolicy, ConsumerConfig, DeliverPolicy
from nats.js.errors import NotFoundError
from opentelemetry.trace import SpanKind

from chassis.broker import TROUBLE, Broker, jetstream_of
from chassis.database import Database
from chassis.dead_letters import bury
from chassis.events import Fact, UnreadableError, fact_of, stream_of
from chassis.inbox import hear_when_possible, until_it_answers
from chassis.loops import Loop, run_loop
from chassis.messaging_metrics import FAILED, HANDLED, LAG, REPEATED
from chassis.streams import ensure_dead_letters
from chassis.telemetry import span
from chassis.working import still_working

if TYPE_CHECKING:
    from chassis.listening import Listener

logger = structlog.get_logger()


class UnansweredError(Exception):
    """Every process that was given the event died over it."""


@dataclass(frozen=True)
class Patience:
    """How long a consumer waits, in seconds, and how often it tries."""

    tries: int = 10
    first_retry: float = 1.0
    longest_retry: float = 60.0
    fetch: float = 1.0
    stream: float = 0.5
    silence: float = 10.0
    acknowledgement: float = 30.0

    def retry_delay(self, attempt: int) -> float:
        """Seconds before the next delivery after failed delivery number `attempt`: doubling, with jitter."""
        longest: float = min(self.first_retry * 2 ** (attempt - 1), self.longest_retry)
        return longest * random.uniform(0.5, 1.0)  # noqa: S311 - jitter is no secret


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
        self._stream = stream_of(listener.subject)
        self._client: Client | None = None
        self._subscription: JetStreamContext.PullSubscription | None = None
        self._heard_at = 0.0

    async def run(self, stopping: asyncio.Event) -> None:
        """Delivers until `stopping`; an event being handled is finished first."""
        await run_loop(Loop(self.durable, 0.0, self.step), stopping)

    async def step(self) -> int:
        """Waits up to 1 s for an event and deals with it. Raises what NATS raised, having dropped the subscription."""
        try:
            message = await self._fetch(await self._subscribed())
            if message is None:
                await self._question_silence()
        except (*TROUBLE, asyncio.CancelledError):
            self._subscription = None
            raise
        if message is not None:
            self._heard_at = time.monotonic()
            LAG.labels(self.durable).set(message.metadata.num_pending)
            await self._deal_with(message)
        return 1

    async def _subscribed(self) -> JetStreamContext.PullSubscription:
        client = await self._broker.connected()
        if self._subscription is None or client is not self._client:
            await until_it_answers(self._database)
            await ensure_dead_letters(client, self._service, self._broker.replicas)
            jetstream = jetstream_of(client)
            await self._ensure_consumer(jetstream)
            self._subscription = await jetstream.pull_subscribe_bind(self.durable, stream=self._stream)
            self._client = client
            self._heard_at = time.monotonic()
            logger.info("listening", listener=self.durable, subject=self._listener.subject)
        return self._subscription

    async def _ensure_consumer(self, jetstream: JetStreamContext) -> None:
        """Creates or updates the durable consumer; waits for the stream, which the publisher makes when it starts."""
        configuration = self._configuration()
        while True:
            try:
                await jetstream.add_consumer(self._stream, configuration)
            except NotFoundError:
                logger.info("waiting for the stream", listener=self.durable, stream=self._stream)
                await asyncio.sleep(self._patience.stream)
            else:
                return

    def _configuration(self) -> ConsumerConfig:
        return ConsumerConfig(
            name=self.durable,
            durable_name=self.durable,
            filter_subject=self._listener.subject,
            deliver_policy=DeliverPolicy.ALL,
            ack_policy=AckPolicy.EXPLICIT,
            ack_wait=self._patience.acknowledgement,
            max_deliver=-1,  # the server would drop the event without a word; we count ourselves, and bury it
        )

    async def _fetch(self, subscription: JetStreamContext.PullSubscription) -> Msg | None:
        began = time.monotonic()
        try:
            # One at a time: fetch(n) stalls for seconds (nats.py#986).
            return (await subscription.fetch(1, timeout=self._patience.fetch))[0]
        except nats.errors.TimeoutError:
            if time.monotonic() - began < self._patience.fetch / 2:
                raise  # the server refused the request; waiting is only what it looks like
            return None

    async def _question_silence(self) -> None:
        """Nothing came for a while: is there nothing, or does the connection only look alive?"""
        if time.monotonic() - self._heard_at < self._patience.silence:
            return
        self._heard_at = time.monotonic()
        client = await self._broker.connected()
        try:
            info = await jetstream_of(client).consumer_info(self._stream, self.durable)
        except nats.errors.TimeoutError:
            self._broker.doubt(client)
            raise
        except NotFoundError:
            logger.warning("consumer lost, making it again", listener=self.durable)
            self._subscription = None
            return
        LAG.labels(self.durable).set(info.num_pending or 0)
        if info.num_pending:
            logger.warning("silent though events wait, subscribing again", listener=self.durable)
            self._subscription = None

    async def _deal_with(self, message: Msg) -> None:
        try:
            fact = fact_of(message.subject, message.headers, message.data)
        except UnreadableError as error:
            await self._bury(message, error)
            return
        context = {
            "listener": self.durable,
            "event_id": str(fact.id),
            "request_id": fact.context.get("x-request-id", ""),
        }
        with (
            structlog.contextvars.bound_contextvars(**context),
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
