"""Principals kept in this process: 30 seconds at most, and only while revocations are heard."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from chassis.clock import Clock
from totetaxi.identity.v1.events_pb2 import ApiKeyRevoked, SessionRevoked, SigningKeyRotated

from gateway.principals import SPARE_SECONDS

if TYPE_CHECKING:
    from gateway.signed_in import SignedIn

KEPT_SECONDS = 30.0
MOST_KEPT = 10_000

Keep = tuple["SignedIn", float]
"""Who, and until when."""


class CallerMemory:
    """Who was resolved lately, by the digest of what they showed.

    While `is_hearing` says no, nothing is kept and nothing is found: every request asks identity, so a revocation
    holds at once. A revocation that comes while identity is being asked makes that answer too old to keep.
    """

    def __init__(self, is_hearing: Callable[[], bool], clock: Clock) -> None:
        self._is_hearing = is_hearing
        self._clock = clock
        self._kept: dict[bytes, Keep] = {}
        self.mark = 0
        """Counts up with everything forgotten; take it before asking identity, give it to `keep`."""

    def find(self, digest: bytes) -> SignedIn | None:
        """Who it is, if that is still known."""
        kept = self._kept.get(digest)
        if kept is None or not self._is_hearing():
            return None
        caller, until = kept
        if until <= self._clock.now().timestamp():
            del self._kept[digest]
            return None
        return caller

    def keep(self, digest: bytes, caller: SignedIn, mark: int) -> None:
        """Remembers who it is, unless something was forgotten since `mark`."""
        now = self._clock.now().timestamp()
        until = min(now + KEPT_SECONDS, caller.good_until - SPARE_SECONDS)
        if mark != self.mark or until <= now or not self._is_hearing():
            return
        if len(self._kept) >= MOST_KEPT:
            del self._kept[next(iter(self._kept))]  # the oldest
        self._kept[digest] = (caller, until)

    def forget_secret(self, digest: bytes) -> None:
        """Forgets one."""
        self.mark += 1
        self._kept.pop(digest, None)

    def on_session_revoked(self, event: SessionRevoked) -> None:
        """Forgets everything of the account, its devices too."""
        self._forget(lambda caller: caller.account_id == event.account_id)

    def on_api_key_revoked(self, event: ApiKeyRevoked) -> None:
        """Forgets the key; with an app's key, every key, because its devices can't be told from others."""
        self._forget(
            lambda caller: caller.is_key and (event.revokes_devices or caller.credential_id == event.api_key_id)
        )

    def on_signing_key_rotated(self, _event: SigningKeyRotated) -> None:
        """Forgets everything: the old key may have leaked."""
        self.forget_all()

    def forget_all(self) -> None:
        """Forgets everything; a revocation may have been missed."""
        self.mark += 1
        self._kept.clear()

    def _forget(self, is_meant: Callable[[SignedIn], bool]) -> None:
        self.mark += 1
        for digest in [digest for digest, (caller, _) in self._kept.items() if is_meant(caller)]:
            del self._kept[digest]
