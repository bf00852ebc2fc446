"""The second step of staff: a code, which may be the first of an authenticator that was just set up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from identity.access import Access, Visit
from identity.actions.check_code import accepts_any_code, enrol
from identity.actions.prove_password import count_failure
from identity.actions.sign_in_staff import SignedIn, let_in
from identity.domain.opaque_tokens import digest_of
from identity.domain.sign_in import challenge_over, code_refused
from identity.domain.staff import StaffAccount
from identity.store import second_factors, sign_in_failures, staff
from identity.store.second_factors import Challenge


@dataclass(frozen=True, slots=True)
class Completed:
    """All the way, by a code."""

    signed_in: SignedIn
    recovery_codes: Sequence[str]
    """New ones, when the authenticator has just been set up."""
    codes_left: int


async def complete_staff_sign_in(
    access: Access, challenge_token: str, code: str, visit: Visit, now: datetime
) -> Completed:
    """Opens the session. Raises UnknownCaller when it took too long, and for a wrong code, which counts as a try."""
    async with access.database.transaction() as connection:
        challenge = await second_factors.lock_challenge(connection, digest_of(challenge_token), now)
        if challenge is None:
            raise challenge_over()
        account = await staff.lock_staff(connection, challenge.staff_id)
        if not account.is_active:
            raise challenge_over()
        failures = await sign_in_failures.lock_failures(connection, "staff", account.username)
        codes = None if failures.are_locked(now) else await accepted(connection, access, challenge, code, now)
        if codes is not None:
            await second_factors.forget_challenges(connection, account.id)
            return await completed(connection, access, account, codes, visit, now)
        await count_failure(connection, "staff", account.username, account.id, access.terms.staff_lock, now)
    raise code_refused()


async def accepted(
    connection: AsyncConnection, access: Access, challenge: Challenge, code: str, now: datetime
) -> list[str] | None:
    """None for a wrong code; for a right one the new recovery codes: none, unless it was the very first."""
    key, staff_id = access.encryption_key, challenge.staff_id
    if challenge.sealed_totp_secret is not None:
        return await enrol(connection, key, staff_id, challenge.sealed_totp_secret, code, now)
    return [] if await accepts_any_code(connection, key, staff_id, code, now) else None


async def completed(
    connection: AsyncConnection,
    access: Access,
    account: StaffAccount,
    codes: Sequence[str],
    visit: Visit,
    now: datetime,
) -> Completed:
    """The session, and what is left of the recovery codes."""
    left = await second_factors.count_recovery_codes(connection, account.id)
    return Completed(await let_in(connection, access, account, visit, now), codes, left)
