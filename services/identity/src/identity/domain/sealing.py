"""Sealing: private keys are AES-256-GCM encrypted at rest, each bound to its own key id."""

from __future__ import annotations

import base64
import binascii
import json
import os
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from identity.domain.signing_key import JsonWebKey

KEY_BYTES = 32
NONCE_BYTES = 12


class WrongEncryptionKeyError(Exception):
    """The stored key was sealed with another encryption key, or was altered."""


def encryption_key_of(text: str) -> bytes:
    """The 32 bytes that `text` encodes in base64. Raises ValueError when it is anything else."""
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError("is not base64") from error
    if len(key) != KEY_BYTES:
        raise ValueError(f"encodes {len(key)} bytes instead of {KEY_BYTES}")
    return key


def seal(encryption_key: bytes, key_id: UUID, private_key: JsonWebKey) -> bytes:
    """The private key, readable only with `encryption_key` and only as `key_id`'s."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(encryption_key).encrypt(nonce, json.dumps(private_key).encode(), key_id.bytes)


def unseal(encryption_key: bytes, key_id: UUID, sealed: bytes) -> JsonWebKey:
    """What `seal` was given. Raises WrongEncryptionKeyError."""
    nonce, ciphertext = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    try:
        opened = AESGCM(encryption_key).decrypt(nonce, ciphertext, key_id.bytes)
    except InvalidTag as error:
        raise WrongEncryptionKeyError from error
    private_key: JsonWebKey = json.loads(opened)
    return private_key
