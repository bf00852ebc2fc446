"""Amazon's notifications go on byte for byte, for the gateway itself."""

from __future__ import annotations

from chassis.refusal import Invalid
from totetaxi.notifications.v1.mail_feedback_service_pb2 import ReceiveNotificationResponse

PATH = "/api/notifications/ses/"


async def test_a_notification_arrives_byte_for_byte_as_amazon_posts_it(client, network) -> None:
    network.answers["ReceiveNotification"] = lambda _: ReceiveNotificationResponse()
    body = '{ "Type" : "Notification",\r\n "Message" : "é" }'.encode()
    answer = await client.post(PATH, content=body, headers={"Content-Type": "text/plain; charset=UTF-8"})
    assert (answer.status_code, answer.json()) == (200, {"received": True})
    [call] = network.asked("ReceiveNotification")
    assert call.request.payload == body
    assert call.metadata["authorization"] == "Bearer gateway-token"


async def test_a_notification_larger_than_other_bodies_is_taken(client, network, settings) -> None:
    network.answers["ReceiveNotification"] = lambda _: ReceiveNotificationResponse()
    answer = await client.post(PATH, content=b"x" * (settings.max_body_bytes + 1))
    assert answer.status_code == 200


async def test_an_empty_notification_is_400_and_reaches_nobody(client, network) -> None:
    answer = await client.post(PATH)
    assert (answer.status_code, answer.json()["code"]) == (400, "mail_feedback_malformed")
    assert network.asked("ReceiveNotification") == []


async def test_what_notifications_refuses_is_refused(client, network) -> None:
    def refuse(_: object) -> None:
        raise Invalid("mail_feedback_signature_wrong", "The signature is not Amazon's.")

    network.answers["ReceiveNotification"] = refuse
    answer = await client.post(PATH, content=b"{}")
    assert (answer.status_code, answer.json()["code"]) == (400, "mail_feedback_signature_wrong")
