"""Webhooks end to end: real events, a real database, and a real HTTP server as the partner."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from chassis.clock import Clock
from chassis.database import Database
from chassis.inbox import hear_once
from chassis.refusal import Conflict, Invalid, NotFound
from hearing import fact_of, rows, said
from notifications.events import listeners
from notifications.webhook_clock import prune, send_next
from paid_event import paid_event
from partner_stage import OWNER, Partner, ask, deliveries, open_partner, register, sender_for
from told import cancelled
from totetaxi.booking.v1.events_pb2 import BookingCancelled
from totetaxi.identity.v1.events_pb2 import ApiKeyRevoked
from totetaxi.notifications.v1 import events_pb2
from totetaxi.notifications.v1 import partner_webhook_service_pb2 as pb

DELIVERED, FAILED = pb.WEBHOOK_DELIVERY_STATUS_DELIVERED, pb.WEBHOOK_DELIVERY_STATUS_FAILED
WAITING = pb.WEBHOOK_DELIVERY_STATUS_WAITING
ANYBODY = "0197a000-0000-7000-8000-0000000000ff"


class Hands(Clock):
    """A clock that tests turn on."""

    def __init__(self) -> None:
        self.moment = datetime.now(UTC)

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
async def partner() -> AsyncIterator[Partner]:
    async with open_partner() as opened:
        yield opened


async def tell(database: Database, event: object, times: int = 1) -> None:
    """Delivers an event to the listener that tells partners."""
    fact = fact_of(event)
    (listener,) = [
        each
        for each in listeners(Clock())
        if each.event is type(event) and each.handle.__name__.startswith(("tell_partners", "disable_endpoints"))
    ]
    for attempt in range(times):
        await hear_once(database, listener, listener.durable("notifications"), fact, attempt + 1)


async def test_a_partner_hears_once_of_what_it_chose_and_can_verify_it(
    database: Database, clock: Hands, partner: Partner
) -> None:
    made = await register(database, clock, partner.url, "booking.paid")
    event = paid_event()
    await tell(database, event, times=3)
    await tell(database, cancelled())
    clock.moment = datetime.now(UTC)
    sender = sender_for(database, clock)
    while await send_next(sender):
        pass
    (document,) = partner.verified(made.secret)
    assert (document["type"], document["data"]["booking_id"]) == ("booking.paid", event.booking.id)
    assert (document["data"]["total_cents"], document["data"]["status"]) == (139500, "paid")
    body = partner.received[0][1]
    assert not any(word in body for word in ("Eleanor", "Whitfield", "Fifth Avenue", "@"))
    (delivery,) = await deliveries(database, clock, made.endpoint.id)
    assert (delivery.status, delivery.last_status_code, delivery.attempts) == (DELIVERED, 200, 1)


async def test_a_secret_that_can_not_be_read_sends_nothing_and_tells_the_partner_to_rotate_it(
    database: Database, clock: Hands, partner: Partner
) -> None:
    made = await register(database, clock, partner.url)
    await tell(database, paid_event())
    clock.moment = datetime.now(UTC)
    with_another_key = replace(sender_for(database, clock), encryption_key=b"k" * 32)
    assert await send_next(with_another_key) == 1
    (delivery,) = await deliveries(database, clock, made.endpoint.id)
    assert (delivery.status, delivery.last_error) == (WAITING, "The secret can't be read; please rotate it.")
    assert partner.received == []


async def test_every_published_event_is_told(database: Database, clock: Hands, partner: Partner) -> None:
    heard = {each.event for each in listeners(Clock()) if each.handle.__name__.startswith("tell_partners_of")}
    types = (await ask(database, clock, "ListWebhookEventTypes", pb.ListWebhookEventTypesRequest())).event_types
    assert BookingCancelled in heard
    assert len(heard) == len(types)


async def test_a_failing_endpoint_is_tried_for_a_day_under_one_id_and_then_no_more(
    database: Database, clock: Hands, partner: Partner
) -> None:
    partner.status = 503
    made = await register(database, clock, partner.url)
    await tell(database, paid_event())
    clock.moment = began = datetime.now(UTC)
    sender = sender_for(database, clock)
    while await send_next(sender):
        (delivery,) = await deliveries(database, clock, made.endpoint.id)
        if delivery.status == WAITING:
            clock.moment = delivery.next_try_at.ToDatetime(tzinfo=UTC)
    assert (delivery.status, delivery.last_error) == (FAILED, "The endpoint answered 503.")
    assert len({headers["webhook-id"] for headers, _ in partner.received}) == 1
    assert len(partner.received) == 10
    assert timedelta(hours=21) < clock.moment - began < timedelta(hours=24)


async def test_a_redirect_is_a_failure_and_nobody_follows_it(
    database: Database, clock: Hands, partner: Partner
) -> None:
    partner.status = 302
    made = await register(database, clock, partner.url)
    await tell(database, paid_event())
    clock.moment = datetime.now(UTC)
    await send_next(sender_for(database, clock))
    (delivery,) = await deliveries(database, clock, made.endpoint.id)
    assert (len(partner.received), delivery.last_status_code, delivery.status) == (1, 302, WAITING)


async def test_a_slow_or_closed_endpoint_is_tried_again(database: Database, clock: Hands, partner: Partner) -> None:
    partner.is_slow = True
    slow = await register(database, clock, partner.url)
    closed = await register(database, clock, "http://127.0.0.1:1")
    await tell(database, paid_event())
    clock.moment = datetime.now(UTC)
    sender = sender_for(database, clock, seconds=0.3)
    assert [await send_next(sender), await send_next(sender)] == [1, 1]
    (late,) = await deliveries(database, clock, slow.endpoint.id)
    (refused,) = await deliveries(database, clock, closed.endpoint.id)
    assert late.last_error == "There was no answer within 0.3 seconds."
    assert refused.last_error.startswith("The endpoint could not be reached")
    assert (late.status, refused.status) == (WAITING, WAITING)


@pytest.mark.parametrize(("status", "days", "reason"), [(410, 0, "gone"), (500, 6, "failing")])
async def test_what_is_gone_or_fails_for_days_is_disabled_with_a_notice(
    database: Database, clock: Hands, partner: Partner, status: int, days: int, reason: str
) -> None:
    partner.status = status
    made = await register(database, clock, partner.url)
    for later in {0, days}:
        await tell(database, paid_event())
        clock.moment = datetime.now(UTC) + timedelta(days=later)
        while await send_next(sender_for(database, clock)):
            pass
    asked = pb.GetWebhookEndpointRequest(endpoint_id=made.endpoint.id)
    endpoint = (await ask(database, clock, "GetWebhookEndpoint", asked)).endpoint
    assert (endpoint.is_enabled, endpoint.disabled_because) == (False, reason)
    assert [each.reason for each in await said(database, events_pb2.WebhookEndpointDisabled)] == [reason]
    assert {each.status for each in await deliveries(database, clock, made.endpoint.id)} == {FAILED}
    with pytest.raises(Conflict):
        await ask(database, clock, "SendWebhookTest", pb.SendWebhookTestRequest(endpoint_id=made.endpoint.id))


async def test_after_a_rotation_both_secrets_verify_for_a_day(
    database: Database, clock: Hands, partner: Partner
) -> None:
    made = await register(database, clock, partner.url)
    rotate = pb.RotateWebhookSecretRequest(endpoint_id=made.endpoint.id)
    rotated = await ask(database, clock, "RotateWebhookSecret", rotate)
    await ask(database, clock, "SendWebhookTest", pb.SendWebhookTestRequest(endpoint_id=made.endpoint.id))
    await send_next(sender_for(database, clock))
    assert partner.verified(made.secret) == partner.verified(rotated.secret)
    clock.moment += timedelta(days=1, seconds=1)
    await ask(database, clock, "SendWebhookTest", pb.SendWebhookTestRequest(endpoint_id=made.endpoint.id))
    await send_next(sender_for(database, clock))
    assert len(partner.received[-1][0]["webhook-signature"].split()) == 1


async def test_a_replay_is_sent_under_the_same_id(database: Database, clock: Hands, partner: Partner) -> None:
    made = await register(database, clock, partner.url)
    await ask(database, clock, "SendWebhookTest", pb.SendWebhookTestRequest(endpoint_id=made.endpoint.id))
    await send_next(sender_for(database, clock))
    (delivery,) = await deliveries(database, clock, made.endpoint.id)
    replay = pb.ReplayWebhookDeliveryRequest(delivery_id=delivery.id)
    await ask(database, clock, "ReplayWebhookDelivery", replay)
    with pytest.raises(Conflict):
        await ask(database, clock, "ReplayWebhookDelivery", replay)
    await send_next(sender_for(database, clock))
    first, second = [(headers["webhook-id"], body) for headers, body in partner.received]
    assert first == second


async def test_two_replicas_send_each_delivery_once(database: Database, clock: Hands, partner: Partner) -> None:
    await register(database, clock, partner.url)
    await register(database, clock, f"{partner.url}/second")
    for _ in range(5):
        await tell(database, paid_event())
    clock.moment = datetime.now(UTC)

    async def drain() -> None:
        while await send_next(sender_for(database, clock)):
            pass

    await asyncio.gather(drain(), drain())
    await drain()
    sent = [headers["webhook-id"] for headers, _ in partner.received]
    assert (len(sent), len(set(sent))) == (10, 5)


async def test_a_revoked_key_hears_nothing_more(database: Database, clock: Hands, partner: Partner) -> None:
    made = await register(database, clock, partner.url)
    await tell(database, ApiKeyRevoked(api_key_id=OWNER))
    await tell(database, paid_event())
    assert await deliveries(database, clock, made.endpoint.id) == []
    assert await rows(database) == []


async def test_an_endpoint_is_its_owners_alone(database: Database, clock: Hands, partner: Partner) -> None:
    made = await register(database, clock, partner.url)
    asked = pb.GetWebhookEndpointRequest(endpoint_id=made.endpoint.id)
    with pytest.raises(NotFound):
        await ask(database, clock, "GetWebhookEndpoint", asked, owner=ANYBODY)
    others = await ask(database, clock, "ListWebhookEndpoints", pb.ListWebhookEndpointsRequest(), owner=ANYBODY)
    assert list(others.endpoints) == []
    with pytest.raises(Invalid):
        await register(database, clock, partner.url, "booking.imagined")
    for _ in range(9):
        await register(database, clock, partner.url)
    with pytest.raises(Conflict):
        await register(database, clock, partner.url)


async def test_what_is_older_than_thirty_days_is_forgotten(database: Database, clock: Hands, partner: Partner) -> None:
    made = await register(database, clock, partner.url)
    await ask(database, clock, "SendWebhookTest", pb.SendWebhookTestRequest(endpoint_id=made.endpoint.id))
    clock.moment += timedelta(days=31)
    assert await prune(sender_for(database, clock)) == 1
    assert await deliveries(database, clock, made.endpoint.id) == []
