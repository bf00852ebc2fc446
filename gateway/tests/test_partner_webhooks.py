"""Partners' webhooks over REST."""

import pytest
import sessions
from contract_messages import BOOKING_ID, NOON, timestamp
from totetaxi.notifications.v1 import partner_webhook_service_pb2 as message

ENDPOINTS = "/api/webhooks/endpoints/"
ENDPOINT = f"{ENDPOINTS}{BOOKING_ID}/"
HOOK = {"url": "https://partner.example/hooks", "event_types": ["booking.paid"]}


def endpoint() -> message.WebhookEndpoint:
    return message.WebhookEndpoint(id=BOOKING_ID, url=HOOK["url"], is_enabled=True, created_at=timestamp(NOON))


def delivery() -> message.WebhookDelivery:
    return message.WebhookDelivery(
        id=BOOKING_ID,
        status=message.WEBHOOK_DELIVERY_STATUS_FAILED,
        body_json='{"type":"booking.paid"}',
        created_at=timestamp(NOON),
    )


@pytest.fixture
async def partner(client, identity):
    """A partner's own system."""
    client.headers["Authorization"] = f"Bearer {sessions.APP_KEY}"
    answers = {
        "ListWebhookEventTypes": lambda _: message.ListWebhookEventTypesResponse(
            event_types=[message.WebhookEventType(name="booking.paid", description="Paid.")]
        ),
        "CreateWebhookEndpoint": lambda _: message.CreateWebhookEndpointResponse(endpoint=endpoint(), secret="whsec_x"),
        "ListWebhookEndpoints": lambda _: message.ListWebhookEndpointsResponse(endpoints=[endpoint()]),
        "GetWebhookEndpoint": lambda _: message.GetWebhookEndpointResponse(endpoint=endpoint()),
        "UpdateWebhookEndpoint": lambda _: message.UpdateWebhookEndpointResponse(endpoint=endpoint()),
        "DeleteWebhookEndpoint": lambda _: message.DeleteWebhookEndpointResponse(),
        "RotateWebhookSecret": lambda _: message.RotateWebhookSecretResponse(endpoint=endpoint(), secret="whsec_y"),
        "SendWebhookTest": lambda _: message.SendWebhookTestResponse(delivery=delivery()),
        "ListWebhookDeliveries": lambda _: message.ListWebhookDeliveriesResponse(deliveries=[delivery()]),
        "ReplayWebhookDelivery": lambda _: message.ReplayWebhookDeliveryResponse(delivery=delivery()),
    }
    identity.answers |= answers
    return client


async def test_a_partner_makes_an_endpoint_and_sees_its_secret_once(partner, network) -> None:
    answer = await partner.post(ENDPOINTS, json=HOOK)
    assert (answer.status_code, answer.json()["secret"], answer.headers["location"]) == (201, "whsec_x", ENDPOINT)
    assert list(network.asked("CreateWebhookEndpoint")[0].request.event_types.names) == ["booking.paid"]
    assert sessions.token_used(network, "CreateWebhookEndpoint") == f"principal-of-{sessions.APP_KEY}"
    assert "secret" not in (await partner.get(ENDPOINT)).json()


async def test_what_is_left_out_of_a_change_stays(partner, network) -> None:
    assert (await partner.patch(ENDPOINT, json={"is_enabled": False})).status_code == 200
    asked = network.asked("UpdateWebhookEndpoint")[0].request
    assert [field.name for field, _ in asked.ListFields()] == ["endpoint_id", "is_enabled"]
    assert (await partner.patch(ENDPOINT, json={})).status_code == 400


@pytest.mark.parametrize("changes", [{"event_types": []}, {"url": ""}, {"url": "x" * 2001}, {"secret": "mine"}])
async def test_a_wrong_endpoint_asks_nobody(partner, network, changes) -> None:
    assert (await partner.post(ENDPOINTS, json={**HOOK, **changes})).status_code == 400
    assert network.asked("CreateWebhookEndpoint") == []


async def test_deliveries_are_shown_by_state_with_their_body(partner, network) -> None:
    page = (await partner.get(f"{ENDPOINT}deliveries/", params={"status": "failed"})).json()
    assert (page["deliveries"][0]["status"], page["deliveries"][0]["body"]) == ("failed", {"type": "booking.paid"})
    asked = network.asked("ListWebhookDeliveries")[0].request
    assert asked.status == message.WEBHOOK_DELIVERY_STATUS_FAILED


async def test_testing_rotating_replaying_listing_and_deleting(partner) -> None:
    assert (await partner.post(f"{ENDPOINT}test/")).status_code == 202
    assert (await partner.post(f"{ENDPOINT}rotate-secret/")).json()["secret"] == "whsec_y"
    assert (await partner.post(f"/api/webhooks/deliveries/{BOOKING_ID}/replay/")).status_code == 202
    assert len((await partner.get(ENDPOINTS)).json()["endpoints"]) == 1
    assert (await partner.get("/api/webhooks/event-types/")).json()["event_types"][0]["name"] == "booking.paid"
    assert (await partner.delete(ENDPOINT)).status_code == 204
