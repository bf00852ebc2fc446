"""API keys as messages."""

from __future__ import annotations

from totetaxi.identity.v1 import api_key_service_pb2 as messages

from identity.domain.api_key import ApiKey, ApiKeyKind
from identity.messages.moments import optional_timestamp, timestamp

KINDS: dict[ApiKeyKind, messages.ApiKeyKind] = {
    "app": messages.API_KEY_KIND_APP,
    "partner": messages.API_KEY_KIND_PARTNER,
    "device": messages.API_KEY_KIND_DEVICE,
}
KIND_NAMES = {number: name for name, number in KINDS.items()}


def key_message(key: ApiKey) -> messages.ApiKey:
    """A key, without its secret."""
    return messages.ApiKey(
        id=str(key.id),
        name=key.name,
        kind=KINDS[key.kind],
        prefix=key.prefix,
        scopes=key.scopes,
        customer_id=str(key.customer_id or ""),
        created_by=str(key.created_by or ""),
        created_at=timestamp(key.created_at),
        expires_at=optional_timestamp(key.expires_at),
        last_used_at=optional_timestamp(key.last_used_at),
        revoked_at=optional_timestamp(key.revoked_at),
    )
