"""Whose session a token belongs to: one question, and a write once a minute at most."""

from __future__ import annotations

from datetime import datetime

from identity.access import Access
from identity.domain.account import Account
from identity.domain.opaque_tokens import digest_of
from identity.domain.session import Session, session_over
from identity.store.accounts import find_session_with_account
from identity.store.sessions import touch_session


async def resolve_session(access: Access, token: str, now: datetime) -> tuple[Session, Account]:
    """The session and its account. Raises UnknownCaller when it is unknown or over, or the account closed."""
    async with access.database.reading() as connection:
        found = await find_session_with_account(connection, digest_of(token))
        if found is None or not found[0].is_alive(now) or not found[1].is_open:
            raise session_over()
        session = found[0]
        if session.is_due_for_touch(now):
            await touch_session(connection, session.id, access.terms.session_of(session.account_kind).idle, now)
    return found
