"""A webhook endpoint that is switched off by itself: its contact and the office are told, once."""

from __future__ import annotations

from typing import Any

import pytest
from chassis.clock import Clock
from chassis.refusal import Invalid
from hearing import OFFICE, hear, said
from mail_stage import Post
from notifications import webhook_clock
from notifications.clock import Sender, send_next
from notifications.store import webhook_endpoints
from partner_stage import ask, open_partner, register, sender_for
from totetaxi.notifications.v1 import partner_webhook_service_pb2 as pb
from totetaxi.notifications.v1.events_pb2 import WebhookEndpointDisabled

CONTACT = "hooks@partner.example"


async def endpoint_of(sender: Sender, url: str, contact: str = CONTACT) -> Any:
    made = (await register(sender.database, Clock(), url)).endpoint
    change = pb.UpdateWebhookEndpointRequest(endpoint_id=made.id, contact_email=contact, description="Orders")
    return (await ask(sender.database, Clock(), "UpdateWebhookEndpoint", change)).endpoint


async def fail_for_good(sender: Sender, contact: str = CONTACT) -> WebhookEndpointDisabled:
    """An endpoint that answers 410; what is said of it."""
    async with open_partner() as partner:
        partner.status = 410
        made = await endpoint_of(sender, f"{partner.url}/secret-path", contact)
        await ask(sender.database, Clock(), "SendWebhookTest", pb.SendWebhookTestRequest(endpoint_id=made.id))
        while await webhook_clock.send_next(sender_for(sender.database, Clock())):
            pass
    [event] = await said(sender.database, WebhookEndpointDisabled)
    return event  # type: ignore[no-any-return]


async def send_all(sender: Sender) -> None:
    while await send_next(sender):
        pass


async def test_its_contact_and_the_office_are_told_once(sender: Sender, post: Post) -> None:
    event = await fail_for_good(sender)
    await hear(sender.database, event, times=2)
    await send_all(sender)
    [mail] = post.mails(CONTACT)
    assert mail["Subject"].startswith("We stopped sending webhooks to 127.0.0.1:")
    assert "secret-path" not in mail.as_string()
    [told] = post.mails(OFFICE)
    assert told["Subject"] == "A partner's webhooks are switched off"


async def test_without_a_contact_the_office_alone_is_told(sender: Sender, post: Post) -> None:
    await hear(sender.database, await fail_for_good(sender, contact=""))
    await send_all(sender)
    assert (len(post.mails(CONTACT)), len(post.mails(OFFICE))) == (0, 1)


async def test_nobody_is_told_of_one_that_works_again(sender: Sender, post: Post) -> None:
    event = await fail_for_good(sender)
    change = pb.UpdateWebhookEndpointRequest(endpoint_id=event.endpoint_id, is_enabled=True)
    await ask(sender.database, Clock(), "UpdateWebhookEndpoint", change)
    await hear(sender.database, event)
    await send_all(sender)
    assert post.mails(CONTACT) + post.mails(OFFICE) == []


async def test_nobody_is_told_where_the_key_was_revoked(sender: Sender, post: Post) -> None:
    made = await endpoint_of(sender, "https://partner.example/")
    async with sender.database.transaction() as connection:
        await webhook_endpoints.disable_all_of(connection, made.api_key_id)
    await hear(sender.database, WebhookEndpointDisabled(endpoint_id=made.id, reason="key_revoked"))
    await send_all(sender)
    assert post.mails(CONTACT) + post.mails(OFFICE) == []


async def test_a_contact_is_an_address(sender: Sender) -> None:
    with pytest.raises(Invalid, match="contact_email must be an address"):
        await endpoint_of(sender, "https://partner.example/", contact="nobody")
