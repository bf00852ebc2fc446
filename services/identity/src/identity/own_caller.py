"""Identity as its own caller: it reads its keys from its database and signs its own principal."""

from __future__ import annotations

import time

from chassis.identifiers import new_id
from chassis.remote import REFRESH_AT_MOST_EVERY_SECONDS, Caller
from chassis.runtime import Runtime

from identity.actions.signing_keys import verifying_keys
from identity.domain.principals import service_subject, sign
from identity.key_ring import KeyRing


class OwnCaller(Caller):
    """Stands in for the exchange that every other service has with identity."""

    def __init__(self, runtime: Runtime, key_ring: KeyRing) -> None:
        super().__init__(runtime.name, "", runtime.identity, runtime.verifier, runtime.clock)
        self._runtime = runtime
        self._key_ring = key_ring
        self._loaded_at = float("-inf")

    async def token(self) -> str:
        """Identity's own signed principal."""
        now = self._runtime.clock.now()
        return sign(service_subject(self._runtime.name), self._key_ring.signing_key(now), now, new_id()).token

    async def refresh(self) -> None:
        """Looks for a key that is new to this replica; at most once a second, whatever tokens are sent."""
        if time.monotonic() - self._loaded_at >= REFRESH_AT_MOST_EVERY_SECONDS:
            await self.load_keys()

    async def load_keys(self) -> None:
        """Puts the keys in force on the ring and into the verifier."""
        now = self._runtime.clock.now()
        self._key_ring.hold(await verifying_keys(self._runtime.database, now))
        self._runtime.verifier.use_keys(self._key_ring.json_web_key_set(now))
        self._loaded_at = time.monotonic()
