"""Partners' webhooks, on their way in and out."""

from __future__ import annotations

import json
from uuid import UUID

from totetaxi.notifications.v1 import partner_webhook_service_pb2 as message

from gateway.schemas import partner_webhooks as schema
from gateway.views.messages import plain


def create_request(sent: schema.NewEndpoint) -> message.CreateWebhookEndpointRequest:
    """A new endpoint."""
    return message.CreateWebhookEndpointRequest(
        api_key_id=str(sent.api_key_id or ""),
        url=sent.url,
        description=sent.description,
        contact_email=sent.contact_email,
        event_types=names(sent.event_types),
    )


def update_request(endpoint_id: UUID, sent: schema.EndpointChange) -> message.UpdateWebhookEndpointRequest:
    """What changes; what wasn't sent stays absent."""
    return message.UpdateWebhookEndpointRequest(
        endpoint_id=str(endpoint_id),
        url=sent.url,
        description=sent.description,
        contact_email=sent.contact_email,
        is_enabled=sent.is_enabled,
        event_types=names(sent.event_types) if sent.event_types else None,
    )


def names(event_types: list[str]) -> message.WebhookEventTypeNames:
    """Each once."""
    return message.WebhookEventTypeNames(names=sorted(set(event_types)))


def deliveries_request(
    endpoint_id: UUID, status: str | None, page_size: int, cursor: str
) -> message.ListWebhookDeliveriesRequest:
    """Which deliveries."""
    return message.ListWebhookDeliveriesRequest(
        endpoint_id=str(endpoint_id),
        status=f"WEBHOOK_DELIVERY_STATUS_{(status or 'unspecified').upper()}",
        page_size=page_size,
        page_token=cursor,
    )


def endpoint(each: message.WebhookEndpoint) -> schema.Endpoint:
    """An endpoint."""
    return schema.Endpoint.model_validate(plain(each))


def delivery(each: message.WebhookDelivery) -> schema.WebhookDelivery:
    """A delivery, with its body as the JSON it is."""
    return schema.WebhookDelivery.model_validate(plain(each) | {"body": json.loads(each.body_json)})
