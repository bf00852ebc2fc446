"""Proving a password: the same work and the same answer whatever is wrong, and wrong tries that add up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from identity.access import Access
from identity.actions.acts import record_failure
from identity.announcements import say_staff_locked
from identity.domain.access_terms import AccountKind, LockTerms
from identity.hashing import Verdict
from identity.store import credentials, sign_in_failures, staff
from identity.store.admission import lock_admission
from identity.store.credentials import Credential

NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of comparing a password, before anybody is let in."""

    kind: AccountKind
    name: str
    """An email key or a username."""
    credential: Credential | None
    verdict: Verdict
    new_hash: str | None
    """At today's parameters, when the kept one is not."""


async def prove(access: Access, kind: AccountKind, name: str, password: str) -> Proof:
    """Compares, outside any transaction; under an unknown name with nobody's. Raises Unavailable when too busy."""
    async with access.database.reading() as connection:
        credential = await credentials.find_credential(connection, kind, name)
    return await compare(access, kind, name, credential, password)


async def compare(access: Access, kind: AccountKind, name: str, credential: Credential | None, password: str) -> Proof:
    """Compares with a credential at hand."""
    verdict = await access.hashing.verify(credential.password_hash if credential else None, password)
    new_hash = await access.hashing.hash(password) if verdict.is_outdated else None
    return Proof(kind, name, credential, verdict, new_hash)


async def admit(
    connection: AsyncConnection, proof: Proof, terms: LockTerms, now: datetime, *, forgets: bool = True
) -> UUID | None:
    """The account that may come in, locked; None counts a wrong try, so the transaction must commit then too.

    A lock that came while the password was compared still holds, and so does a password changed meanwhile. Unless it
    `forgets`, earlier wrong tries stay counted: a second step may have to follow.
    """
    account_id = proof.credential.account_id if proof.credential else NOBODY
    failures, current = await lock_admission(connection, proof.kind, proof.name, account_id)
    if failures.are_locked(now) or not is_right(proof, current):
        await count_failure(connection, proof.kind, proof.name, account_id, terms, now)
        return None
    if forgets and failures.count:
        await sign_in_failures.forget_failures(connection, proof.kind, proof.name)
    if proof.new_hash:
        await credentials.save_password(connection, proof.kind, account_id, proof.new_hash)
    return account_id


def is_right(proof: Proof, current: Credential | None) -> bool:
    """Whether the password that was compared is still the account's, and the account open."""
    return proof.verdict.is_right and current is not None and current == proof.credential and current.is_open


async def count_failure(
    connection: AsyncConnection, kind: AccountKind, name: str, account_id: UUID, terms: LockTerms, now: datetime
) -> None:
    """One wrong try more; the one that locks is told to the owner, if there is one.

    The audit log keeps staff's up to that one, so that nobody can fill it by going on; and those under names that
    nobody has, because they take the same time then.
    """
    failures = await sign_in_failures.count_failure(connection, kind, name, terms, now)
    if kind != "staff" or failures.count > terms.failures:
        return
    staff_id = None if account_id == NOBODY else account_id
    await record_failure(connection, staff_id, "staff.sign_in_failed", now)
    if failures.have_just_locked(terms) and failures.locked_until:
        await record_failure(connection, staff_id, "staff.locked", now)
        if staff_id is not None:
            await say_staff_locked(connection, await staff.find_staff(connection, staff_id), failures.locked_until)
