"""Beginning a session: the browser's earlier one ends, the oldest give way, and a new device is told of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from identity.access import Visit
from identity.announcements import recipient_of, say_new_device, say_revoked
from identity.domain.access_terms import AccessTerms, AccountKind
from identity.domain.account import Account
from identity.domain.customer import Customer
from identity.domain.opaque_tokens import digest_of, new_token
from identity.domain.plain_text import without_controls
from identity.domain.session import Session, new_session
from identity.domain.staff import StaffAccount
from identity.store import sessions


@dataclass(frozen=True, slots=True)
class OpenedSession:
    """A session, its account, and the token that is shown this once."""

    session: Session
    account: Account
    token: str


async def open_session(
    connection: AsyncConnection, person: Customer | StaffAccount, visit: Visit, terms: AccessTerms, now: datetime
) -> OpenedSession:
    """Begins a session of a locked account."""
    account = account_of(person)
    await end_previous(connection, visit.previous_token, now)
    token = new_token()
    begun = new_session(visit.session_id, token, (account.kind, account.id), terms.session_of(account.kind), now)
    begun = replace(begun, client_address=visit.client.address, user_agent=without_controls(visit.client.user_agent))
    past = await sessions.add_session(connection, begun)
    if past.alive >= terms.sessions_each:
        await end_oldest(connection, account.kind, account.id, terms.sessions_each, now)
    if past.kept and not past.is_known_device and begun.user_agent:
        await say_new_device(connection, begun, recipient_of(person), begun.user_agent)
    return OpenedSession(begun, account, token)


async def end_previous(connection: AsyncConnection, token: str, now: datetime) -> None:
    """Ends the session that the browser came with, whosever it was: sign-in rotates."""
    ended = await sessions.end_session_of_token(connection, digest_of(token), now) if token else None
    if ended:
        await say_revoked(connection, ended.account_kind, ended.account_id, [ended.id], "replaced", now)


async def end_oldest(
    connection: AsyncConnection, kind: AccountKind, account_id: UUID, kept: int, now: datetime
) -> None:
    """Leaves an account its `kept` newest sessions."""
    beyond = sessions.oldest_beyond(kind, account_id, kept, now)
    ended = await sessions.end_sessions(connection, kind, account_id, now, beyond)
    await say_revoked(connection, kind, account_id, ended, "replaced", now)


def account_of(person: Customer | StaffAccount) -> Account:
    """Somebody's account in short."""
    if isinstance(person, Customer):
        return Account("customer", person.id, person.email, person.full_name, "customer")
    return Account("staff", person.id, person.username, person.full_name, person.role, person.permissions)
