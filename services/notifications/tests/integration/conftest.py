"""Notifications on a real Postgres, with mail going over HTTP to what answers like SES."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from chassis.broker import Broker
from chassis.clock import Clock
from chassis.database import Database, open_database
from mail_stage import Post
from notifications.clock import Sender
from notifications.rendering import House
from paper_counter import PaperCounter, papers_from

SENDER = "ToteTaxi <concierge@totetaxi.example>"


@pytest.fixture(scope="session")
def post_of_all() -> Iterator[Post]:
    """One SES for each test process."""
    with pytest.MonkeyPatch.context() as environment:
        believe_everybody(environment)
        opened = Post()
    yield opened
    opened.close()


@pytest.fixture
def post(post_of_all: Post, monkeypatch: pytest.MonkeyPatch) -> Post:
    """An empty SES that knows our sender."""
    believe_everybody(monkeypatch)
    post_of_all.begin_afresh()
    return post_of_all


def believe_everybody(environment: pytest.MonkeyPatch) -> None:
    """Credentials, which nobody looks at."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        environment.setenv(name, "testing")


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
        send_mail=post.send_mail,
        send_text=None,
        mail_from=SENDER,
        house=House("https://totetaxi.example", "concierge@totetaxi.example", ""),
        lease=timedelta(seconds=2.5),
    )
    await channel.close()
