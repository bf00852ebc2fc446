"""Identity as it runs: its own database, its own gRPC server."""

from __future__ import annotations

import asyncio
import base64
import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import docker_engine
import grpc
import pytest
from chassis.database import Database, open_database
from chassis.identifiers import new_id
from chassis.loops import Loop, run_loop
from chassis.runtime import Runtime, close_runtime, make_server, open_runtime
from identity.__main__ import assemble
from identity.domain.principals import service_subject, sign
from identity.domain.signing_key import new_key_pair
from identity.settings import IdentitySettings
from joserfc.jwk import OKPKey
from postgres_for_tests import PostgresServer, execute
from psycopg import sql
from totetaxi.identity.v1.identity_service_pb2_grpc import IdentityServiceStub

SECRETS = {"pricing": "pricing-secret-for-tests", "gateway": "gateway-secret-for-tests"}
ENCRYPTION_KEY = base64.b64encode(os.urandom(32)).decode()


@dataclass
class Replica:
    """One running process's worth of identity."""

    runtime: Runtime
    stub: IdentityServiceStub


@pytest.fixture(autouse=True)
def connections_cancelled_half_way_end_soon(postgres_server: PostgresServer) -> None:
    """One that waits for its password holds up DROP DATABASE; a minute is the server's default patience."""
    execute(postgres_server, sql.SQL("ALTER SYSTEM SET authentication_timeout = '1s'"))
    execute(postgres_server, sql.SQL("SELECT pg_reload_conf()"))


@pytest.fixture
def settings(make_database: Callable[[str], str]) -> IdentitySettings:
    return IdentitySettings.model_validate(
        {
            "environment": "local",
            "database_url": make_database("identity"),
            "nats_url": "nats://127.0.0.1:1",
            "service_secrets": SECRETS,
            "key_encryption_key": ENCRYPTION_KEY,
            "signing_key_notice_seconds": 0,
        }
    )


@pytest.fixture
async def database(settings: IdentitySettings) -> AsyncIterator[Database]:
    opened = open_database(settings.database_url.get_secret_value(), "test")
    yield opened
    await opened.close()


@asynccontextmanager
async def replica_of(settings: IdentitySettings) -> AsyncIterator[Replica]:
    """A replica with its loops; several may share one database."""
    address = f"127.0.0.1:{docker_engine.free_port()}"
    runtime = open_runtime("identity", settings.model_copy(update={"grpc_address": address}))
    parts = await assemble(runtime)
    server, _ = make_server(runtime, parts)
    await server.start()
    async with grpc.aio.insecure_channel(address) as channel, running(parts.loops):
        yield Replica(runtime, IdentityServiceStub(channel))
    await server.stop(0)
    await close_runtime(runtime)


@asynccontextmanager
async def running(loops: Sequence[Loop]) -> AsyncIterator[None]:
    """Runs loops, and cancels them at the end."""
    tasks = [asyncio.create_task(run_loop(loop, asyncio.Event())) for loop in loops]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@pytest.fixture
async def replica(settings: IdentitySettings) -> AsyncIterator[Replica]:
    async with replica_of(settings) as running:
        yield running


@pytest.fixture
def forged_token() -> str:
    """The gateway's principal, well made, under a key of somebody else's."""
    key = OKPKey.import_key(new_key_pair(new_id()).private_key)
    return sign(service_subject("gateway"), key, datetime.now(UTC), new_id()).token


@pytest.fixture
def second_replica(settings: IdentitySettings) -> AbstractAsyncContextManager[Replica]:
    return replica_of(settings)
