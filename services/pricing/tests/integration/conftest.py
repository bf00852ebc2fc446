"""Fixtures: a seeded database, and a replica that serves it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

import pytest
from chassis.database import open_database
from first_catalog import CONTENT
from pricing_server import Replica, serving
from versions import publish


@pytest.fixture
async def url(make_database: Callable[[str], str]) -> str:
    """The URL of a database with catalogue version 1."""
    address = make_database("pricing")
    database = open_database(address, "pricing")
    await publish(database, 1, CONTENT)
    await database.close()
    return address


@pytest.fixture
async def replica(url: str) -> AsyncIterator[Replica]:
    """One replica."""
    async with serving(url) as running:
        yield running
