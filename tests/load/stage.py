"""The stage of every benchmark: the whole system as `make up` runs it, and callers with genuine principals."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import grpc
import psutil
from chassis.clock import Clock
from chassis.principal import PrincipalVerifier
from chassis.remote import Caller, open_channel
from local_stack.ports import free_port
from local_stack.postgres import die_with_parent
from local_stack.probes import accepts
from whole_stack import WholeStack

READY_SECONDS = 30
MEGABYTE = 1_000_000


class Stage:
    """The running system, and processes of benchmarks beside it."""

    def __init__(self, stack: WholeStack, folder: Path, closing: AsyncExitStack) -> None:
        self.stack = stack
        self.folder = folder
        self._closing = closing
        self._caller: Caller | None = None

    async def metadata(self) -> list[tuple[str, str]]:
        """What the gateway sends with every call: its principal, a request id, a trace."""
        return [
            ("authorization", f"Bearer {await self._principal()}"),
            ("x-request-id", "0b0b8e3ea7f74d0c8f5cf20f7ac9b4c5"),
            ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
        ]

    async def _principal(self) -> str:
        if self._caller is None:
            channel = self.channel(self.stack.ports["identity"])
            clock = Clock()
            secret = self.stack.secrets["gateway_service"]
            self._caller = Caller("gateway", secret, channel, PrincipalVerifier(clock), clock)
        return await self._caller.token()

    def channel(self, port: int) -> grpc.aio.Channel:
        """A channel of a caller's own."""
        channel = open_channel(f"127.0.0.1:{port}")
        self._closing.push_async_callback(channel.close)
        return channel

    async def run(self, arguments: Sequence[str], port: int, environment: Mapping[str, str] | None = None) -> int:
        """Runs `python …` until the stage is cleared; returns its process id once it listens on `port`."""
        log = (self.folder / f"{port}.log").open("wb")
        process = subprocess.Popen(  # noqa: ASYNC220 - nothing is measured yet
            [sys.executable, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            env={**os.environ, **(environment or {})},
            preexec_fn=die_with_parent,
        )
        self._closing.callback(log.close)
        self._closing.callback(process.wait)
        self._closing.callback(process.terminate)
        async with asyncio.timeout(READY_SECONDS):
            while not accepts(port):
                await asyncio.sleep(0.05)
        return process.pid

    def new_port(self) -> int:
        """A port that is free."""
        return free_port()

    def megabytes(self, part: str) -> float:
        """What a part of the system holds in memory now."""
        resident = psutil.Process(self.stack.parts()[part]["pid"]).memory_info().rss
        return float(resident) / MEGABYTE


@asynccontextmanager
async def staged(folder: Path) -> AsyncIterator[Stage]:
    """The system, up and running until the end of the block."""
    stack = WholeStack(folder)
    stack.start()
    try:
        async with AsyncExitStack() as closing:
            yield Stage(stack, folder, closing)
    finally:
        stack.stop()


def asking(method: Any, metadata: Any) -> Any:
    """`method` of a stub, always called with the same metadata."""

    async def ask(request: Any) -> Any:
        return await method(request, metadata=metadata, timeout=10)

    return ask
