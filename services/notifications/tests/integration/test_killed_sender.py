"""A sender killed with a mail half handed over: the mail still goes, once, when its lease ends."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from hearing import hear
from mail_stage import REGION, Post
from notifications.clock import Sender
from paid_event import RECIPIENT
from told import expired

Eventually = Callable[..., Awaitable[None]]


class SilentPost:
    """Takes connections and never answers."""

    def __init__(self) -> None:
        self.called = asyncio.Event()
        self.released = asyncio.Event()

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        self.called.set()
        await self.released.wait()
        writer.close()


@asynccontextmanager
async def service(database_url: str, nats_url: str, endpoint_url: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """`python -m notifications serve`, killed at the end of the block if not before."""
    settings = {
        "DATABASE_URL": database_url,
        "NATS_URL": nats_url,
        "AWS_ENDPOINT_URL": endpoint_url,
        "AWS_REGION": REGION,
        "MAIL_FROM": "ToteTaxi <concierge@totetaxi.example>",
        "PUBLIC_URL": "https://totetaxi.example",
        "BOOKING_TARGET": "127.0.0.1:1",
        "BOOKING_SECONDS": "0.4",
        "WEBHOOK_ENCRYPTION_KEY": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
        "PROVIDER_SECONDS": "1",
        "LEASE_SECONDS": "2.5",
        "POLL_SECONDS": "0.2",
    }
    environment = os.environ | {f"NOTIFICATIONS_{name}": value for name, value in settings.items()}
    started = await asyncio.create_subprocess_exec(sys.executable, "-m", "notifications", "serve", env=environment)
    try:
        yield started
    finally:
        with contextlib.suppress(ProcessLookupError):
            started.kill()
        await started.wait()


async def test_a_mail_goes_once_although_its_sender_was_killed_while_sending(
    sender: Sender, database_url: str, nats_server: Any, post: Post, eventually: Eventually
) -> None:
    silent = SilentPost()
    nats_url = nats_server.url("notifications")
    async with await asyncio.start_server(silent.take, "127.0.0.1", 0) as server:
        endpoint_url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with service(database_url, nats_url, endpoint_url) as doomed:
            await hear(sender.database, expired())
            await asyncio.wait_for(silent.called.wait(), 20)
            doomed.kill()
            await doomed.wait()
        silent.released.set()
    async with service(database_url, nats_url, post.url):
        await eventually(lambda: len(post.mails(RECIPIENT)) == 1, 20)
