"""Signing staff in: the password, and then a code where the account has a second factor or must set one up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from identity.access import Access, Visit
from identity.actions.acts import record_of_staff
from identity.actions.open_session import OpenedSession, open_session
from identity.actions.prove_password import admit, prove
from identity.domain.access_terms import AccessTerms
from identity.domain.opaque_tokens import digest_of, new_token
from identity.domain.second_factor import new_totp_secret, sealed_totp
from identity.domain.sign_in import refused
from identity.domain.staff import StaffAccount, username_key
from identity.store import second_factors, sign_in_failures, staff
from identity.store.second_factors import Challenge


@dataclass(frozen=True, slots=True)
class SignedIn:
    """All the way."""

    opened: OpenedSession
    account: StaffAccount


@dataclass(frozen=True, slots=True)
class Waiting:
    """The password was right; a code must follow."""

    account: StaffAccount
    token: str
    expires_at: datetime
    totp_secret: str | None
    """To be shown, when the account must set up its authenticator first."""


async def sign_in_staff(
    access: Access, username: str, password: str, visit: Visit, now: datetime
) -> SignedIn | Waiting:
    """Opens a session or waits for a code. Raises UnknownCaller, the same after the same work, whatever is wrong."""
    proof = await prove(access, "staff", username_key(username), password)
    async with access.database.transaction() as connection:
        staff_id = await admit(connection, proof, access.terms.staff_lock, now, forgets=False)
        if staff_id is not None:
            account = await staff.find_staff(connection, staff_id)
            if needs_code(account, access.terms):
                return await wait_for_code(connection, access, account, now)
            return await let_in(connection, access, account, visit, now)
    raise refused("staff")


def needs_code(account: StaffAccount, terms: AccessTerms) -> bool:
    """Whether the account has a second factor, or a role that must have one."""
    return account.has_second_factor or (account.requires_second_factor and terms.is_second_factor_enforced)


async def wait_for_code(connection: AsyncConnection, access: Access, account: StaffAccount, now: datetime) -> Waiting:
    """Remembers that the password was right; wrong tries stay counted, or codes could be guessed for ever."""
    token, expires_at = new_token(), now + access.terms.challenge
    secret = None if account.has_second_factor else new_totp_secret()
    sealed = sealed_totp(access.encryption_key, account.id, secret) if secret else None
    await second_factors.add_challenge(connection, Challenge(digest_of(token), account.id, sealed, expires_at))
    return Waiting(account, token, expires_at, secret)


async def let_in(
    connection: AsyncConnection, access: Access, account: StaffAccount, visit: Visit, now: datetime
) -> SignedIn:
    """Opens the session of a locked account, forgets wrong tries, and notes it for the audit log."""
    await sign_in_failures.forget_failures(connection, "staff", account.username)
    await staff.save_signed_in(connection, account.id, now)
    await record_of_staff(connection, account, "staff.signed_in", now)
    return SignedIn(await open_session(connection, account, visit, access.terms, now), account)
