"""Secrets of endpoints: made here, sealed at rest (AES-256-GCM, each bound to its endpoint), and signed with."""

from __future__ import annotations

import base64
import os
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from standardwebhooks import Webhook

from chassis import sealing

MARK = "whsec_"
SECRET_BYTES = 32


def new_secret() -> str:
    """`whsec_` and 32 random bytes in base64, as Standard Webhooks writes them."""
    return MARK + base64.b64encode(os.urandom(SECRET_BYTES)).decode()


def seal(encryption_key: bytes, endpoint_id: UUID, secret: str) -> bytes:
    """The secret, readable only with `encryption_key` and only as this endpoint's."""
    return sealing.seal(encryption_key, endpoint_id, secret.encode())


def unseal(encryption_key: bytes, endpoint_id: UUID, sealed: bytes) -> str:
    """What `seal` was given. Raises WrongEncryptionKeyError for another key, or another endpoint's."""
    return sealing.unseal(encryption_key, endpoint_id, sealed).decode()


def signed_headers(secrets: Sequence[str], webhook_id: str, at: datetime, body: str) -> dict[str, str]:
    """The headers of Standard Webhooks, with a signature of each secret; `at` is UTC."""
    signatures = [Webhook(secret).sign(webhook_id, at, body) for secret in secrets]
    return {
        "webhook-id": webhook_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": " ".join(signatures),
    }
