"""CSRF tokens: signed double-submit values; the cookie and the `X-CSRFToken` header must carry the same."""

from __future__ import annotations

import hmac
import secrets

from gateway.settings import GatewaySettings

COOKIE = "csrftoken"
HEADER = "x-csrftoken"
LIFETIME_SECONDS = 365 * 86_400


def new_csrf_token(settings: GatewaySettings) -> str:
    """A token that only we can make: a random value and its signature."""
    value = secrets.token_urlsafe(32)
    return f"{value}.{signature_of(value, settings)}"


def is_genuine(token: str, settings: GatewaySettings) -> bool:
    """Whether we made it; compared in constant time."""
    value, _, signature = token.partition(".")
    return hmac.compare_digest(signature.encode(), signature_of(value, settings).encode())


def signature_of(value: str, settings: GatewaySettings) -> str:
    """HMAC-SHA256, hex, under the cookie secret."""
    key = settings.cookie_secret.get_secret_value().encode()
    return hmac.digest(key, f"csrf\n{value}".encode(), "sha256").hex()
