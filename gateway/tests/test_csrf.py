"""Changes made with a session need the session's own CSRF token, and must come from our own pages."""

import pytest
import sessions
from contract_messages import booked, guest_booking_body
from gateway.csrf import is_genuine, new_csrf_token
from totetaxi.identity.v1 import session_service_pb2 as messages

BOOK = "/api/public/guest-booking/"
CHANGES = [
    ("DELETE", f"/api/customer/sessions/{sessions.SESSION_ID}/"),
    ("POST", "/api/customer/sessions/revoke-others/"),
]
ELSEWHERE = [
    {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example.com"},
    {"Sec-Fetch-Site": "same-site", "Origin": "https://blog.gateway.local"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Origin": "https://evil.example.com"},
    {"Origin": "null"},
]


@pytest.fixture(autouse=True)
def services(identity) -> None:
    identity.answers["RevokeOwnSession"] = lambda _: messages.RevokeOwnSessionResponse()
    identity.answers["RevokeOtherSessions"] = lambda _: messages.RevokeOtherSessionsResponse(revoked=2)
    identity.answers["CreateGuestBooking"] = lambda _: booked()


@pytest.mark.parametrize(("method", "path"), CHANGES)
async def test_a_change_with_the_sessions_token_is_made(customer, method: str, path: str) -> None:
    assert (await customer.request(method, path)).status_code in {200, 204}


@pytest.mark.parametrize(("method", "path"), CHANGES)
async def test_a_change_without_a_token_is_403(customer, network, method: str, path: str) -> None:
    del customer.headers["X-CSRFToken"]
    answer = await customer.request(method, path)
    assert (answer.status_code, answer.json()["code"]) == (403, "csrf_failed")
    assert network.asked("RevokeOwnSession") == network.asked("RevokeOtherSessions") == []


async def test_a_public_change_made_with_a_session_needs_the_token_too(customer, network) -> None:
    del customer.headers["X-CSRFToken"]
    assert (await customer.post(BOOK, json=guest_booking_body())).status_code == 403
    assert network.asked("CreateGuestBooking") == []


async def test_without_a_session_nobody_needs_a_token(client) -> None:
    assert (await client.post(BOOK, json=guest_booking_body())).status_code == 201


@pytest.mark.parametrize("binding", ["", "binding-of-another-session"])
async def test_a_token_of_another_session_is_refused(customer, settings, binding: str) -> None:
    foreign = new_csrf_token(settings, binding)
    customer.cookies.set("csrftoken", foreign, domain="gateway.local", path="/")
    answer = await customer.post(CHANGES[1][1], headers={"X-CSRFToken": foreign})
    assert (answer.status_code, answer.json()["code"]) == (403, "csrf_failed")


async def test_header_and_cookie_must_carry_the_same_token(customer, settings) -> None:
    other = new_csrf_token(settings, f"binding-of-{sessions.SESSION}")
    assert (await customer.post(CHANGES[1][1], headers={"X-CSRFToken": other})).status_code == 403


@pytest.mark.parametrize("headers", ELSEWHERE)
async def test_what_another_sites_page_sends_is_refused_even_with_the_token(customer, headers: dict[str, str]) -> None:
    answer = await customer.post(CHANGES[1][1], headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (403, "cross_site")


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, {"Origin": "http://gateway.local"}, {}]
)
async def test_what_our_own_pages_and_programs_send_is_done(customer, headers: dict[str, str]) -> None:
    assert (await customer.post(CHANGES[1][1], headers=headers)).status_code == 200


async def test_a_configured_site_may_send_changes(gateway_with, identity) -> None:
    async with gateway_with(cors_origins="https://app.example.com") as client:
        await sessions.hold_session(client)
        headers = {"Sec-Fetch-Site": "cross-site", "Origin": "https://app.example.com"}
        assert (await client.post(CHANGES[1][1], headers=headers)).status_code == 200


async def test_the_token_is_another_once_one_has_signed_in(client, identity, settings) -> None:
    before = (await client.get(sessions.CSRF_PATH)).json()["csrf_token"]
    await sessions.hold_session(client)
    after = client.headers["X-CSRFToken"]
    assert before != after
    assert is_genuine(after, settings, f"binding-of-{sessions.SESSION}")
    assert not is_genuine(after, settings)
