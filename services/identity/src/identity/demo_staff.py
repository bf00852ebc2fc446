"""The staff that a local stack begins with."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from chassis.database import Database

from identity.domain.staff import StaffAccount
from identity.hashing import hash_of
from identity.store import credentials, staff

DEMO_STAFF = {
    "staff1": ("staff", "Sam", "Staff", "Operations"),
    "admin1": ("admin", "Alex", "Admin", "Management"),
}


async def ensure_demo_staff(database: Database, ids: dict[str, UUID], password: str, now: datetime) -> None:
    """Makes staff1 and admin1 with `password`, or gives them that password; for local stacks alone."""
    async with database.transaction() as connection:
        for username, (role, first_name, last_name, department) in DEMO_STAFF.items():
            password_hash = hash_of(password)
            account = StaffAccount(
                id=ids[username],
                username=username,
                role=role,
                created_at=now,
                email=f"{username}@totetaxi.example",
                first_name=first_name,
                last_name=last_name,
                department=department,
            )
            if not await staff.add_staff(connection, account, password_hash):
                known = await credentials.find_credential(connection, "staff", username)
                if known:
                    await credentials.save_password(connection, "staff", known.account_id, password_hash)
