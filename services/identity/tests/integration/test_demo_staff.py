"""A local stack begins with two staff accounts; nothing else ever does."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
import sqlalchemy as sql
from argon2 import PasswordHasher
from chassis.database import Database, open_database
from identity.__main__ import seed
from identity.settings import IdentitySettings

KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="


@pytest.fixture
async def empty(make_database: Callable[[str], str]) -> AsyncIterator[Database]:
    database = open_database(make_database("identity"), "test")
    yield database
    await database.close()


def settings(environment: str, password: str = "Passw0rd!x") -> IdentitySettings:
    given: dict[str, Any] = {"TOTETAXI_ENVIRONMENT": environment, "TOTETAXI_DEMO_PASSWORD": password}
    return IdentitySettings(database_url="x", nats_url="x", service_secrets={}, key_encryption_key=KEY, **given)  # type: ignore[arg-type]


async def accounts(database: Database) -> list[Any]:
    async with database.reading() as connection:
        question = sql.text("SELECT username, role, password_hash FROM staff_account ORDER BY username")
        return list((await connection.execute(question)).all())


async def test_a_local_stack_has_staff_and_an_admin(empty: Database) -> None:
    await seed(empty, settings("local"))
    await seed(empty, settings("local", "another-one"))
    admin, staff = await accounts(empty)
    assert (admin.username, admin.role, staff.username, staff.role) == ("admin1", "admin", "staff1", "staff")
    assert admin.password_hash.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert PasswordHasher().verify(staff.password_hash, "another-one")


async def test_nothing_but_a_local_stack_has_demo_accounts(empty: Database) -> None:
    await seed(empty, settings("production"))
    assert await accounts(empty) == []
