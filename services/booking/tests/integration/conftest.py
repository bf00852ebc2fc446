"""Fixtures: identity, pricing and booking as processes, once for all tests that need them; callers for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from booking_world import World, world_of
from groups import is_last_of_its_group
from service_processes import Served, ServedWhileNeeded, served


@pytest.fixture(scope="session")
def services_of_all(postgres_server: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedWhileNeeded]:
    """The three services, which run while they are needed."""
    made = ServedWhileNeeded(lambda: served(postgres_server, tmp_path_factory.mktemp("served")))
    yield made
    made.stop()


@pytest.fixture
def services(services_of_all: ServedWhileNeeded) -> Served:
    """The three services, running."""
    return services_of_all.running()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Function, nextitem: pytest.Item | None) -> Iterator[None]:
    """Stops them after those who need them: also at rest they take a tenth of a core from all that follow."""
    needed = item.funcargs.get("services_of_all")
    yield
    if needed and is_last_of_its_group(item, nextitem):
        needed.stop()


@pytest.fixture
async def world(services: Served) -> AsyncIterator[World]:
    """Callers of them."""
    async with world_of(services) as callers:
        yield callers
