"""Secrets of endpoints: made here, sealed at rest (AES-256-GCM, each bound to its endpoint), and signed with."""

from __future__ import annotations

import base64
import binascii
import os
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from standardwebhooks import Webhook

MARK = "whsec_"
SECRET_BYTES = 32
KEY_BYTES = 32
NONCE_BYTES = 12


def new_secret() -> str:
    """`whsec_` and 32 random bytes in base64, as Standard Webhooks writes them."""
    return MARK + base64.b64encode(os.urandom(SECRET_BYTES)).decode()


def encryption_key_of(text: str) -> bytes:
    """The 32 bytes that `text` encodes in base64. Raises ValueError when it is anything else."""
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError("is not base64") from error
    if len(key) != KEY_BYTES:
        raise ValueError(f"encodes {len(key)} bytes instead of {KEY_BYTES}")
    return key


def seal(encryption_key: bytes, endpoint_id: UUID, secret: str) -> bytes:
    """The secret, readable only with `encryption_key` and only as this endpoint's."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(encryption_key).encrypt(nonce, secret.encode(), endpoint_id.bytes)


def unseal(encryption_key: bytes, endpoint_id: UUID, sealed: bytes) -> str:
    """What `seal` was given. Raises cryptography's InvalidTag for another key, or another endpoint's."""
    nonce, ciphertext = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    return AESGCM(encryption_key).decrypt(nonce, ciphertext, endpoint_id.bytes).decode()


def signed_headers(secrets: Sequence[str], webhook_id: str, at: datetime, body: str) -> dict[str, str]:
    """The headers of Standard Webhooks, with a signature of each secret; `at` is UTC."""
    signatures = [Webhook(secret).sign(webhook_id, at, body) for secret in secrets]
    return {
        "webhook-id": webhook_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": " ".join(signatures),
    }
