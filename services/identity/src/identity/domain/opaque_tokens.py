"""Opaque tokens: 256 random bits that we show once and keep as a digest."""

from __future__ import annotations

import hashlib
import secrets

TOKEN_BYTES = 32


def new_token() -> str:
    """43 characters of base64url."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def digest_of(token: str) -> bytes:
    """What the database knows a token by: SHA-256, which is enough for 256 random bits."""
    return hashlib.sha256(token.encode()).digest()


def csrf_binding_of(session_token: str) -> str:
    """What ties CSRF tokens to a session: says nothing about the session's token, and nobody else can make it."""
    return hashlib.sha256(f"csrf\n{session_token}".encode()).hexdigest()
