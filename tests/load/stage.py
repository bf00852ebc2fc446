"""The stage of every benchmark: the whole system as `make up` runs it, and callers with genuine principals."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import grpc
import psutil
from chassis.clock import Clock
from chassis.principal import PrincipalVerifier
from chassis.remote import Caller, open_channel
from local_stack import environment, postgres
from local_stack.bound_to_parent import bound_to_parent
from local_stack.ports import free_port
from local_stack.probes import accepts
from whole_stack import WholeStack

READY_SECONDS = 30
DEADLINE_SECONDS = 30
MEGABYTE = 1_000_000
CARRIED = (
    ("x-request-id", "0b0b8e3ea7f74d0c8f5cf20f7ac9b4c5"),
    ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
)
"""What the gateway sends with a call beside its principal."""


class Stage:
    """The running system, and processes of benchmarks beside it."""

    def __init__(self, stack: WholeStack, folder: Path, closing: AsyncExitStack) -> None:
        self.stack = stack
        self.folder = folder
        self._closing = closing
        clock = Clock()
        identity, secret = self.channel(stack.ports["identity"]), stack.secrets["gateway_service"]
        self.caller = Caller("gateway", secret, identity, PrincipalVerifier(clock), clock)

    async def keep_principal_fresh(self) -> None:
        """Renews the callers' principal before it expires, until the stage is cleared."""
        stopping, ready = asyncio.Event(), asyncio.Event()
        renewing = asyncio.create_task(self.caller.keep_fresh(stopping, ready))
        self._closing.callback(renewing.cancel)
        await ready.wait()

    def channel(self, port: int) -> grpc.aio.Channel:
        """A channel of a caller's own."""
        channel = open_channel(f"127.0.0.1:{port}")
        self._closing.push_async_callback(channel.close)
        return channel

    def asking(self, method: Any) -> Callable[[Any], Awaitable[Any]]:
        """`method` of a plain stub, called with what the gateway sends."""

        async def ask(request: Any) -> Any:
            authorization = ("authorization", f"Bearer {await self.caller.token()}")
            return await method(request, metadata=(authorization, *CARRIED), timeout=DEADLINE_SECONDS)

        return ask

    async def run(self, arguments: Sequence[str], port: int, settings: Mapping[str, str] | None = None) -> int:
        """Runs `python …` until the stage is cleared; returns its process id once it listens on `port`."""
        log = (self.folder / f"{port}.log").open("wb")
        process = subprocess.Popen(  # noqa: ASYNC220 - nothing is measured yet
            bound_to_parent([sys.executable, *arguments]),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            env={**os.environ, **(settings or {})},
            start_new_session=True,  # as the parts of the system are, so that the machine shares itself out alike
        )
        self._closing.callback(log.close)
        self._closing.callback(process.wait)
        self._closing.callback(process.terminate)
        async with asyncio.timeout(READY_SECONDS):
            while not await asyncio.to_thread(accepts, port):  # noqa: ASYNC110 - another process tells nothing
                await asyncio.sleep(0.05)
        return process.pid

    def write(self, name: str, content: bytes) -> None:
        """A file in the stage's folder, for processes that are yet to run."""
        (self.folder / name).write_bytes(content)

    def new_port(self) -> int:
        """A port that is free."""
        return free_port()

    def new_database(self, name: str) -> str:
        """The URL of an empty database and its owner."""
        port, password = self.stack.ports["postgres"], self.stack.secrets["pricing_database"]
        superuser = postgres.url(port, postgres.SUPERUSER, self.stack.secrets["postgres"], "postgres")
        postgres.create_role_and_database(superuser, name, password)
        return postgres.url(port, name, password, name)

    def settings_of(self, service: str) -> dict[str, str]:
        """A service's settings in this system."""
        own = environment.own_settings(self.stack.secrets, self.stack.ports, self.stack.gateway_port, 0)[service]
        return environment.service_environment(service, self.stack.secrets, self.stack.ports) | own

    def megabytes(self, part: str) -> tuple[float, float]:
        """What a part of the system holds in memory now: its own and its share of what processes share; all it sees."""
        found = psutil.Process(self.stack.parts()[part]["pid"]).memory_full_info()
        return float(found.pss) / MEGABYTE, float(found.rss) / MEGABYTE


@asynccontextmanager
async def staged(folder: Path) -> AsyncIterator[Stage]:
    """The system, up and running until the end of the block."""
    stack = WholeStack(folder)
    stack.start()
    try:
        async with AsyncExitStack() as closing:
            stage = Stage(stack, folder, closing)
            await stage.keep_principal_fresh()
            yield stage
    finally:
        stack.stop()
