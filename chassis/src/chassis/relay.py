"""The relay: publishes what the outbox holds, in order per aggregate; any number of them may run at once.

No network inside a transaction: heads of aggregates are leased, published, then marked. A relay that dies in between
leaves a lease that runs out; the event is then published again under the same id, which JetStream drops.
"""

from __future__ import annotations

import asyncio
from datetime import datetime

import structlog
from nats.aio.client import Client
from nats.js import JetStreamContext
from nats.js.errors import NoStreamResponseError

from chassis import inbox, outbox
from chassis.broker import TROUBLE, Broker, jetstream_of
from chassis.database import Database
from chassis.events import Fact, headers_of, stream_of
from chassis.loops import Loop, run_loop
from chassis.messaging_metrics import OUTBOX_AGE, OUTBOX_DEPTH, PUBLISH_FAILURES, PUBLISHED
from chassis.streams import ensure_stream
from chassis.wake import listen_for_events

LEASE_SECONDS = 30.0
BATCH = 100
POLL_SECONDS = 5.0
REST_SECONDS = 1.0
MEASURE_SECONDS = 5.0
PRUNE_SECONDS = 600.0

logger = structlog.get_logger()


class Relay:
    """Carries one service's outbox to its stream."""

    def __init__(self, database: Database, broker: Broker, service: str, poll_seconds: float = POLL_SECONDS) -> None:
        self._database = database
        self._broker = broker
        self._service = service
        self._poll_seconds = poll_seconds
        self._wake = asyncio.Event()
        self._prepared: Client | None = None

    async def run(self, stopping: asyncio.Event) -> None:
        """Publishes, listens, measures and prunes until `stopping`."""
        loops = (
            Loop("outbox-relay", self._poll_seconds, self.step, self._wake),
            Loop("outbox-measure", MEASURE_SECONDS, self._measure),
            Loop("outbox-prune", PRUNE_SECONDS, self._prune),
        )
        waking = Loop("outbox-wake", 0.0, lambda: listen_for_events(self._database, self._wake))
        listening = asyncio.create_task(run_loop(waking, stopping))
        try:
            await asyncio.gather(*(run_loop(loop, stopping) for loop in loops))
        finally:
            listening.cancel()  # it would sit out its minute

    async def flush(self) -> None:
        """Publishes until nothing is left to take."""
        while await self.step():
            pass

    async def step(self) -> int:
        """Publishes the heads of up to 100 aggregates; returns how many it took."""
        client = await self._broker.connected()
        await self._prepare(client)
        async with self._database.transaction() as connection:
            facts = await outbox.claim_heads(connection, LEASE_SECONDS, BATCH)
        if facts:
            await self._publish_all(jetstream_of(client), facts)
        return len(facts)

    async def _prepare(self, client: Client) -> None:
        if client is not self._prepared:
            await ensure_stream(client, self._service, self._broker.replicas)
            self._prepared = client

    async def _publish_all(self, jetstream: JetStreamContext, facts: list[Fact]) -> None:
        outcomes = await asyncio.gather(*(self._publish(jetstream, fact) for fact in facts))
        done = [fact.id for fact, published in zip(facts, outcomes, strict=True) if published]
        failed = [fact.id for fact, published in zip(facts, outcomes, strict=True) if not published]
        async with self._database.transaction() as connection:
            await outbox.mark_published(connection, done)
            await outbox.release(connection, failed, REST_SECONDS)
        if failed:
            asyncio.get_running_loop().call_later(REST_SECONDS, self._wake.set)

    async def _publish(self, jetstream: JetStreamContext, fact: Fact) -> bool:
        try:
            await jetstream.publish(
                fact.subject, fact.payload, headers=headers_of(fact), stream=stream_of(fact.subject)
            )
        except TROUBLE as error:
            if isinstance(error, NoStreamResponseError):
                self._prepared = None
            PUBLISH_FAILURES.labels(fact.subject).inc()
            logger.warning("event not published", subject=fact.subject, event_id=str(fact.id), error=repr(error))
            return False
        PUBLISHED.labels(fact.subject).inc()
        return True

    async def _measure(self) -> None:
        async with self._database.reading() as connection:
            depth, age = await outbox.waiting(connection)
        OUTBOX_DEPTH.set(depth)
        OUTBOX_AGE.set(age)

    async def _prune(self) -> int:
        async with self._database.transaction() as connection:
            return await outbox.prune(connection) + await inbox.prune(connection)


async def replay(database: Database, since: datetime) -> int:
    """Lets everything said since `since` be published once more; returns how many events that is."""
    total, position = 0, 0
    while True:
        async with database.transaction() as connection:
            count, position = await outbox.replay(connection, since, position)
        if count == 0:
            return total
        total += count
