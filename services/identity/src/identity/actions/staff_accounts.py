"""Staff accounts: reading, making and changing them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.database import Database
from chassis.refusal import Conflict
from sqlalchemy.ext.asyncio import AsyncConnection

from identity.access import Access
from identity.actions.acts import difference, record
from identity.actions.end_sessions import end_all_access
from identity.actions.reset_password import send_reset_link
from identity.domain.plain_text import search_words
from identity.domain.staff import StaffAccount, changed, last_admin, new_staff
from identity.store import second_factors, staff
from identity.store.staff import Role

SHORTEST_SEARCH = 2
AUDITED = ("email", "first_name", "last_name", "role", "department", "hire_date", "phone", "is_active")


@dataclass(frozen=True, slots=True)
class StaffSearch:
    """What to look for, and where the page begins."""

    text: str
    role: str
    is_active: bool | None
    after: str
    limit: int


async def own_account(database: Database, staff_id: UUID) -> tuple[StaffAccount, int]:
    """The caller's account, and how many recovery codes are left."""
    async with database.reading() as connection:
        account = await staff.find_staff(connection, staff_id)
        return account, await second_factors.count_recovery_codes(connection, staff_id)


async def search_staff(database: Database, search: StaffSearch, now: datetime) -> Sequence[StaffAccount]:
    """A page of accounts by username and one more if more follow, and who looked at which. Raises Invalid."""
    words = search_words(search.text, SHORTEST_SEARCH)
    async with database.transaction() as connection:
        if search.role:
            await staff.must_be_a_role(connection, search.role)
        more = search.limit + 1
        found = await staff.list_staff(connection, words, search.role, search.is_active, search.after, more)
        seen = {"staff": [str(account.id) for account in found[: search.limit]]}
        await record(connection, "staff.listed", ("staff", None), now, after=seen)
        return found


async def read_staff(database: Database, staff_id: UUID, now: datetime) -> StaffAccount:
    """One account. Raises NotFound."""
    async with database.transaction() as connection:
        account = await staff.find_staff(connection, staff_id)
        await record(connection, "staff.viewed", ("staff", staff_id), now)
        return account


async def create_staff(
    access: Access, staff_id: UUID, username: str, role: str, members: Mapping[str, Any], now: datetime
) -> StaffAccount:
    """Makes an account without a password; the invitation lets its owner choose one. Raises Invalid and Conflict."""
    account = new_staff(staff_id, username, role, members, now)
    async with access.database.transaction() as connection:
        await staff.must_be_a_role(connection, role)
        if not await staff.add_staff(connection, account, password_hash=None):
            raise Conflict("username_taken", "There is a staff account with this username already.", "username")
        await send_reset_link(connection, access, account, now, is_invitation=True)
        await record(connection, "staff.created", ("staff", staff_id), now, after=audited(account))
        return await staff.find_staff(connection, staff_id)


async def update_staff(
    database: Database, staff_id: UUID, changes: Mapping[str, Any], expected_version: int, now: datetime
) -> StaffAccount:
    """Changes an account; another role ends its sessions. Raises NotFound, Invalid and Conflict."""
    async with database.transaction() as connection:
        before = await staff.lock_staff(connection, staff_id)
        after = changed(before, changes, expected_version)
        if after == before:
            return before
        if after.role != before.role:
            await take_role(connection, before, after, now)
        await save_and_record(connection, before, after, "staff.changed", now)
        return await staff.find_staff(connection, staff_id)


async def take_role(connection: AsyncConnection, before: StaffAccount, after: StaffAccount, now: datetime) -> None:
    """Another role: whoever is signed in with the old one must sign in again. Raises Invalid and Conflict."""
    await staff.must_be_a_role(connection, after.role)
    await must_not_be_last_admin(connection, before)
    await end_all_access(connection, "staff", after.id, "role_changed", now)


async def must_not_be_last_admin(connection: AsyncConnection, account: StaffAccount) -> None:
    """Raises Conflict when nobody else could make staff accounts."""
    is_admin = account.role == "admin" and account.is_active
    if is_admin and not await staff.count_other_admins(connection, account.id):
        raise last_admin()


async def save_and_record(
    connection: AsyncConnection, before: StaffAccount, after: StaffAccount, action: str, now: datetime
) -> None:
    """Stores a locked account, and what changed for the audit log."""
    await staff.save_staff(connection, after)
    was, now_is = difference(audited(before), audited(after))
    await record(connection, action, ("staff", after.id), now, was, now_is)


def audited(account: StaffAccount) -> dict[str, Any]:
    """What the audit log shows of an account."""
    return {name: getattr(account, name) for name in AUDITED}


async def list_roles(database: Database) -> tuple[Sequence[Role], Sequence[tuple[str, str]]]:
    """The roles there are, and every permission with its description."""
    async with database.reading() as connection:
        return await staff.list_roles(connection), await staff.list_permissions(connection)
