"""Letting staff in and locking them out: by other staff who may."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from identity.access import Access
from identity.actions.acts import record
from identity.actions.end_sessions import end_all_access
from identity.actions.reset_password import send_reset_link
from identity.actions.staff_accounts import must_not_be_last_admin, save_and_record
from identity.domain.staff import StaffAccount, own_account
from identity.store import second_factors, sign_in_failures, staff


async def deactivate_staff(access: Access, staff_id: UUID, caller_id: UUID, now: datetime) -> StaffAccount:
    """Nobody signs in to it, and nobody stays. Raises NotFound, and Conflict for one's own and the last admin's."""
    if staff_id == caller_id:
        raise own_account()
    async with access.database.transaction() as connection:
        before = await staff.lock_staff(connection, staff_id)
        if before.is_active:
            await must_not_be_last_admin(connection, before)
            after = replace(before, is_active=False, version=before.version + 1)
            await save_and_record(connection, before, after, "staff.deactivated", now)
            await second_factors.forget_challenges(connection, staff_id)
            await end_all_access(connection, "staff", staff_id, "deactivated", now)
        return await staff.find_staff(connection, staff_id)


async def reactivate_staff(access: Access, staff_id: UUID, now: datetime) -> StaffAccount:
    """Its owner may sign in again. Raises NotFound."""
    async with access.database.transaction() as connection:
        before = await staff.lock_staff(connection, staff_id)
        if not before.is_active:
            after = replace(before, is_active=True, version=before.version + 1)
            await save_and_record(connection, before, after, "staff.reactivated", now)
        return await staff.find_staff(connection, staff_id)


async def unlock_staff(access: Access, staff_id: UUID, now: datetime) -> StaffAccount:
    """Forgets wrong tries. Raises NotFound."""
    async with access.database.transaction() as connection:
        account = await staff.lock_staff(connection, staff_id)
        await sign_in_failures.forget_failures(connection, "staff", account.username)
        await record(connection, "staff.unlocked", ("staff", staff_id), now)
        return await staff.find_staff(connection, staff_id)


async def send_staff_reset(access: Access, staff_id: UUID, now: datetime) -> None:
    """Mails a link to choose a new password. Raises NotFound."""
    async with access.database.transaction() as connection:
        account = await staff.lock_staff(connection, staff_id)
        await send_reset_link(connection, access, account, now)
        await record(connection, "staff.reset_sent", ("staff", staff_id), now)


async def reset_second_factor(access: Access, staff_id: UUID, now: datetime) -> StaffAccount:
    """Takes a lost second factor away, and ends the account's sessions. Raises NotFound."""
    async with access.database.transaction() as connection:
        await staff.lock_staff(connection, staff_id)
        await second_factors.save_second_factor(connection, staff_id, None, None)
        await second_factors.replace_recovery_codes(connection, staff_id, [])
        await second_factors.forget_challenges(connection, staff_id)
        await end_all_access(connection, "staff", staff_id, "second_factor_reset", now)
        await record(connection, "staff.second_factor_reset", ("staff", staff_id), now)
        return await staff.find_staff(connection, staff_id)
