"""Who has signed in: resolved by identity, kept for seconds, forgotten the moment identity says so."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from chassis.clock import Clock
from chassis.refusal import UnknownCaller
from chassis.remote import acting_for
from totetaxi.identity.v1.account_pb2 import ACCOUNT_KIND_STAFF
from totetaxi.identity.v1.api_key_service_pb2 import ResolveApiKeyRequest, ResolveApiKeyResponse
from totetaxi.identity.v1.session_service_pb2 import AccountSummary, ResolveSessionRequest, ResolveSessionResponse

if TYPE_CHECKING:
    from gateway.caller_memory import CallerMemory
    from gateway.upstreams import Upstreams

SessionKind = Literal["customer", "staff", "machine"]

API_KEY = re.compile(r"^ttx_[A-Za-z0-9_-]{16,120}$")


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody who proved who they are, by a session or by an API key."""

    kind: SessionKind
    """`machine` is an app's or partner's key that acts for no customer."""
    account_id: str
    """UUID of the customer or of the staff account; empty for machines."""
    credential_id: str
    """UUID of the session or of the key."""
    is_key: bool
    principal: str
    """Signed by identity; goes out with every call made for them."""
    good_until: float
    """Seconds since the epoch: the end of the principal or of the session, whichever comes first."""
    csrf_binding: str
    """What CSRF tokens of this session are bound to; empty for keys, which need none."""
    account: AccountSummary
    """Name, role and permissions; empty for keys."""


class Credentials:
    """Turns session tokens and API keys into who they belong to."""

    def __init__(self, upstreams: Upstreams, memory: CallerMemory, clock: Clock) -> None:
        self._upstreams = upstreams
        self._memory = memory
        self._clock = clock

    async def by_session(self, token: str) -> SignedIn | None:
        """Whose session it is; None when it is over. Raises Unavailable."""
        try:
            return await self._known(token, self._ask_session)
        except UnknownCaller as refusal:
            if refusal.slug != "session_over":
                raise
            return None

    async def by_key(self, secret: str) -> SignedIn:
        """Whose key it is. Raises UnknownCaller, Unavailable."""
        if not API_KEY.match(secret):
            raise UnknownCaller("api_key_refused", "This API key is not valid, or no longer.")
        return await self._known(secret, self._ask_key)

    def forget(self, token: str) -> None:
        """Drops what is kept of one session or key, after its own sign-out."""
        self._memory.forget_secret(digest_of(token))

    async def _known(self, secret: str, ask: Callable[[str], Awaitable[SignedIn]]) -> SignedIn:
        digest = digest_of(secret)
        known = self._memory.find(digest)
        if known is not None:
            return known
        mark = self._memory.mark
        found = await ask(secret)
        self._memory.keep(digest, found, mark)
        return found

    async def _ask_session(self, token: str) -> SignedIn:
        acting_for.set(None)  # the gateway asks for itself
        return session_of(await self._upstreams.sessions.ResolveSession(ResolveSessionRequest(session_token=token)))

    async def _ask_key(self, secret: str) -> SignedIn:
        acting_for.set(None)
        return key_of(await self._upstreams.api_keys.ResolveApiKey(ResolveApiKeyRequest(secret=secret)))


def digest_of(secret: str) -> bytes:
    """What a secret is remembered by."""
    return hashlib.sha256(secret.encode()).digest()


def session_of(answer: ResolveSessionResponse) -> SignedIn:
    """A session's owner."""
    ends = (answer.principal.expires_at.seconds, answer.expires_at.seconds)
    return SignedIn(
        kind="staff" if answer.account.kind == ACCOUNT_KIND_STAFF else "customer",
        account_id=answer.account.id,
        credential_id=answer.session_id,
        is_key=False,
        principal=answer.principal.token,
        good_until=float(min(ends)),
        csrf_binding=answer.csrf_binding,
        account=answer.account,
    )


def key_of(answer: ResolveApiKeyResponse) -> SignedIn:
    """A key's owner."""
    return SignedIn(
        kind="customer" if answer.api_key.customer_id else "machine",
        account_id=answer.api_key.customer_id,
        credential_id=answer.api_key.id,
        is_key=True,
        principal=answer.principal.token,
        good_until=float(answer.principal.expires_at.seconds),
        csrf_binding="",
        account=AccountSummary(),
    )
