"""Signing in: what every wrong try is answered, and what wrong tries add up to."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from chassis.refusal import UnknownCaller

from identity.domain.access_terms import LockTerms


@dataclass(frozen=True, slots=True)
class Failures:
    """The wrong tries under one name, so far."""

    count: int
    locked_until: datetime | None

    def are_locked(self, now: datetime) -> bool:
        """Whether not even the right password helps."""
        return self.locked_until is not None and self.locked_until > now

    def have_just_locked(self, terms: LockTerms) -> bool:
        """Whether the last of them was the one that locked; true once, however many come at the same moment."""
        return self.count == terms.failures


def name_digest(name: str) -> bytes:
    """What wrong tries are counted under: somebody's typing error may be an address or a password."""
    return hashlib.sha256(name.encode()).digest()


def refused(kind: str) -> UnknownCaller:
    """The one answer to a wrong password, an unknown name and a locked account."""
    name = "username" if kind == "staff" else "email"
    return UnknownCaller("sign_in_refused", f"The {name} or the password is not right.")


def code_refused() -> UnknownCaller:
    """A wrong code, a used one, or too many of them."""
    return UnknownCaller("code_refused", "The code is not right; please wait for the next one and try again.")


def challenge_over() -> UnknownCaller:
    """The second step came too late, or twice."""
    return UnknownCaller("challenge_over", "That took too long; please sign in again.")
