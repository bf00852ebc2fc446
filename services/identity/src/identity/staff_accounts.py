"""Staff accounts: who works here, in which role; and the two that a local stack begins with."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sql
from argon2 import PasswordHasher
from chassis.database import Database
from sqlalchemy.dialects.postgresql import insert

from identity.store import metadata

DEMO_STAFF = {"staff1": "staff", "admin1": "admin"}

PASSWORDS = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""argon2id at OWASP's parameters (Password Storage Cheat Sheet)."""

staff_account = sql.Table(
    "staff_account",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("username", sql.Text, nullable=False, unique=True),
    sql.Column("role", sql.Text, nullable=False),
    sql.Column("password_hash", sql.Text, nullable=False),
    sql.Column("is_active", sql.Boolean, nullable=False, server_default=sql.true()),
    sql.Column("created_at", sql.DateTime(timezone=True), nullable=False),
    sql.CheckConstraint("role IN ('staff', 'supervisor', 'admin')", name="staff_account_role"),
    sql.CheckConstraint("username = lower(username)", name="staff_account_username_is_lower_case"),
)


async def ensure_demo_staff(database: Database, ids: dict[str, UUID], password: str, now: datetime) -> None:
    """Makes staff1 and admin1 with `password`, or gives them that password; for local stacks alone."""
    async with database.transaction() as connection:
        for username, role in DEMO_STAFF.items():
            account = insert(staff_account).values(
                id=ids[username],
                username=username,
                role=role,
                password_hash=PASSWORDS.hash(password),
                created_at=now,
            )
            newer = {"password_hash": account.excluded.password_hash}
            await connection.execute(account.on_conflict_do_update(index_elements=["username"], set_=newer))
