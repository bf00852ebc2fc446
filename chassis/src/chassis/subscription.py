"""A subscription to the events of one durable consumer: made anew whenever it is in doubt, so never silent."""

from __future__ import annotations

import asyncio
import time

import nats.errors
import structlog
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.js import JetStreamContext
from nats.js.api import AckPolicy, ConsumerConfig, DeliverPolicy
from nats.js.errors import NotFoundError

from chassis.broker import TROUBLE, Broker, jetstream_of
from chassis.events import stream_of
from chassis.messaging_metrics import LAG
from chassis.patience import Patience
from chassis.streams import ensure_dead_letters

logger = structlog.get_logger()


class Subscription:
    """Pulls one message after another; replicas with the same durable name share them."""

    def __init__(self, durable: str, subject: str, broker: Broker, patience: Patience) -> None:
        self._durable = durable
        self._subject = subject
        self._stream = stream_of(subject)
        self._broker = broker
        self._patience = patience
        self._client: Client | None = None
        self._pulling: JetStreamContext.PullSubscription | None = None
        self._heard_at = 0.0

    @property
    def is_open(self) -> bool:
        """False before the first message was asked for, and after every doubt."""
        return self._pulling is not None

    async def next(self) -> Msg | None:
        """The next message, or None when none came for a while. Raises what NATS raised; the next call starts anew."""
        try:
            message = await self._fetch(await self._opened())
            if message is None:
                await self._question_silence()
        except (*TROUBLE, asyncio.CancelledError):
            self._pulling = None
            raise
        if message is not None:
            self._heard_at = time.monotonic()
            LAG.labels(self._durable).set(message.metadata.num_pending)
        return message

    async def _opened(self) -> JetStreamContext.PullSubscription:
        client = await self._broker.connected()
        if self._pulling is None or client is not self._client:
            await ensure_dead_letters(client, self._broker.service, self._broker.replicas)
            jetstream = jetstream_of(client)
            await self._ensure_consumer(jetstream)
            self._pulling = await jetstream.pull_subscribe_bind(self._durable, stream=self._stream)
            self._client = client
            self._heard_at = time.monotonic()
            logger.info("listening", listener=self._durable, subject=self._subject)
        return self._pulling

    async def _ensure_consumer(self, jetstream: JetStreamContext) -> None:
        """Creates or updates the durable consumer; waits for the stream, which the publisher makes when it starts."""
        configuration = self._configuration()
        while True:
            try:
                await jetstream.add_consumer(self._stream, configuration)
            except NotFoundError:
                logger.info("waiting for the stream", listener=self._durable, stream=self._stream)
                await asyncio.sleep(self._patience.stream)
            else:
                return

    def _configuration(self) -> ConsumerConfig:
        return ConsumerConfig(
            name=self._durable,
            durable_name=self._durable,
            filter_subject=self._subject,
            deliver_policy=DeliverPolicy.ALL,
            ack_policy=AckPolicy.EXPLICIT,
            ack_wait=self._patience.acknowledgement,
            max_deliver=-1,  # the server would drop the event without a word; we count ourselves, and bury it
        )

    async def _fetch(self, pulling: JetStreamContext.PullSubscription) -> Msg | None:
        began = time.monotonic()
        try:
            # One at a time: fetch(n) stalls for seconds (nats.py#986).
            return (await pulling.fetch(1, timeout=self._patience.fetch))[0]
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
            info = await jetstream_of(client).consumer_info(self._stream, self._durable)
        except nats.errors.TimeoutError:
            self._broker.doubt(client)
            raise
        LAG.labels(self._durable).set(info.num_pending or 0)
        if info.num_pending:
            logger.warning("silent though events wait, subscribing again", listener=self._durable)
            self._pulling = None
