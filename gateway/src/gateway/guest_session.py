"""The guest's cookie: 256 opaque bits that say "the same browser as before"; booking learns only their SHA-256."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass

from fastapi import Request, Response

from gateway.settings import GatewaySettings

COOKIE = "totetaxi_guest"
SECURE_COOKIE = f"__Host-{COOKIE}"
"""The prefix makes browsers refuse it from a subdomain or without TLS."""

LIFETIME_SECONDS = 30 * 86_400
WELL_FORMED = re.compile(r"^[A-Za-z0-9_-]{43}$")


@dataclass(frozen=True)
class GuestSession:
    """One browser."""

    value: str

    @property
    def digest(self) -> str:
        """What the services know it by: SHA-256, hex."""
        return hashlib.sha256(self.value.encode()).hexdigest()


def cookie_name(settings: GatewaySettings) -> str:
    """The cookie's name; the stricter one wherever there is TLS."""
    return COOKIE if settings.is_local else SECURE_COOKIE


def find_guest_session(request: Request, settings: GatewaySettings) -> GuestSession | None:
    """The session that the request carries; None without one or with something that is none."""
    value = request.cookies.get(cookie_name(settings), "")
    return GuestSession(value) if WELL_FORMED.match(value) else None


def new_guest_session(settings: GatewaySettings, idempotency_key: str, email: str) -> GuestSession:
    """A session for a browser that has none.

    With an idempotency key it is derived from key and email: the answer that would have set the cookie may have been
    lost, and the retry must be recognised as the same browser or it would book twice.
    """
    if not idempotency_key:
        return GuestSession(secrets.token_urlsafe(32))
    origin = f"guest\n{idempotency_key}\n{email.strip().casefold()}".encode()
    derived = hmac.digest(settings.cookie_secret.get_secret_value().encode(), origin, "sha256")
    return GuestSession(base64.urlsafe_b64encode(derived).rstrip(b"=").decode())


def remember(response: Response, session: GuestSession, settings: GatewaySettings) -> None:
    """Sets the cookie; only with an answer that succeeded, so that nobody gets a session by guessing a key."""
    response.set_cookie(
        cookie_name(settings),
        session.value,
        max_age=LIFETIME_SECONDS,
        path="/",
        secure=not settings.is_local,
        httponly=True,
        samesite="lax",
    )
