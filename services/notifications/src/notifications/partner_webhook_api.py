"""Partners' webhooks at the gRPC door: message → question → message."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from chassis.clock import Clock
from chassis.cursors import page_size_of
from chassis.database import Database
from chassis.principal import current_principal
from chassis.refusal import Invalid
from sqlalchemy.engine import RowMapping
from totetaxi.notifications.v1 import partner_webhook_service_pb2 as pb
from totetaxi.notifications.v1 import partner_webhook_service_pb2_grpc as rpc

from notifications.actions import webhook_deliveries as deliveries
from notifications.actions import webhook_endpoints as endpoints
from notifications.actions.webhook_endpoints import WebhookTerms
from notifications.domain.webhook_events import EVENT_TYPES
from notifications.store.webhook_deliveries import webhook_id

OPEN = ("waiting", "sending")


class PartnerWebhookServicer(rpc.PartnerWebhookServiceServicer):
    """Answers owners, and staff on their behalf."""

    def __init__(self, database: Database, clock: Clock, terms: WebhookTerms) -> None:
        self._database = database
        self._clock = clock
        self._terms = terms

    async def ListWebhookEventTypes(self, request: Any, context: Any) -> pb.ListWebhookEventTypesResponse:  # noqa: N802
        """The published list."""
        types = [pb.WebhookEventType(name=name, description=when) for name, when in EVENT_TYPES.items()]
        return pb.ListWebhookEventTypesResponse(event_types=types)

    async def CreateWebhookEndpoint(  # noqa: N802
        self, request: pb.CreateWebhookEndpointRequest, context: Any
    ) -> pb.CreateWebhookEndpointResponse:
        """With its secret, this once."""
        owner = owner_of(request.api_key_id)
        if owner is None:
            raise Invalid("whose_endpoint", "api_key_id must be the key whose endpoint it shall be.", "api_key_id")
        names = list(request.event_types.names)
        values = {name: getattr(request, name) for name in ("url", "description", "contact_email")}
        values["event_types"] = names
        row, secret = await endpoints.create_endpoint(self._database, self._terms, owner, values, self._clock.now())
        return pb.CreateWebhookEndpointResponse(endpoint=endpoint_of(row), secret=secret)

    async def ListWebhookEndpoints(  # noqa: N802
        self, request: pb.ListWebhookEndpointsRequest, context: Any
    ) -> pb.ListWebhookEndpointsResponse:
        """A page."""
        owner, size = owner_of(request.api_key_id), page_size_of(request.page_size)
        rows, token = await endpoints.list_endpoints(self._database, owner, request.page_token, size, self._clock.now())
        return pb.ListWebhookEndpointsResponse(endpoints=[endpoint_of(row) for row in rows], next_page_token=token)

    async def GetWebhookEndpoint(  # noqa: N802
        self, request: pb.GetWebhookEndpointRequest, context: Any
    ) -> pb.GetWebhookEndpointResponse:
        """One."""
        row = await endpoints.show_endpoint(self._database, UUID(request.endpoint_id), owner_of(), self._clock.now())
        return pb.GetWebhookEndpointResponse(endpoint=endpoint_of(row))

    async def UpdateWebhookEndpoint(  # noqa: N802
        self, request: pb.UpdateWebhookEndpointRequest, context: Any
    ) -> pb.UpdateWebhookEndpointResponse:
        """What is present."""
        names = ("url", "description", "contact_email", "is_enabled")
        values: dict[str, Any] = {name: getattr(request, name) for name in names if request.HasField(name)}
        if request.HasField("event_types"):
            values["event_types"] = list(request.event_types.names)
        row = await endpoints.update_endpoint(
            self._database, self._terms, UUID(request.endpoint_id), owner_of(), values, self._clock.now()
        )
        return pb.UpdateWebhookEndpointResponse(endpoint=endpoint_of(row))

    async def DeleteWebhookEndpoint(  # noqa: N802
        self, request: pb.DeleteWebhookEndpointRequest, context: Any
    ) -> pb.DeleteWebhookEndpointResponse:
        """Forgotten."""
        await endpoints.delete_endpoint(self._database, UUID(request.endpoint_id), owner_of(), self._clock.now())
        return pb.DeleteWebhookEndpointResponse()

    async def RotateWebhookSecret(  # noqa: N802
        self, request: pb.RotateWebhookSecretRequest, context: Any
    ) -> pb.RotateWebhookSecretResponse:
        """Another secret, shown this once."""
        row, secret = await endpoints.rotate_secret(
            self._database, self._terms, UUID(request.endpoint_id), owner_of(), self._clock.now()
        )
        return pb.RotateWebhookSecretResponse(endpoint=endpoint_of(row), secret=secret)

    async def SendWebhookTest(self, request: pb.SendWebhookTestRequest, context: Any) -> pb.SendWebhookTestResponse:  # noqa: N802
        """A test event."""
        row = await endpoints.send_ping(self._database, UUID(request.endpoint_id), owner_of(), self._clock.now())
        return pb.SendWebhookTestResponse(delivery=delivery_of(row))

    async def ListWebhookDeliveries(  # noqa: N802
        self, request: pb.ListWebhookDeliveriesRequest, context: Any
    ) -> pb.ListWebhookDeliveriesResponse:
        """A page of the log."""
        name = pb.WebhookDeliveryStatus.Name(request.status).removeprefix("WEBHOOK_DELIVERY_STATUS_").lower()
        rows, token = await deliveries.list_deliveries(
            self._database,
            UUID(request.endpoint_id),
            owner_of(),
            name if request.status else "",
            request.page_token,
            page_size_of(request.page_size),
            self._clock.now(),
        )
        return pb.ListWebhookDeliveriesResponse(deliveries=[delivery_of(row) for row in rows], next_page_token=token)

    async def ReplayWebhookDelivery(  # noqa: N802
        self, request: pb.ReplayWebhookDeliveryRequest, context: Any
    ) -> pb.ReplayWebhookDeliveryResponse:
        """Once more."""
        row = await deliveries.replay_delivery(self._database, UUID(request.delivery_id), owner_of(), self._clock.now())
        return pb.ReplayWebhookDeliveryResponse(delivery=delivery_of(row))


def owner_of(asked: str = "") -> UUID | None:
    """Whose endpoints the caller means: a key's own; for staff those of the key they ask for, or None for any."""
    principal = current_principal()
    if principal.kind == "api_key":
        return UUID(principal.id)
    return UUID(asked) if asked else None


def endpoint_of(row: RowMapping) -> pb.WebhookEndpoint:
    """An endpoint, without its secrets."""
    same = ("url", "description", "contact_email", "event_types", "is_enabled", "disabled_because")
    answer = pb.WebhookEndpoint(
        id=str(row["id"]), api_key_id=str(row["owner_id"]), **{name: row[name] for name in same}
    )
    answer.created_at.FromDatetime(row["created_at"])
    if row["failing_since"]:
        answer.failing_since.FromDatetime(row["failing_since"])
    if row["previous_until"]:
        answer.previous_secret_until.FromDatetime(row["previous_until"])
    return answer


def delivery_of(row: RowMapping) -> pb.WebhookDelivery:
    """A delivery."""
    answer = pb.WebhookDelivery(
        id=str(row["id"]),
        endpoint_id=str(row["endpoint_id"]),
        webhook_id=webhook_id(row["event_id"]),
        event_type=row["event_type"],
        status=f"WEBHOOK_DELIVERY_STATUS_{row['status'].upper()}",
        attempts=row["attempts"],
        last_status_code=row["last_status_code"],
        last_error=row["last_error"],
        body_json=row["body"],
    )
    answer.created_at.FromDatetime(row["created_at"])
    if row["status"] in OPEN:
        answer.next_try_at.FromDatetime(row["due_at"])
    if row["delivered_at"]:
        answer.delivered_at.FromDatetime(row["delivered_at"])
    return answer
