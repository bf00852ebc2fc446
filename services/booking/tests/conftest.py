"""Fixtures of booking's tests: a migrated database of its own for each test."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest
from chassis.database import Database, open_database

sys.path.insert(0, str(Path(__file__).parent / "fixtures"))
from document_storage import Storage, emptied, s3_on_this_machine


@pytest.fixture(scope="session")
def s3_url() -> Iterator[str]:
    """One S3 for each test process."""
    with s3_on_this_machine() as url:
        yield url


@pytest.fixture
def storage(s3_url: str, monkeypatch: pytest.MonkeyPatch) -> Storage:
    """Ours in it, empty."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    return emptied(s3_url)


@pytest.fixture
async def database(make_database: Callable[[str], str]) -> AsyncIterator[Database]:
    opened = open_database(make_database("booking"), "booking")
    yield opened
    await opened.close()
