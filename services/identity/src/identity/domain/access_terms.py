"""Access terms: how long sessions, links and locks last, and what sign-in asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

AccountKind = Literal["customer", "staff"]
ACCOUNT_KINDS: tuple[AccountKind, ...] = ("customer", "staff")

TOUCH_EVERY = timedelta(minutes=1)
"""How exactly the time of last use is kept: a read writes no more often than this."""


@dataclass(frozen=True, slots=True)
class LockTerms:
    """When wrong passwords lock an account, and for how long."""

    failures: int
    lasting: timedelta


@dataclass(frozen=True, slots=True)
class SessionTerms:
    """When a session ends: unused for `idle`, and in any case after `absolute`."""

    idle: timedelta
    absolute: timedelta


@dataclass(frozen=True, slots=True)
class AccessTerms:
    """Everything that the business has settled about access."""

    customer_lock: LockTerms
    staff_lock: LockTerms
    customer_session: SessionTerms
    staff_session: SessionTerms
    verification: timedelta
    password_reset: timedelta
    invitation: timedelta
    is_second_factor_enforced: bool
    """Whether roles that require a second factor must have one; not in a local stack."""
    challenge: timedelta = timedelta(minutes=5)
    sessions_each: int = 50
    """An account with more alive loses the oldest."""
    addresses_each: int = 100
    devices_each: int = 50

    def lock_of(self, kind: AccountKind) -> LockTerms:
        """Of customers or of staff."""
        return self.staff_lock if kind == "staff" else self.customer_lock

    def session_of(self, kind: AccountKind) -> SessionTerms:
        """Of customers or of staff."""
        return self.staff_session if kind == "staff" else self.customer_session
