"""Signing keys: which one signs at an instant, which ones still verify, and when a key is due to be replaced."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from joserfc.jwk import OKPKey

ALGORITHM = "Ed25519"
CURVE: Final = "Ed25519"

JsonWebKey = dict[str, str]


@dataclass(frozen=True, slots=True)
class SigningKey:
    """One key pair as the database holds it; the private half is sealed."""

    key_id: UUID
    public_key: JsonWebKey
    sealed_private_key: bytes
    created_at: datetime
    active_from: datetime
    retired_at: datetime | None = None
    """From when a newer key signs instead."""
    expires_at: datetime | None = None
    """From when its tokens are refused."""

    def verifies_at(self, now: datetime) -> bool:
        """Whether its tokens are accepted; true before it signs, so that everybody knows it in time."""
        return self.expires_at is None or now < self.expires_at

    def signs_at(self, now: datetime) -> bool:
        """Whether it may sign."""
        return self.active_from <= now and (self.retired_at is None or now < self.retired_at)


class NoSigningKeyError(Exception):
    """There is no key that may sign at this instant."""


@dataclass(frozen=True, slots=True)
class NewKeyPair:
    """A fresh Ed25519 key pair: both halves as JSON Web Keys (RFC 8037)."""

    public_key: JsonWebKey
    private_key: JsonWebKey


def new_key_pair(key_id: UUID) -> NewKeyPair:
    """A fresh key pair under `key_id`."""
    key = OKPKey.generate_key(CURVE, {"kid": str(key_id), "use": "sig", "alg": ALGORITHM})
    return NewKeyPair(as_json_web_key(key, private=False), as_json_web_key(key, private=True))


def as_json_web_key(key: OKPKey, *, private: bool) -> JsonWebKey:
    """A key's members as text."""
    return {name: str(value) for name, value in key.as_dict(private=private).items()}


def signing_at(keys: Iterable[SigningKey], now: datetime) -> SigningKey:
    """The key that signs at `now`: the newest that has begun. Raises NoSigningKeyError."""
    ready = [key for key in keys if key.signs_at(now)]
    if not ready:
        raise NoSigningKeyError
    return max(ready, key=lambda key: key.active_from)


def verifying_at(keys: Iterable[SigningKey], now: datetime) -> list[SigningKey]:
    """Every key whose tokens are accepted at `now`, the one to come included."""
    return [key for key in keys if key.verifies_at(now)]


def is_due_for_rotation(current: SigningKey, now: datetime, lifetime: timedelta) -> bool:
    """Whether the key in use has served its time."""
    return now - current.active_from >= lifetime
