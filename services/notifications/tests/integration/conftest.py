"""Notifications on a real Postgres, with mail going over HTTP to what answers like SES."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import timedelta
from typing import Any

import boto3
import httpx2
import pytest
from chassis.broker import Broker
from chassis.clock import Clock
from chassis.database import Database, open_database
from mail_stage import REGION, Post
from notifications.channels.ses import open_ses
from notifications.clock import Sender
from notifications.rendering import House
from paper_counter import PaperCounter, papers_from

SENDER = "ToteTaxi <concierge@totetaxi.example>"


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Iterator[Post]:
    """An empty SES that knows our sender."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    opened = Post()
    httpx2.post(f"{opened.url}/moto-api/reset").raise_for_status()
    client = boto3.client("sesv2", region_name=REGION, endpoint_url=opened.url)
    client.create_email_identity(EmailIdentity="totetaxi.example")
    yield opened
    opened.close()


@pytest.fixture
def database_url(make_database: Callable[[str], str]) -> str:
    """A database with our tables, for our own role."""
    return make_database("notifications")


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = open_database(database_url, "notifications")
    yield opened
    await opened.close()


@pytest.fixture
async def brokers(nats_server: Any) -> AsyncIterator[Callable[[str], Broker]]:
    """Connections to NATS with a service's own rights."""
    made: list[Broker] = []

    def make(service: str) -> Broker:
        made.append(Broker(nats_server.url(service), service, check_seconds=0.5))
        return made[-1]

    yield make
    await asyncio.gather(*(broker.close() for broker in made))


@pytest.fixture
async def counter() -> AsyncIterator[PaperCounter]:
    """Where booking hands out its papers."""
    opened = PaperCounter()
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
async def sender(database: Database, post: Post, counter: PaperCounter) -> AsyncIterator[Sender]:
    """One replica's sender, with a short lease."""
    fetch_papers, channel = papers_from(counter)
    yield Sender(
        fetch_papers=fetch_papers,
        database=database,
        clock=Clock(),
        send_mail=open_ses(post.url, REGION, 1.0),
        send_text=None,
        mail_from=SENDER,
        house=House("https://totetaxi.example", "concierge@totetaxi.example", ""),
        lease=timedelta(seconds=2.5),
    )
    await channel.close()
