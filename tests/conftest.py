"""Fixtures for tests of the system as a whole: one stack for all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
from groups import is_last_of_its_group
from guest import Guest
from whole_stack import WholeStack


@pytest.fixture(scope="session")
def stack_of_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WholeStack]:
    """The whole system, which runs while it is needed."""
    made = WholeStack(tmp_path_factory.mktemp("stack"))
    yield made
    made.stop()


@pytest.fixture
def stack(stack_of_all: WholeStack) -> WholeStack:
    """The whole system, running."""
    if not stack_of_all.is_started:
        stack_of_all.start()
    return stack_of_all


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Function, nextitem: pytest.Item | None) -> Iterator[None]:
    """Stops the system after those who need it: also at rest it takes a seventh of a core from all that follow."""
    stack = item.funcargs.get("stack")
    yield
    if stack and is_last_of_its_group(item, nextitem):
        stack.stop()


@pytest.fixture
async def guest(stack: WholeStack) -> AsyncIterator[Guest]:
    """Somebody without an account."""
    arriving = Guest(stack)
    yield arriving
    await arriving.browser.aclose()
