"""API keys: how they are made, what they may do, and when they are good."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from chassis.contact import normalised_name
from chassis.refusal import Invalid, NotFound, UnknownCaller

from identity.domain.access_terms import TOUCH_EVERY
from identity.domain.opaque_tokens import digest_of, new_token

ApiKeyKind = Literal["app", "partner", "device"]

MARK = "ttx"
"""So that people and secret scanners know one when they see it."""
PREFIX_LENGTH = 10
PREFIX_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"

SIGN_IN_DEVICES = "devices:sign_in"
MANAGE_WEBHOOKS = "webhooks:manage"
SCOPES = frozenset(
    {
        "profile:read",
        "profile:write",
        "addresses:read",
        "addresses:write",
        "bookings:read",
        "bookings:write",
        "payments:read",
        "payments:write",
        SIGN_IN_DEVICES,
        MANAGE_WEBHOOKS,
    }
)
"""Everything that a key can be allowed."""


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key, without its secret."""

    id: UUID
    kind: ApiKeyKind
    name: str
    prefix: str
    secret_digest: bytes
    scopes: tuple[str, ...]
    created_at: datetime
    expires_at: datetime | None = None
    parent_id: UUID | None = None
    customer_id: UUID | None = None
    created_by: UUID | None = None
    last_used_at: datetime | None = None
    revoked_at: datetime | None = None

    def is_good(self, now: datetime) -> bool:
        """Neither revoked nor over."""
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)

    def is_due_for_touch(self, now: datetime) -> bool:
        """Whether its use should be written down."""
        return self.last_used_at is None or now - self.last_used_at >= TOUCH_EVERY


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key and the secret that is shown this once."""

    key: ApiKey
    secret: str


def new_key(
    key_id: UUID, kind: ApiKeyKind, name: str, scopes: Sequence[str], lifetime: timedelta | None, now: datetime
) -> NewKey:
    """A key of an app or partner. Raises Invalid for a scope that there isn't."""
    unknown = sorted(set(scopes) - SCOPES)
    if unknown:
        message = f"scopes must be among {', '.join(sorted(SCOPES))}."
        raise Invalid("scope_unknown", message, "scopes")
    prefix = f"{MARK}_{''.join(secrets.choice(PREFIX_ALPHABET) for _ in range(PREFIX_LENGTH))}"
    secret = f"{prefix}_{new_token()}"
    key = ApiKey(
        id=key_id,
        kind=kind,
        name=normalised_name(name, "name"),
        prefix=prefix,
        secret_digest=digest_of(secret),
        scopes=tuple(sorted(scopes)),
        created_at=now,
        expires_at=now + lifetime if lifetime else None,
    )
    return NewKey(key, secret)


def made_by(made: NewKey, staff_id: UUID) -> NewKey:
    """The same, with the staff member who made it."""
    return replace(made, key=replace(made.key, created_by=staff_id))


def new_device_key(key_id: UUID, app: ApiKey, customer_id: UUID, name: str, now: datetime) -> NewKey:
    """A customer's own, made by an app's: it may do what the app may, but sign nobody in, and ends with the app's."""
    scopes = [scope for scope in app.scopes if scope != SIGN_IN_DEVICES]
    made = new_key(key_id, "device", name, scopes, None, now)
    return replace(made, key=replace(made.key, parent_id=app.id, customer_id=customer_id, expires_at=app.expires_at))


def key_refused() -> UnknownCaller:
    """Unknown, revoked or over: the same answer."""
    return UnknownCaller("api_key_refused", "The API key is not known or no longer good.")


def no_such_key() -> NotFound:
    """Unknown, or somebody else's."""
    return NotFound("api_key_not_found", "There is no such key.", "api_key_id")
