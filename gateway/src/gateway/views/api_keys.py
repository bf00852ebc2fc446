"""API keys on their way in and out."""

from __future__ import annotations

from typing import cast

from totetaxi.identity.v1 import api_key_service_pb2 as message

from gateway.schemas import api_keys as schema
from gateway.views.words import instant, instant_or_none


def new_api_key(sent: schema.NewApiKey) -> message.CreateApiKeyRequest:
    """A key to make."""
    return message.CreateApiKeyRequest(
        name=sent.name,
        kind=f"API_KEY_KIND_{sent.kind.upper()}",
        scopes=sorted(set(sent.scopes)),
        expires_in_days=sent.expires_in_days,
    )


def kind_word(value: message.ApiKeyKind) -> schema.ApiKeyKindWord:
    """`app`, `partner` or `device`."""
    return cast("schema.ApiKeyKindWord", message.ApiKeyKind.Name(value).removeprefix("API_KEY_KIND_").lower())


def api_key(each: message.ApiKey) -> schema.ApiKey:
    """A key, without its secret."""
    return schema.ApiKey(
        id=each.id,
        name=each.name,
        kind=kind_word(each.kind),
        prefix=each.prefix,
        scopes=list(each.scopes),
        created_by=each.created_by,
        created_at=instant(each.created_at),
        expires_at=instant_or_none(each, "expires_at"),
        last_used_at=instant_or_none(each, "last_used_at"),
        revoked_at=instant_or_none(each, "revoked_at"),
    )
