"""The key ring: this replica's copy of the keys, opened, so that signing asks no database."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from chassis.refusal import Unavailable
from joserfc.jwk import OKPKey

from identity.domain.sealing import unseal
from identity.domain.signing_key import JsonWebKey, NoSigningKeyError, SigningKey, signing_at, verifying_at


class KeyRing:
    """The keys in force, as last loaded."""

    def __init__(self, encryption_key: bytes) -> None:
        self._encryption_key = encryption_key
        self._keys: Sequence[SigningKey] = ()
        self._opened: dict[str, OKPKey] = {}

    def hold(self, keys: Sequence[SigningKey]) -> None:
        """Takes the keys in force. Raises WrongEncryptionKeyError and keeps the old ones when one can't be opened."""
        self._opened = {str(key.key_id): self._opened.get(str(key.key_id)) or self._open(key) for key in keys}
        self._keys = keys

    def signing_key(self, now: datetime) -> OKPKey:
        """The private key that signs at `now`. Raises Unavailable when there is none."""
        try:
            return self._opened[str(signing_at(self._keys, now).key_id)]
        except NoSigningKeyError as error:
            raise Unavailable("no_signing_key", "Identity has no signing key yet; please try again.") from error

    def json_web_key_set(self, now: datetime) -> dict[str, list[JsonWebKey]]:
        """The public keys that verify at `now` (RFC 7517)."""
        return {"keys": [key.public_key for key in verifying_at(self._keys, now)]}

    def document(self, now: datetime) -> str:
        """The same as JSON text."""
        return json.dumps(self.json_web_key_set(now), sort_keys=True)

    def _open(self, key: SigningKey) -> OKPKey:
        private_key = unseal(self._encryption_key, key.key_id, key.sealed_private_key)
        return OKPKey.import_key({**private_key, "kid": str(key.key_id)})
