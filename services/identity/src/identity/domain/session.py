"""Sessions: when they end, and whose they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.refusal import UnknownCaller

from identity.domain.access_terms import TOUCH_EVERY, AccountKind, SessionTerms
from identity.domain.opaque_tokens import digest_of


@dataclass(frozen=True, slots=True)
class Session:
    """A session as it is kept."""

    id: UUID
    token_digest: bytes
    account_kind: AccountKind
    account_id: UUID
    created_at: datetime
    last_used_at: datetime
    idle_expires_at: datetime
    expires_at: datetime
    client_address: str = ""
    user_agent: str = ""
    ended_at: datetime | None = None

    def is_alive(self, now: datetime) -> bool:
        """Not ended, not unused for too long, not too old."""
        return self.ended_at is None and now < self.idle_expires_at

    def is_due_for_touch(self, now: datetime) -> bool:
        """Whether its use should be written down."""
        return now - self.last_used_at >= TOUCH_EVERY


def new_session(
    session_id: UUID, token: str, account: tuple[AccountKind, UUID], terms: SessionTerms, now: datetime
) -> Session:
    """A session that begins now."""
    expires_at = now + terms.absolute
    idle_expires_at = min(now + terms.idle, expires_at)
    return Session(session_id, digest_of(token), *account, now, now, idle_expires_at, expires_at)


def session_over() -> UnknownCaller:
    """Unknown, ended or expired: the same answer."""
    return UnknownCaller("session_over", "You are not signed in any more; please sign in again.")
