"""What the database itself guarantees, whoever writes to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from booking_stage import booked
from chassis.database import Database
from chassis.migrations import check
from sqlalchemy.exc import IntegrityError


def test_the_tables_in_code_are_those_of_the_migrations(make_database: Callable[[str], str]) -> None:
    check("booking", make_database("booking"))


@pytest.mark.parametrize(
    "change",
    [
        "total_cents = total_cents - 1",
        "price = jsonb_set(price, '{lines,0,amount_cents}', '\"1\"')",
        "price = jsonb_set(price, '{catalog_version}', '\"2\"')",
        "request = '{}'",
        "quote_id = 'another'",
    ],
)
async def test_the_price_of_a_booking_never_changes(database: Database, change: str) -> None:
    await booked(database)
    with pytest.raises(IntegrityError, match="never changes"):
        async with database.transaction() as connection:
            await connection.exec_driver_sql(f"UPDATE booking SET {change}")  # noqa: S608 - the test's own


async def test_no_statement_can_overbook(database: Database) -> None:
    await booked(database)
    with pytest.raises(IntegrityError, match="capacity_is_never_overbooked"):
        async with database.transaction() as connection:
            await connection.exec_driver_sql("UPDATE capacity SET used = maximum + 1")
