"""Ending sessions: signing out, ending one's own elsewhere, and ending everything when an account is no longer safe."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from identity.access import Access
from identity.actions.acts import record, record_of_staff
from identity.announcements import say_key_revoked, say_revoked
from identity.domain.access_terms import AccountKind
from identity.domain.opaque_tokens import digest_of
from identity.domain.session import Session
from identity.store import api_keys, sessions, staff

SHOWN = 100


async def sign_out(access: Access, token: str, now: datetime) -> None:
    """Ends the session of a token; does nothing when there is none."""
    async with access.database.transaction() as connection:
        ended = await sessions.end_session_of_token(connection, digest_of(token), now)
        if ended is None:
            return
        await say_revoked(connection, ended.account_kind, ended.account_id, [ended.id], "signed_out", now)
        if ended.account_kind == "staff":
            account = await staff.find_staff(connection, ended.account_id)
            await record_of_staff(connection, account, "staff.signed_out", now)


async def own_sessions(access: Access, kind: AccountKind, account_id: UUID, now: datetime) -> Sequence[Session]:
    """The account's sessions that are alive, newest first."""
    async with access.database.reading() as connection:
        return await sessions.list_alive(connection, kind, account_id, now, SHOWN)


async def revoke_session(access: Access, kind: AccountKind, account_id: UUID, session_id: UUID, now: datetime) -> None:
    """Ends one of the account's sessions; does nothing when it is over or not theirs."""
    async with access.database.transaction() as connection:
        ended = await sessions.end_sessions(connection, kind, account_id, now, sessions.only(session_id))
        await say_and_record(connection, kind, account_id, ended, now)


async def revoke_other_sessions(
    access: Access, kind: AccountKind, account_id: UUID, session_id: UUID | None, now: datetime
) -> int:
    """Ends every session of the account but one; how many."""
    async with access.database.transaction() as connection:
        ended = await sessions.end_sessions(connection, kind, account_id, now, sessions.all_but(session_id))
        await say_and_record(connection, kind, account_id, ended, now)
        return len(ended)


async def say_and_record(
    connection: AsyncConnection, kind: AccountKind, account_id: UUID, ended: Sequence[UUID], now: datetime
) -> None:
    """Somebody ended sessions of their own."""
    await say_revoked(connection, kind, account_id, ended, "revoked", now)
    if kind == "staff" and ended:
        shown = {"sessions": [str(session_id) for session_id in ended]}
        await record(connection, "staff.sessions_revoked", ("staff", account_id), now, after=shown)


async def end_all_access(
    connection: AsyncConnection,
    kind: AccountKind,
    account_id: UUID,
    reason: str,
    now: datetime,
    spared_device: UUID | None = None,
) -> None:
    """Ends every session of a locked account, and every device of a customer's but one."""
    ended = await sessions.end_sessions(connection, kind, account_id, now)
    await say_revoked(connection, kind, account_id, ended, reason, now)
    if kind == "customer":
        others = api_keys.all_devices_but(spared_device)
        for key_id in await api_keys.revoke_devices(connection, account_id, now, others):
            await say_key_revoked(connection, key_id, account_id, now)
