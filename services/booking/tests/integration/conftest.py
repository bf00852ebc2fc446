"""Fixtures: identity, pricing and booking as processes, once for each test process; callers for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from booking_world import World, world_of
from service_processes import Served, served


@pytest.fixture(scope="session")
def services(postgres_server: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The three services, running."""
    with served(postgres_server, tmp_path_factory.mktemp("served")) as running:
        yield running


@pytest.fixture
async def world(services: Served) -> AsyncIterator[World]:
    """Callers of them."""
    async with world_of(services) as callers:
        yield callers
