"""Fixtures of booking's tests: a migrated database of its own for each test."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from chassis.database import Database, open_database

sys.path.insert(0, str(Path(__file__).parent / "fixtures"))


@pytest.fixture
async def database(make_database: Callable[[str], str]) -> AsyncIterator[Database]:
    opened = open_database(make_database("booking"), "booking")
    yield opened
    await opened.close()
