"""Fixtures for tests of the system as a whole: one stack for all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
from guest import Guest
from whole_stack import WholeStack


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WholeStack]:
    """The whole system, running."""
    started = WholeStack(tmp_path_factory.mktemp("stack"))
    started.start()
    yield started
    started.stop()


@pytest.fixture
async def guest(stack: WholeStack) -> AsyncIterator[Guest]:
    """Somebody without an account."""
    arriving = Guest(stack)
    yield arriving
    await arriving.browser.aclose()
