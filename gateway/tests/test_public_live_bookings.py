"""Following a booking live by its number: for whoever proves to have booked it, for as long as the proof is good."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from hashlib import sha256
from typing import Any
from urllib.parse import quote

import httpx2
import pytest
import sessions
from announcing import announce
from chassis.refusal import NotAllowed, UnknownCaller
from contract_messages import BOOKING_ID
from event_stream import listening
from live_gateway import PATH, PUBLIC, Life, serving
from nats_for_tests import NatsServer
from totetaxi.booking.v1 import events_pb2 as events
from totetaxi.booking.v1.booking_pb2 import BookingSummary
from totetaxi.identity.v1.events_pb2 import SessionRevoked

VISITOR = "visitor-token"
EMAIL = "ada+møve@example.com"
COOKIE_VALUE = "a-guest".ljust(43, "x")
PROOF = {"Booking-Email": quote(EMAIL)}
OURS = BookingSummary(id=BOOKING_ID)


@pytest.fixture
def life(network: Any) -> Life:
    """A booking that is paid; booking tells of it whoever knows the email, or brings the cookie, or is its customer."""
    made = Life("pending", "paid")
    known = {EMAIL, sha256(COOKIE_VALUE.encode()).hexdigest()}

    def answer(asked: Any) -> Any:
        caller = sessions.token_used(network, "ListBookingEvents")
        if not known & {asked.email, asked.guest_session} and caller == VISITOR:
            raise NotAllowed("proof_needed", "Please give the email this booking was made with.", "email")
        return made.answer(asked)

    network.answers["ListBookingEvents"] = answer
    return made


@pytest.fixture
async def guest(settings: Any, identity: Any, nats_server: NatsServer, life: Life) -> AsyncIterator[httpx2.AsyncClient]:
    async with serving(settings, nats_url=nats_server.url("gateway"), streams_per_address=2) as client:
        client.headers.pop("Cookie")
        yield client


async def test_a_guest_is_told_what_happened_and_then_whatever_happens(guest, nats_server, life, network) -> None:
    async with listening(guest, PUBLIC, email=EMAIL) as stream:
        assert await stream.statuses(2) == ["pending", "paid"]
        life.reach("scheduled")
        await announce(nats_server, events.BookingScheduled(booking=OURS))
        heard = await stream.next()
    assert (heard.id, heard.event) == ("3", "status")
    assert set(heard.data) == {"position", "happened_at", "status"}
    asked = network.asked("ListBookingEvents")[-1].request
    assert (asked.booking_number, asked.email, asked.after) == ("TT-7QK2MB", EMAIL, 2)
    assert sessions.token_used(network, "ListBookingEvents") == VISITOR


async def test_the_browser_that_made_it_needs_no_email_and_goes_on_where_it_was(guest, life) -> None:
    life.reach("completed")
    life.is_over = True
    guest.headers["Cookie"] = f"totetaxi_guest={COOKIE_VALUE}"
    async with listening(guest, PUBLIC, after="2") as stream:
        assert await stream.statuses(1) == ["completed"]
        assert (await stream.next()).event == "end"
    assert (await guest.get(PUBLIC, headers={"Last-Event-ID": "3"})).status_code == 204


async def test_nobody_hears_anything_by_the_number_alone_and_no_url_takes_the_email(guest) -> None:
    for path, headers in (
        (PUBLIC, {}),
        (PUBLIC, {"Booking-Email": "eve%40example.com"}),
        (f"{PUBLIC}?email={EMAIL}", {}),
    ):
        answer = await guest.get(path, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (403, "proof_needed")


async def test_staff_are_visitors_here_and_a_customer_is_who_they_are(guest, life, network) -> None:
    guest.headers["Cookie"] = f"{sessions.COOKIE}={sessions.STAFF_SESSION}"
    assert (await guest.get(PUBLIC)).status_code == 403
    async with listening(guest, PUBLIC, email=EMAIL) as stream:
        await stream.statuses(2)
    guest.headers["Cookie"] = f"{sessions.COOKIE}={sessions.SESSION}"
    async with listening(guest, PUBLIC) as stream:
        await stream.statuses(2)
    assert sessions.token_used(network, "ListBookingEvents") == f"principal-of-{sessions.SESSION}"


async def test_the_stream_of_whoever_can_prove_it_no_more_ends(guest, network, nats_server) -> None:
    def unproven(_: Any) -> Any:
        raise NotAllowed("proof_needed", "Please give the email this booking was made with.", "email")

    async with listening(guest, PUBLIC, email=EMAIL) as stream:
        await stream.statuses(2)
        network.answers["ListBookingEvents"] = unproven
        await announce(nats_server, events.BookingScheduled(booking=OURS))
        assert await stream.next() is None


async def test_the_stream_of_a_customer_whose_session_is_revoked_ends_here_too(guest, network, nats_server) -> None:
    def over(_: Any) -> Any:
        raise UnknownCaller("session_over", "This session is over; please sign in again.")

    guest.headers["Cookie"] = f"{sessions.COOKIE}={sessions.SESSION}"
    async with listening(guest, PUBLIC) as stream:
        await stream.statuses(2)
        network.answers["ResolveSession"] = over
        await announce(nats_server, SessionRevoked(account_id=sessions.CUSTOMER_ID, session_ids=[sessions.SESSION_ID]))
        assert await stream.next() is None


async def test_an_address_has_so_many_streams_and_takes_none_from_customers(guest, eventually) -> None:
    async with AsyncExitStack() as opened:
        streams = [await opened.enter_async_context(listening(guest, PUBLIC, email=EMAIL)) for _ in range(2)]
        for stream in streams:
            await stream.statuses(2)
        answer = await guest.get(PUBLIC, headers=PROOF)
        assert (answer.status_code, answer.json()["code"]) == (429, "too_many_streams")
        assert "from your network" in answer.json()["detail"]
        assert int(answer.headers["Retry-After"]) > 0
        guest.headers["Cookie"] = f"{sessions.COOKIE}={sessions.SESSION}"
        async with listening(guest, PATH) as own:
            assert await own.statuses(2) == ["pending", "paid"]
    guest.headers.pop("Cookie")

    async def there_is_room() -> bool:
        async with guest.stream("GET", PUBLIC, headers=PROOF) as answer:
            return bool(answer.status_code == 200)

    await eventually(there_is_room)


async def test_guessing_emails_here_is_counted_with_every_other_lookup(settings, identity, life) -> None:
    async with serving(settings, lookups_per_minute=1) as client:
        client.headers.pop("Cookie")
        answers = [await client.get(PUBLIC, headers={"Booking-Email": guess}) for guess in ("a", "b")]
    assert [answer.status_code for answer in answers] == [403, 429]
