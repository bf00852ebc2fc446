"""The tables in code are those that the migrations make."""

from __future__ import annotations

from collections.abc import Callable

from chassis.migrations import check


def test_code_and_migrations_agree(make_database: Callable[[str], str]) -> None:
    check("pricing", make_database("pricing"))
