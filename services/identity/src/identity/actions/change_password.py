"""Changing one's own password: everybody who was signed in must sign in again, but the one who changed it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from chassis.refusal import Invalid

from identity.access import Access, Visit
from identity.actions.acts import record
from identity.actions.end_sessions import end_all_access
from identity.actions.open_session import OpenedSession, open_session
from identity.actions.people import find_person, lock_person, words_about
from identity.actions.prove_password import admit, compare
from identity.announcements import say_password_changed
from identity.domain.access_terms import AccountKind
from identity.password_policy import acceptable_hash
from identity.store import credentials


async def change_password(
    access: Access,
    account: tuple[AccountKind, UUID],
    passwords: tuple[str, str],
    visit: Visit | None,
    device: UUID | None,
    now: datetime,
) -> OpenedSession | None:
    """Replaces the current password (first) by a new one (second); the session that goes on, unless a device asks.

    Raises Invalid when the current one is wrong, which counts as a wrong try, or the new one too weak.
    """
    (kind, account_id), (current, new) = account, passwords
    async with access.database.reading() as connection:
        credential = await credentials.find_credential_of(connection, kind, account_id)
        words = words_about(await find_person(connection, kind, account_id))
    proof = await compare(access, kind, credential.name, credential, current)
    new_hash = await acceptable_hash(access.hashing, new, "new_password", words) if proof.verdict.is_right else ""
    async with access.database.transaction() as connection:
        if await admit(connection, proof, access.terms.lock_of(kind), now) is not None:
            person = await lock_person(connection, kind, account_id)
            await credentials.save_password(connection, kind, account_id, new_hash)
            await end_all_access(connection, kind, account_id, "password_changed", now, device)
            await say_password_changed(connection, person, now)
            if kind == "staff":
                await record(connection, "staff.password_changed", ("staff", account_id), now)
            return await open_session(connection, person, visit, access.terms, now) if visit else None
    raise Invalid("password_wrong", "The current password is not right.", "current_password")
