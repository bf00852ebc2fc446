"""Tells JetStream, while an event is being dealt with, that it is; else it would be delivered to somebody else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from nats.aio.msg import Msg

from chassis.broker import TROUBLE

logger = structlog.get_logger()


@asynccontextmanager
async def still_working(message: Msg, every_seconds: float) -> AsyncIterator[None]:
    """Renews the delivery of `message` every `every_seconds` until the block ends."""
    renewing = asyncio.create_task(renew(message, every_seconds))
    try:
        yield
    finally:
        renewing.cancel()


async def renew(message: Msg, every_seconds: float) -> None:
    """Renews until cancelled, or until the connection is gone: the event then comes again, and the inbox knows it."""
    while True:
        await asyncio.sleep(every_seconds)
        try:
            await message.in_progress()
        except TROUBLE as error:
            logger.warning("delivery not renewed", error=repr(error))
            return
