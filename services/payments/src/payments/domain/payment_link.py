"""A payment link: who has its token may pay one booking with it, once, while it is good."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime
from typing import Literal

LinkState = Literal["open", "used", "expired", "revoked"]

DEFAULT_HOURS = 72
TOKEN_BYTES = 32

SENTENCES: dict[LinkState, str] = {
    "used": "This booking is paid already; thank you.",
    "expired": "This link's time is over; please ask us for a new one.",
    "revoked": "This link is no longer good; please use the newest one we sent you, or ask us.",
}


def new_token() -> str:
    """A token that nobody can guess."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_of(token: str) -> str:
    """What is kept of a token; it has 256 bits of chance, so that a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


def state_of(expires_at: datetime, used_at: datetime | None, revoked_at: datetime | None, now: datetime) -> LinkState:
    """Where a link is."""
    if used_at:
        return "used"
    if revoked_at:
        return "revoked"
    return "open" if now < expires_at else "expired"
