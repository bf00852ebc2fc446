"""Following a booking live: nothing is missed, nothing comes twice, and nobody hears who may not."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import httpx2
import pytest
import sessions
from announcing import announce
from chassis.refusal import NotFound, Unavailable, UnknownCaller
from contract_messages import BOOKING_ID
from event_stream import Listener, listening
from live_gateway import PATH, Life, serving
from nats_for_tests import NatsServer
from prometheus_client import REGISTRY
from totetaxi.booking.v1 import events_pb2 as events
from totetaxi.booking.v1.booking_pb2 import BookingSummary
from totetaxi.identity.v1.events_pb2 import SessionRevoked

OURS = BookingSummary(id=BOOKING_ID)


@pytest.fixture
def life(network: Any) -> Life:
    """A booking that is paid."""
    made = Life("pending", "paid")
    network.answers["ListBookingEvents"] = made.answer
    return made


@pytest.fixture
async def customer(settings: Any, identity: Any, nats_server: NatsServer, life: Life) -> AsyncIterator[Any]:
    async with serving(settings, nats_url=nats_server.url("gateway")) as client:
        yield client


@pytest.fixture
async def deaf_customer(settings: Any, identity: Any, life: Life) -> AsyncIterator[Any]:
    """Of a gateway that NATS does not answer."""
    async with serving(settings, streams_per_customer=2) as client:
        yield client


async def test_what_happened_is_told_at_once_and_then_whatever_happens(customer, nats_server, life, network) -> None:
    async with listening(customer, PATH) as stream:
        assert await stream.statuses(2) == ["pending", "paid"]
        life.reach("scheduled")
        await announce(nats_server, events.BookingScheduled(booking=OURS))
        heard = await stream.next()
    assert (heard.id, heard.event, heard.data["position"]) == ("3", "status", 3)
    assert heard.data["happened_at"].endswith(("-04:00", "-05:00"))
    assert stream.said == [": following", "retry: 2000"]


async def test_a_stage_of_a_delivery_is_told_too_and_news_of_others_wake_nobody(
    customer, nats_server, life, network
) -> None:
    async with listening(customer, PATH) as stream:
        await stream.statuses(2)
        asked = len(network.asked("ListBookingEvents"))
        await announce(nats_server, events.BookingPaid(booking=BookingSummary(id=sessions.CUSTOMER_ID)))
        life.reach("in_progress")
        await announce(nats_server, events.DeliveryLoaded(booking=OURS))
        assert await stream.statuses(1) == ["in_progress"]
        assert len(network.asked("ListBookingEvents")) == asked + 1


async def test_whoever_comes_back_goes_on_where_they_were(deaf_customer, life) -> None:
    for status in ("scheduled", "in_progress", "completed"):
        life.reach(status)
    life.is_over = True
    async with listening(deaf_customer, PATH, after="2") as stream:
        heard = [await stream.next() for _ in range(5)]
    assert [each and (each.id, each.event) for each in heard] == [
        ("3", "status"),
        ("4", "status"),
        ("5", "status"),
        ("", "end"),
        None,
    ]


async def test_whoever_knows_all_of_what_is_over_is_told_not_to_come_back(deaf_customer, life) -> None:
    life.is_over = True
    answer = await deaf_customer.get(PATH, headers={"Last-Event-ID": "2"})
    assert (answer.status_code, answer.content) == (204, b"")


@pytest.mark.parametrize("known", ["x", "-1", "1.5", "9999999999", "²"])
async def test_an_id_that_we_never_sent_is_refused(deaf_customer, known: str) -> None:
    answer = await deaf_customer.get(PATH, headers={"Last-Event-ID": known.encode()})
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_last_event_id")


async def test_strangers_visitors_and_staff_hear_nothing(deaf_customer, network) -> None:
    def nobodys(_: Any) -> Any:
        raise NotFound("booking_not_found", "There is no such booking.", "booking_id")

    network.answers["ListBookingEvents"] = nobodys
    answer = await deaf_customer.get(PATH)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert (await deaf_customer.get(PATH, headers={"Cookie": ""})).status_code == 401
    as_staff = {"Cookie": f"{sessions.COOKIE}={sessions.STAFF_SESSION}"}
    assert (await deaf_customer.get(PATH, headers=as_staff)).status_code == 403


async def test_a_customer_has_so_many_streams_and_a_place_is_free_again_when_one_ends(
    deaf_customer, eventually
) -> None:
    async with AsyncExitStack() as opened:
        streams = [await opened.enter_async_context(listening(deaf_customer, PATH)) for _ in range(2)]
        for stream in streams:
            await stream.statuses(2)
        answer = await deaf_customer.get(PATH)
        assert (answer.status_code, answer.json()["code"]) == (429, "too_many_streams")
        assert int(answer.headers["Retry-After"]) > 0

    async def there_is_room() -> bool:
        async with deaf_customer.stream("GET", PATH) as answer:
            return bool(answer.status_code == 200)

    await eventually(there_is_room)


async def test_a_process_has_so_many_streams(settings, identity, life) -> None:
    async with serving(settings, streams=1) as client, listening(client, PATH) as stream:
        await stream.statuses(2)
        answer = await client.get(PATH)
        assert (answer.status_code, answer.json()["code"]) == (429, "streams_full")


async def test_the_stream_of_a_revoked_session_ends(customer, network, nats_server) -> None:
    def over(_: Any) -> Any:
        raise UnknownCaller("session_over", "This session is over; please sign in again.")

    async with listening(customer, PATH) as stream:
        await stream.statuses(2)
        network.answers["ResolveSession"] = over
        await announce(nats_server, SessionRevoked(account_id=sessions.CUSTOMER_ID, session_ids=[sessions.SESSION_ID]))
        assert await stream.next() is None


async def test_a_booking_that_is_theirs_no_longer_is_told_of_no_longer(customer, network, nats_server) -> None:
    def nobodys(_: Any) -> Any:
        raise NotFound("booking_not_found", "There is no such booking.", "booking_id")

    async with listening(customer, PATH) as stream:
        await stream.statuses(2)
        network.answers["ListBookingEvents"] = nobodys
        await announce(nats_server, events.BookingCancelled(booking=OURS))
        assert await stream.next() is None


async def test_what_happens_while_nats_is_away_is_told_when_it_is_back(customer, life, nats_server) -> None:
    async with listening(customer, PATH) as stream:
        await stream.statuses(2)
        await told_by_event(stream, life, nats_server, "scheduled")
        nats_server.kill()
        life.reach("in_progress")
        nats_server.start()
        assert await stream.statuses(1) == ["in_progress"]
        await told_by_event(stream, life, nats_server, "completed")


async def told_by_event(stream: Listener, life: Life, nats_server: NatsServer, status: str) -> None:
    """It comes into a state, and booking says so."""
    life.reach(status)
    await announce(nats_server, events.BookingScheduled(booking=OURS))
    assert await stream.statuses(1) == [status]


async def test_a_booking_service_that_is_away_delays_and_loses_nothing(customer, life, network, nats_server) -> None:
    def away(_: Any) -> Any:
        network.answers["ListBookingEvents"] = life.answer
        raise Unavailable("booking_unavailable", "Please try again in a moment.")

    async with listening(customer, PATH) as stream:
        await stream.statuses(2)
        life.reach("scheduled")
        network.answers["ListBookingEvents"] = away
        await announce(nats_server, events.BookingScheduled(booking=OURS))
        assert await stream.statuses(1) == ["scheduled"]


async def test_a_stream_ends_by_itself_to_be_opened_again(settings, identity, life) -> None:
    async with serving(settings, stream_seconds=0.1) as client, listening(client, PATH) as stream:
        assert await stream.statuses(2) == ["pending", "paid"]
        assert await stream.next() is None


async def test_no_proxy_keeps_or_holds_back_a_stream(deaf_customer: httpx2.AsyncClient) -> None:
    async with listening(deaf_customer, PATH) as stream:
        headers = stream.answer.headers
        assert headers["content-type"] == "text/event-stream; charset=utf-8"
        assert (headers["cache-control"], headers["x-accel-buffering"]) == ("no-store", "no")


async def test_asking_for_the_headers_alone_opens_no_stream(deaf_customer: httpx2.AsyncClient) -> None:
    answer = await deaf_customer.head(PATH)
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-type"].startswith("text/event-stream")


async def test_how_long_a_stream_stays_open_is_not_how_slowly_we_answer(settings, identity, life, eventually) -> None:
    route = {"method": "GET", "route": "/api/customer/bookings/{booking_id}/events/", "status": "200"}

    def measured(of: str) -> float:
        return REGISTRY.get_sample_value(f"totetaxi_http_seconds_{of}", route) or 0.0

    before = measured("sum"), measured("count")
    async with serving(settings, stream_seconds=2) as client, listening(client, PATH) as stream:
        while await stream.next():
            assert (REGISTRY.get_sample_value("totetaxi_gateway_streams") or 0) > 0
    await eventually(lambda: measured("count") == before[1] + 1)
    assert measured("sum") - before[0] < 1
    assert REGISTRY.get_sample_value("totetaxi_gateway_streams") == 0
