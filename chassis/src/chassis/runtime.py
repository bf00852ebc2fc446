"""A service's process: what it runs on, what it is made of, and how it starts and stops."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from typing import Any

import grpc
import structlog
from grpc_health.v1 import health, health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection

from chassis.broker import Broker
from chassis.clock import Clock
from chassis.collection import leave_out_what_stays
from chassis.database import Database, open_database
from chassis.listening import Listener, listen
from chassis.loops import Loop, run_loop
from chassis.metrics import serve_metrics
from chassis.policy import Policy, complete
from chassis.principal import PrincipalVerifier
from chassis.relay import Relay
from chassis.remote import Caller, open_channel
from chassis.server import Door
from chassis.settings import ServiceSettings

GRACE_SECONDS = 5.0
FLUSH_SECONDS = 2.0

SERVER_OPTIONS = [
    ("grpc.so_reuseport", 0),
    ("grpc.keepalive_permit_without_calls", 1),
    ("grpc.http2.min_ping_interval_without_data_ms", 10_000),
]
"""Callers ping idle channels every 20 s (chassis.remote); without this a server takes that for an attack."""

logger = structlog.get_logger()


@dataclass
class Runtime:
    """What a service runs on."""

    name: str
    settings: Any
    database: Database
    clock: Clock
    verifier: PrincipalVerifier
    broker: Broker
    caller: Caller
    identity: grpc.aio.Channel


@dataclass
class Parts:
    """What a service is made of."""

    servicers: Sequence[tuple[Callable[[Any, grpc.aio.Server], None], object]]
    policy: Policy
    listeners: Sequence[Listener] = ()
    loops: Sequence[Loop] = ()
    closers: Sequence[Callable[[], Awaitable[None]]] = ()
    ready: asyncio.Event = field(default_factory=asyncio.Event)


def open_runtime(name: str, settings: ServiceSettings) -> Runtime:
    """Connections are made on first use, so that a service starts while its dependencies are away."""
    clock = Clock()
    verifier = PrincipalVerifier(clock)
    identity = open_channel(settings.identity_target or "127.0.0.1:1")
    return Runtime(
        name=name,
        settings=settings,
        database=open_database(settings.database_url.get_secret_value(), name),
        clock=clock,
        verifier=verifier,
        broker=Broker(settings.nats_url.get_secret_value(), name, settings.stream_replicas),
        caller=Caller(name, settings.service_secret.get_secret_value(), identity, verifier, clock),
        identity=identity,
    )


async def close_runtime(runtime: Runtime) -> None:
    """Closes every connection."""
    await runtime.broker.close()
    await runtime.identity.close()
    await runtime.database.close()


async def serve(runtime: Runtime, parts: Parts) -> None:
    """Serves until SIGTERM or SIGINT; then stops accepting, finishes what is in flight, flushes the relay, closes."""
    settings: ServiceSettings = runtime.settings
    serve_metrics(settings.metrics_address)
    stopping = stop_signal()
    relay = Relay(runtime.database, runtime.broker, runtime.name)
    server, healthiness = make_server(runtime, parts)
    await server.start()
    background = [
        asyncio.create_task(work, name=name) for name, work in background_work(runtime, parts, relay, stopping)
    ]
    announcing = asyncio.create_task(announce(parts.ready, healthiness))
    logger.info("serving", address=settings.grpc_address)
    await first_ending(stopping, background)
    logger.info("stopping")
    stopping.set()
    announcing.cancel()
    await healthiness.enter_graceful_shutdown()
    await server.stop(GRACE_SECONDS)
    await finish(background)
    await flush(relay)
    for close in parts.closers:
        await close()
    await close_runtime(runtime)


def background_work(
    runtime: Runtime, parts: Parts, relay: Relay, stopping: asyncio.Event
) -> list[tuple[str, Coroutine[Any, Any, None]]]:
    """Everything that goes on beside the RPCs, by name."""
    work: list[tuple[str, Coroutine[Any, Any, None]]] = [("relay", relay.run(stopping))]
    if runtime.settings.identity_target:
        work.append(("principal", runtime.caller.keep_fresh(stopping, parts.ready)))
    else:
        parts.ready.set()
    work += [(loop.name, run_loop(loop, stopping)) for loop in parts.loops]
    work += [
        (listener.handle.__name__, listen(listener, runtime.name, runtime.database, runtime.broker, stopping))
        for listener in parts.listeners
    ]
    return work


def make_server(runtime: Runtime, parts: Parts) -> tuple[grpc.aio.Server, health.aio.HealthServicer]:
    """The gRPC server with health, reflection (free to read only where the environment is local) and the door."""
    complete(parts.policy)
    server = grpc.aio.server(options=SERVER_OPTIONS)
    door: Any = Door(server, parts.policy, runtime.verifier, runtime.caller.refresh)
    for add, servicer in parts.servicers:
        add(servicer, door)  # which is a server to generated code
    healthiness = health.aio.HealthServicer()
    health_pb2_grpc.add_HealthServicer_to_server(healthiness, server)
    is_local = runtime.settings.environment == "local"
    names = [*parts.policy, health.SERVICE_NAME, reflection.SERVICE_NAME]
    reflection.enable_server_reflection(names, server if is_local else door)
    server.add_insecure_port(runtime.settings.grpc_address)
    return server, healthiness


async def announce(ready: asyncio.Event, healthiness: health.aio.HealthServicer) -> None:
    """SERVING once the service can know its callers."""
    await healthiness.set("", health_pb2.HealthCheckResponse.NOT_SERVING)
    await ready.wait()
    leave_out_what_stays()
    await healthiness.set("", health_pb2.HealthCheckResponse.SERVING)


def stop_signal() -> asyncio.Event:
    """Set by SIGTERM or SIGINT."""
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    return stopping


async def first_ending(stopping: asyncio.Event, background: Sequence[asyncio.Task[None]]) -> None:
    """Waits for the stop signal; background work that ends by itself is a defect that ends the process loudly."""
    waiting = asyncio.create_task(stopping.wait())
    done, _ = await asyncio.wait([waiting, *background], return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    for task in done - {waiting}:
        logger.error("background work ended by itself", work=task.get_name(), exc_info=task.exception())


async def finish(background: Sequence[asyncio.Task[None]]) -> None:
    """Lets background work end what it has begun, and cancels what takes too long."""
    _, late = await asyncio.wait(background, timeout=FLUSH_SECONDS)
    for task in late:
        task.cancel()
    await asyncio.gather(*background, return_exceptions=True)


async def flush(relay: Relay) -> None:
    """Publishes what the last requests left; the rest goes when the service is back."""
    try:
        async with asyncio.timeout(FLUSH_SECONDS):
            await relay.flush()
    except Exception as error:  # noqa: BLE001 - rows stay in the outbox, so leaving them is safe
        logger.warning("events left for the next start", error=repr(error))
