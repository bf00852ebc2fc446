"""Staff's own second factor: setting it up, replacing its recovery codes, taking it away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from chassis.refusal import Conflict, Invalid

from identity.access import Access
from identity.actions.acts import record
from identity.actions.check_code import accepts_any_code, accepts_totp, enrol, give_recovery_codes
from identity.actions.prove_password import count_failure
from identity.domain.second_factor import new_totp_secret, sealed_totp
from identity.domain.staff import StaffAccount
from identity.store import second_factors, sign_in_failures, staff


async def propose_totp(access: Access, staff_id: UUID) -> tuple[StaffAccount, str]:
    """A secret to show; nothing changes until its first code. Raises Conflict when there is a second factor."""
    secret = new_totp_secret()
    async with access.database.transaction() as connection:
        account = await staff.lock_staff(connection, staff_id)
        if account.has_second_factor:
            raise second_factor_exists()
        sealed = sealed_totp(access.encryption_key, staff_id, secret)
        await second_factors.save_proposal(connection, staff_id, sealed)
        return account, secret


async def confirm_totp(access: Access, staff_id: UUID, code: str, now: datetime) -> Sequence[str]:
    """Takes the proposed secret into use; the recovery codes. Raises Invalid for a wrong code, and Conflict."""
    async with access.database.transaction() as connection:
        account = await staff.lock_staff(connection, staff_id)
        if account.has_second_factor:
            raise second_factor_exists()
        factor = await second_factors.find_second_factor(connection, staff_id)
        if factor.proposal is None:
            raise Conflict("not_enrolling", "Please begin setting up your authenticator first.")
        codes = await enrol(connection, access.encryption_key, staff_id, factor.proposal, code, now)
        if codes is None:
            raise code_wrong()
        await record(connection, "staff.second_factor_set_up", ("staff", staff_id), now)
        return codes


async def replace_recovery_codes(access: Access, staff_id: UUID, code: str, now: datetime) -> Sequence[str]:
    """New ones, for a code of the authenticator. Raises Invalid for a wrong one, which counts as a wrong try."""
    async with access.database.transaction() as connection:
        account = await staff.lock_staff(connection, staff_id)
        failures = await sign_in_failures.lock_failures(connection, "staff", account.username)
        is_right = await accepts_totp(connection, access.encryption_key, staff_id, code, now)
        if is_right and not failures.are_locked(now):
            await record(connection, "staff.recovery_codes_replaced", ("staff", staff_id), now)
            return await give_recovery_codes(connection, staff_id)
        await count_failure(connection, "staff", account.username, staff_id, access.terms.staff_lock, now)
    raise code_wrong()


async def remove_totp(access: Access, staff_id: UUID, code: str, now: datetime) -> None:
    """Takes the second factor away. Raises Invalid for a wrong code, and Conflict where the role must have one."""
    async with access.database.transaction() as connection:
        account = await staff.lock_staff(connection, staff_id)
        if account.requires_second_factor and access.terms.is_second_factor_enforced:
            raise Conflict("second_factor_required", "Your role must have a second factor.")
        failures = await sign_in_failures.lock_failures(connection, "staff", account.username)
        is_right = await accepts_any_code(connection, access.encryption_key, staff_id, code, now)
        if is_right and not failures.are_locked(now):
            await second_factors.save_second_factor(connection, staff_id, None, None)
            await second_factors.replace_recovery_codes(connection, staff_id, [])
            await record(connection, "staff.second_factor_removed", ("staff", staff_id), now)
            return
        await count_failure(connection, "staff", account.username, staff_id, access.terms.staff_lock, now)
    raise code_wrong()


def second_factor_exists() -> Conflict:
    """One is enough."""
    return Conflict("second_factor_exists", "You have a second factor already; please remove it first.")


def code_wrong() -> Invalid:
    """Wrong, or used before."""
    return Invalid("code_wrong", "The code is not right; please wait for the next one and try again.", "code")
