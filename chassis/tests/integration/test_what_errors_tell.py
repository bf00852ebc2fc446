"""What an error of the database tells goes into logs and is kept with what failed: nothing of anybody's row."""

from __future__ import annotations

import traceback

import pytest
import sqlalchemy as sql
from chassis.database import Database

MADE = "CREATE TABLE guest (email text PRIMARY KEY, age int CHECK (age > 17), name text NOT NULL)"
ADA = "INSERT INTO guest VALUES (:email, :age, :name)"


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"age": 16}, "guest_age_check"),
        ({"name": None}, "violates not-null constraint"),
        ({}, "guest_pkey"),
    ],
)
async def test_a_row_that_is_refused_is_in_no_error(
    database: Database, wrong: dict[str, int | None], constraint: str
) -> None:
    ada = {"email": "ada@example.com", "age": 36, "name": "Ada Byron"}
    async with database.transaction() as connection:
        await connection.execute(sql.text(MADE))
        await connection.execute(sql.text(ADA), ada)
    with pytest.raises(sql.exc.IntegrityError) as refused:
        async with database.transaction() as connection:
            await connection.execute(sql.text(ADA), ada | wrong)
    told = f"{refused.value} {refused.value.orig} {''.join(traceback.format_exception(refused.value))}"
    assert constraint in told
    assert "ada@" not in told
    assert "Byron" not in told
