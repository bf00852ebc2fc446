"""Webhooks of partners: for their own API keys, and for staff on their behalf."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from totetaxi.notifications.v1 import partner_webhook_service_pb2 as messages

from gateway.acting import act_as_partner
from gateway.dependencies import Around
from gateway.paging import DEFAULT_PAGE_SIZE, Cursor, PageSize
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.schemas import partner_webhooks as schema
from gateway.views import partner_webhooks as view

router = APIRouter(prefix="/api/webhooks", tags=["partner webhooks"], dependencies=[Depends(act_as_partner)])

ASKED = (HTTPStatus.BAD_REQUEST, *SIGNED_IN)


@router.get("/event-types/", summary="Everything that can be told", responses=refusals(*SIGNED_IN))
async def list_event_types(around: Around) -> schema.EventTypeList:
    """The published list."""
    answer = await around.upstreams.partner_webhooks.ListWebhookEventTypes(messages.ListWebhookEventTypesRequest())
    types = [schema.EventType(name=each.name, description=each.description) for each in answer.event_types]
    return schema.EventTypeList(event_types=types)


@router.get("/endpoints/", summary="Webhook endpoints", responses=refusals(*ASKED))
async def list_endpoints(
    around: Around,
    api_key_id: Annotated[UUID | None, Query(description="For staff: only those of this key")] = None,
    cursor: Cursor = "",
    page_size: PageSize = DEFAULT_PAGE_SIZE,
) -> schema.EndpointPage:
    """Your own, newest first; for staff everybody's."""
    asked = messages.ListWebhookEndpointsRequest(
        api_key_id=str(api_key_id or ""), page_size=page_size, page_token=cursor
    )
    answer = await around.upstreams.partner_webhooks.ListWebhookEndpoints(asked)
    found = [view.endpoint(each) for each in answer.endpoints]
    return schema.EndpointPage(endpoints=found, next_cursor=answer.next_page_token)


@router.post(
    "/endpoints/",
    status_code=HTTPStatus.CREATED,
    summary="Make a webhook endpoint",
    responses=refusals(*ASKED, HTTPStatus.CONFLICT),
)
async def create_endpoint(sent: schema.NewEndpoint, response: Response, around: Around) -> schema.EndpointWithSecret:
    """Its secret is shown this once."""
    answer = await around.upstreams.partner_webhooks.CreateWebhookEndpoint(view.create_request(sent))
    response.headers["Location"] = f"{router.prefix}/endpoints/{answer.endpoint.id}/"
    return schema.EndpointWithSecret(endpoint=view.endpoint(answer.endpoint), secret=answer.secret)


@router.get("/endpoints/{endpoint_id}/", summary="A webhook endpoint", responses=refusals(*ASKED, HTTPStatus.NOT_FOUND))
async def get_endpoint(endpoint_id: UUID, around: Around) -> schema.Endpoint:
    """Without its secret."""
    asked = messages.GetWebhookEndpointRequest(endpoint_id=str(endpoint_id))
    return view.endpoint((await around.upstreams.partner_webhooks.GetWebhookEndpoint(asked)).endpoint)


@router.patch(
    "/endpoints/{endpoint_id}/", summary="Change a webhook endpoint", responses=refusals(*ASKED, HTTPStatus.NOT_FOUND)
)
async def update_endpoint(endpoint_id: UUID, sent: schema.EndpointChange, around: Around) -> schema.Endpoint:
    """What is left out stays; enabling it forgives earlier failures."""
    asked = view.update_request(endpoint_id, sent)
    return view.endpoint((await around.upstreams.partner_webhooks.UpdateWebhookEndpoint(asked)).endpoint)


@router.delete(
    "/endpoints/{endpoint_id}/",
    status_code=HTTPStatus.NO_CONTENT,
    summary="Delete a webhook endpoint",
    responses=refusals(*ASKED, HTTPStatus.NOT_FOUND),
)
async def delete_endpoint(endpoint_id: UUID, around: Around) -> None:
    """With everything on its way to it."""
    asked = messages.DeleteWebhookEndpointRequest(endpoint_id=str(endpoint_id))
    await around.upstreams.partner_webhooks.DeleteWebhookEndpoint(asked)


@router.post(
    "/endpoints/{endpoint_id}/rotate-secret/",
    summary="Another secret",
    responses=refusals(*ASKED, HTTPStatus.NOT_FOUND),
)
async def rotate_secret(endpoint_id: UUID, around: Around) -> schema.EndpointWithSecret:
    """Shown this once; for a day the one before it signs too."""
    asked = messages.RotateWebhookSecretRequest(endpoint_id=str(endpoint_id))
    answer = await around.upstreams.partner_webhooks.RotateWebhookSecret(asked)
    return schema.EndpointWithSecret(endpoint=view.endpoint(answer.endpoint), secret=answer.secret)


@router.post(
    "/endpoints/{endpoint_id}/test/",
    status_code=HTTPStatus.ACCEPTED,
    summary="Send a test event",
    responses=refusals(*ASKED, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def send_test(endpoint_id: UUID, around: Around) -> schema.WebhookDelivery:
    """A `webhook.test` event, delivered like any other."""
    asked = messages.SendWebhookTestRequest(endpoint_id=str(endpoint_id))
    return view.delivery((await around.upstreams.partner_webhooks.SendWebhookTest(asked)).delivery)


@router.get(
    "/endpoints/{endpoint_id}/deliveries/",
    summary="What was delivered to an endpoint",
    responses=refusals(*ASKED, HTTPStatus.NOT_FOUND),
)
async def list_deliveries(
    endpoint_id: UUID,
    around: Around,
    status: schema.DeliveryStatusWord | None = None,
    cursor: Cursor = "",
    page_size: PageSize = DEFAULT_PAGE_SIZE,
) -> schema.DeliveryPage:
    """Newest first; kept for 30 days."""
    asked = view.deliveries_request(endpoint_id, status, page_size, cursor)
    answer = await around.upstreams.partner_webhooks.ListWebhookDeliveries(asked)
    found = [view.delivery(each) for each in answer.deliveries]
    return schema.DeliveryPage(deliveries=found, next_cursor=answer.next_page_token)


@router.post(
    "/deliveries/{delivery_id}/replay/",
    status_code=HTTPStatus.ACCEPTED,
    summary="Deliver once more",
    responses=refusals(*ASKED, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def replay_delivery(delivery_id: UUID, around: Around) -> schema.WebhookDelivery:
    """What was delivered or given up, under the same `webhook-id`."""
    asked = messages.ReplayWebhookDeliveryRequest(delivery_id=str(delivery_id))
    return view.delivery((await around.upstreams.partner_webhooks.ReplayWebhookDelivery(asked)).delivery)
