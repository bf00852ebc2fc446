"""The connection to NATS that survives anything: a client that is in doubt is thrown away, and a new one made.

nats-py's own reconnecting is switched off: after some server restarts it stays silent for good (its read loop can end
while the client still calls itself connected). One way to recover, always taken, is easier to trust than two.
"""

from __future__ import annotations

import asyncio
import random
from contextlib import suppress

import nats
import nats.errors
import structlog
from nats.aio.client import Client
from nats.js import JetStreamContext

from chassis.messaging_metrics import BROKER_CONNECTED, BROKER_CONNECTIONS

CONNECT_SECONDS = 3
CLOSE_SECONDS = 2
REQUEST_SECONDS = 5
LONGEST_PAUSE_SECONDS = 2.0

TROUBLE = (nats.errors.Error, OSError, TimeoutError)
"""What is raised when NATS is away or refuses."""

logger = structlog.get_logger()


class BrokerClosedError(ConnectionError):
    """The process is closing its connection to NATS; nothing more goes through it."""


class Broker:
    """One process's connection to NATS, made when it is first asked for and kept until it is closed."""

    def __init__(self, url: str, service: str, replicas: int = 1, check_seconds: float = 5.0) -> None:
        self.service = service
        self.replicas = replicas
        self._servers = url.split(",")
        self._check_seconds = check_seconds
        self._client: Client | None = None
        self._connected = asyncio.Event()
        self._doubt = asyncio.Event()
        self._keeping: asyncio.Task[None] | None = None
        self._closed = False

    async def connected(self) -> Client:
        """The live client, as soon as there is one. Raises BrokerClosedError after `close`."""
        if self._keeping is None and not self._closed:
            self._keeping = asyncio.create_task(self._keep_connected(), name="broker")
        await self._connected.wait()
        if self._client is None:
            raise BrokerClosedError("the connection to NATS is closed")
        return self._client

    def doubt(self, client: Client) -> None:
        """`client` looks alive and does not deliver: have it replaced, unless it has been already."""
        if client is self._client:
            self._doubt.set()

    async def close(self) -> None:
        """Sends what is buffered and closes, within 2 s."""
        self._closed = True
        if self._keeping is not None:
            self._keeping.cancel()
            await asyncio.gather(self._keeping, return_exceptions=True)
        self._connected.set()

    async def _keep_connected(self) -> None:
        failures = 0
        while not self._closed:  # a cancellation that meets a refused connection is lost (python/cpython#86296)
            try:
                client = await self._connect()
            except TROUBLE as error:
                failures += 1
                logger.warning("nats is away", error=repr(error), failures=failures)
                await asyncio.sleep(min(0.1 * 2**failures, LONGEST_PAUSE_SECONDS) * random.uniform(0.5, 1))  # noqa: S311
                continue
            failures = 0
            await self._use(client)

    async def _use(self, client: Client) -> None:
        self._client = client
        self._doubt.clear()
        self._connected.set()
        BROKER_CONNECTED.set(1)
        try:
            await self._until_in_doubt(client)
        finally:
            self._connected.clear()
            self._client = None
            BROKER_CONNECTED.set(0)
            await discard(client)

    async def _until_in_doubt(self, client: Client) -> None:
        """Returns when the connection is closed, doubted, or a ping stays without an answer."""
        while client.is_connected:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._doubt.wait(), self._check_seconds)
                break
            try:
                async with asyncio.timeout(self._check_seconds):
                    await client.rtt(timeout=CONNECT_SECONDS)
            except TROUBLE:
                break
        logger.warning("nats connection given up", doubted=self._doubt.is_set(), connected=client.is_connected)

    async def _connect(self) -> Client:
        async with asyncio.timeout(CONNECT_SECONDS * len(self._servers)):
            client = await nats.connect(
                self._servers,
                name=self.service,
                inbox_prefix=f"_INBOX.{self.service}",
                allow_reconnect=False,
                max_reconnect_attempts=1,
                reconnect_time_wait=0,
                connect_timeout=CONNECT_SECONDS,
                error_cb=self._note,
                closed_cb=self._note_closed,
            )
        server = client.connected_url
        BROKER_CONNECTIONS.inc()
        logger.info("nats connected", server=f"{server.hostname}:{server.port}" if server else "")
        return client

    async def _note(self, error: Exception) -> None:
        logger.warning("nats error", error=repr(error))

    async def _note_closed(self) -> None:
        self._doubt.set()


def jetstream_of(client: Client) -> JetStreamContext:
    """JetStream over `client`, with a deadline of 5 s a request."""
    return client.jetstream(timeout=REQUEST_SECONDS)


async def discard(client: Client) -> None:
    """Closes `client` within 2 s, whatever state it is in; what it still has buffered is sent if it can be."""
    with suppress(*TROUBLE):
        async with asyncio.timeout(CLOSE_SECONDS):
            if client.is_connected:
                await client.flush(timeout=1)
            await client.close()
