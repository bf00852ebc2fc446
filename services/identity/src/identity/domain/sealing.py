"""Private keys at rest: sealed, each bound to its own key id."""

from __future__ import annotations

import json
from uuid import UUID

from chassis import sealing
from identity.domain.signing_key import JsonWebKey


def seal(encryption_key: bytes, key_id: UUID, private_key: JsonWebKey) -> bytes:
    """The private key, readable only with `encryption_key` and only as `key_id`'s."""
    return sealing.seal(encryption_key, key_id, json.dumps(private_key).encode())


def unseal(encryption_key: bytes, key_id: UUID, sealed: bytes) -> JsonWebKey:
    """What `seal` was given. Raises WrongEncryptionKeyError."""
    private_key: JsonWebKey = json.loads(sealing.unseal(encryption_key, key_id, sealed))
    return private_key
