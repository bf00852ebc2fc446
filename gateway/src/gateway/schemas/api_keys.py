"""Keys of apps and partners, for those who manage them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from gateway.schemas.members import Name, Sent, Text

ApiKeyKindWord = Literal["app", "partner", "device"]
Scope = Annotated[Text, Field(min_length=1, max_length=64, examples=["bookings:write"])]


class NewApiKey(Sent):
    """A key to make."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"name": "iPhone app", "kind": "app", "scopes": ["devices:sign_in"]}]}
    )

    name: Name
    kind: Literal["app", "partner"]
    scopes: list[Scope] = Field(min_length=1, max_length=20)
    expires_in_days: int = Field(0, ge=0, le=3650, description="0 means never")


class ApiKey(BaseModel):
    """A key, without its secret."""

    id: str
    name: str
    kind: ApiKeyKindWord
    prefix: str = Field(description="How it begins", examples=["ttx_7F3K9Q2M"])
    scopes: list[str]
    created_by: str = Field(description="The staff account that made it")
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None
    revoked_at: datetime | None


class ApiKeyMade(BaseModel):
    """The key itself, shown this once: send it as `Authorization: Bearer …`."""

    message: str
    secret: str
    api_key: ApiKey


class ApiKeysPage(BaseModel):
    """Newest first."""

    api_keys: list[ApiKey]
    next_cursor: str = Field(description="For the next page; empty on the last")
