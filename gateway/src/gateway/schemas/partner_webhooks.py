"""Where partners hear of things, and what was delivered there."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from gateway.schemas.catalogue_versions import NextCursor
from gateway.schemas.members import Sent, Text

DeliveryStatusWord = Literal["waiting", "sending", "delivered", "failed"]
EventTypeName = Annotated[Text, Field(min_length=1, max_length=64, examples=["booking.paid"])]
EventTypes = Annotated[list[EventTypeName], Field(min_length=1, max_length=50)]
Url = Annotated[Text, Field(min_length=1, max_length=2000, examples=["https://partner.example/totetaxi"])]
ContactEmail = Annotated[Text, Field(max_length=254, examples=["hooks@partner.example"])]
Description = Annotated[Text, Field(max_length=200)]

EXAMPLE: dict[str, Any] = {
    "url": "https://partner.example/totetaxi",
    "event_types": ["booking.paid", "booking.cancelled"],
}


class EventType(BaseModel):
    """Something that can be told."""

    name: str = Field(examples=["booking.paid"])
    description: str


class EventTypeList(BaseModel):
    """Everything that can be told."""

    event_types: list[EventType]


class Endpoint(BaseModel):
    """Where a partner hears of things."""

    id: str
    api_key_id: str = Field(description="The API key whose it is")
    url: str
    description: str
    contact_email: str = Field(description="Who is mailed when it is switched off by itself; empty for nobody")
    event_types: list[str]
    is_enabled: bool
    disabled_because: str = Field(description="by_owner, gone, failing or key_revoked; empty while it is enabled")
    failing_since: datetime | None
    previous_secret_until: datetime | None = Field(description="Until when the secret before the last signs too")
    created_at: datetime


class EndpointPage(BaseModel):
    """Newest first."""

    endpoints: list[Endpoint]
    next_cursor: NextCursor


class NewEndpoint(Sent):
    """An endpoint to make."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    url: Url
    event_types: EventTypes
    description: Description = ""
    contact_email: ContactEmail = ""
    api_key_id: UUID | None = Field(None, description="Needed from staff: whose it shall be")


class EndpointChange(Sent):
    """What is left out stays as it is."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"is_enabled": True}]})

    url: Url | None = None
    event_types: EventTypes | None = None
    description: Description | None = None
    contact_email: ContactEmail | None = None
    is_enabled: bool | None = None

    @model_validator(mode="after")
    def something_changes(self) -> Self:
        """Null changes nothing, so that it is refused like nothing."""
        if not self.model_dump(exclude_none=True):
            raise ValueError("must change at least one of url, event_types, description, contact_email and is_enabled")
        return self


class EndpointWithSecret(BaseModel):
    """An endpoint with the secret that its signatures are checked with, shown this once."""

    endpoint: Endpoint
    secret: str = Field(examples=["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"])


class WebhookDelivery(BaseModel):
    """One event on its way to one endpoint."""

    id: str
    endpoint_id: str
    webhook_id: str = Field(description="What the header webhook-id says, at every try")
    event_type: str
    status: DeliveryStatusWord
    attempts: int
    last_status_code: int = Field(description="Of the last answer; 0 when there was none")
    last_error: str = Field(description="Why the last try failed; empty when it did not")
    body: dict[str, Any]
    created_at: datetime
    next_try_at: datetime | None
    delivered_at: datetime | None


class DeliveryPage(BaseModel):
    """Newest first."""

    deliveries: list[WebhookDelivery]
    next_cursor: NextCursor
