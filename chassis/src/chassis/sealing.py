"""Sealing: secrets are AES-256-GCM encrypted at rest, each bound to the id of what it belongs to."""

from __future__ import annotations

import base64
import binascii
import os
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12


class WrongEncryptionKeyError(Exception):
    """What is stored was sealed with another encryption key or for another id, or was altered."""


def encryption_key_of(text: str) -> bytes:
    """The 32 bytes that `text` encodes in base64. Raises ValueError when it is anything else."""
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError("is not base64") from error
    if len(key) != KEY_BYTES:
        raise ValueError(f"encodes {len(key)} bytes instead of {KEY_BYTES}")
    return key


def seal(encryption_key: bytes, owner_id: UUID, secret: bytes) -> bytes:
    """The secret, readable only with `encryption_key` and only as `owner_id`'s."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(encryption_key).encrypt(nonce, secret, owner_id.bytes)


def unseal(encryption_key: bytes, owner_id: UUID, sealed: bytes) -> bytes:
    """What `seal` was given. Raises WrongEncryptionKeyError."""
    nonce, ciphertext = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    try:
        return AESGCM(encryption_key).decrypt(nonce, ciphertext, owner_id.bytes)
    except InvalidTag as error:
        raise WrongEncryptionKeyError from error
