"""Fixtures of booking's tests: a migrated database of its own for each test."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest
from chassis.database import Database, open_database

sys.path.insert(0, str(Path(__file__).parent / "fixtures"))
from document_storage import Storage, storage_on_this_machine


@pytest.fixture
def storage(monkeypatch: pytest.MonkeyPatch) -> Iterator[Storage]:
    """An S3 of the test's own, empty."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    with storage_on_this_machine() as opened:
        yield opened


@pytest.fixture
async def database(make_database: Callable[[str], str]) -> AsyncIterator[Database]:
    opened = open_database(make_database("booking"), "booking")
    yield opened
    await opened.close()
