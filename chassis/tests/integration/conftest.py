"""One fresh database and as many connections to NATS as a test likes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from chassis.broker import Broker
from chassis.database import Database
from messaging_stage import prepare


@pytest.fixture
async def database(empty_database: Callable[[], str]) -> AsyncIterator[Database]:
    opened = await prepare(empty_database())
    yield opened
    await opened.close()


@pytest.fixture
async def make_broker(nats_server: Any) -> AsyncIterator[Callable[..., Broker]]:
    brokers: list[Broker] = []

    def make(service: str, url: str = "") -> Broker:
        brokers.append(Broker(url or nats_server.url(service), service, check_seconds=0.5))
        return brokers[-1]

    yield make
    await asyncio.gather(*(broker.close() for broker in brokers))


@pytest.fixture
def booking(make_broker: Callable[[str], Broker]) -> Broker:
    """Booking's connection."""
    return make_broker("booking")


@pytest.fixture
def notifications(make_broker: Callable[[str], Broker]) -> Broker:
    """Notifications' connection."""
    return make_broker("notifications")
