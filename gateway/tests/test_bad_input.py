"""What no honest client sends is a clear 400 or 413, and reaches no service."""

from __future__ import annotations

import json

import pytest
import sessions
from chassis.refusal import NotFound, UnknownCaller
from identity_messages import PASSWORD
from totetaxi.identity.v1.session_service_pb2 import SignOutResponse

LOGIN = "/api/customer/auth/login/"
REGISTER = "/api/customer/auth/register/"
FORM = {
    "email": "grace@example.com",
    "password": PASSWORD,
    "password_confirm": PASSWORD,
    "first_name": "Grace",
    "last_name": "Hopper",
}
RESOLVING = {"ResolveSession", "ResolveApiKey", "IssueAnonymousPrincipal", "ExchangeServiceSecret"}


def asked(network) -> set[str]:
    """What services were asked besides who it is."""
    return {call.method for call in network.calls} - RESOLVING


@pytest.mark.parametrize("path", [LOGIN, REGISTER, "/api/staff/auth/login/"])
async def test_a_password_of_ten_megabytes_is_413(client, network, path: str) -> None:
    answer = await client.post(path, json={"email": "grace@example.com", "password": "x" * 10_000_000})
    assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")
    assert asked(network) == set()


@pytest.mark.parametrize("password", ["x" * 1025, "é" * 513, "x" * 100_000, ""])
async def test_a_password_that_nobody_types_is_400(client, network, password: str) -> None:
    answer = await client.post(LOGIN, json={"email": "grace@example.com", "password": password})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "password")
    assert "xxxx" not in answer.text
    assert asked(network) == set()


@pytest.mark.parametrize("member", FORM)
@pytest.mark.parametrize("text", ["\\u0000", "a\\u0000b", "\\ud800", 7, None, [], {}])
async def test_odd_text_is_400_and_names_the_member(client, network, member: str, text: object) -> None:
    body = json.dumps({**FORM, member: "@@"}).replace(
        '"@@"', f'"{text}"' if isinstance(text, str) else json.dumps(text)
    )
    answer = await client.post(REGISTER, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert member in {fault["field"] for fault in answer.json()["errors"]}
    assert asked(network) == set()


async def test_names_of_every_script_are_welcome(client, network) -> None:
    for name in ("Zoë", "李小龙", "O’Neill-Śmith", "नरेन्द्र", "👩‍🚀"):
        await client.post(REGISTER, json={**FORM, "first_name": name})
    assert len(network.asked("Register")) == 5


@pytest.mark.parametrize("query", ["search=a%00b", "search=a%07b", "cursor=%00", "search=" + "x" * 101, "page_size=51"])
async def test_odd_questions_are_400_and_name_the_member(client, identity, query: str) -> None:
    await sessions.hold_session(client, sessions.STAFF_SESSION)
    answer = await client.get(f"/api/staff/customers/?{query}")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, query.partition("=")[0])
    assert asked(identity) == set()


@pytest.mark.parametrize("path", ["%00", "a%00b", "..%2f..", "%ff", "1'--"])
async def test_what_is_no_id_is_400(client, identity, path: str) -> None:
    await sessions.hold_session(client, sessions.STAFF_SESSION)
    answer = await client.get(f"/api/staff/customers/{path}/")
    assert answer.status_code in {400, 404}
    assert asked(identity) == set()


@pytest.mark.parametrize("number", ["%00", "TT-%00", "%f0%9f%9a%9a"])
async def test_what_is_no_booking_number_is_refused(client, network, number: str) -> None:
    def unknown(_: object) -> None:
        raise NotFound("booking_not_found", "There is no such booking.")

    network.answers["GetBookingByNumber"] = unknown
    answer = await client.get(f"/api/public/booking-status/{number}/")
    assert answer.status_code == (400 if "%00" in number else 404)


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": b"Bearer \xff\xfe"},
        {"Authorization": b"Bearer " + b"x" * 5000},
        {"Authorization": b"Basic Z3JhY2U6aHVudGVyMg=="},
        {"X-CSRFToken": b"\xff.\xff"},
        {"If-Match": b"\xff"},
        {"User-Agent": b"\xff\x01 odd"},
        {"X-Forwarded-For": b"\xff, \x01"},
        {"Accept-Language": b"\xff\xff"},
    ],
)
async def test_odd_headers_are_no_error_of_ours(client, identity, headers: dict[str, bytes]) -> None:
    answer = await client.patch("/api/customer/profile/", json={"first_name": "Ada"}, headers=headers)
    assert answer.status_code == 401


async def test_a_cookie_replayed_after_signing_out_is_nobodys(customer, identity) -> None:
    def over(_: object) -> None:
        raise UnknownCaller("session_over", "You are not signed in any more; please sign in again.")

    identity.answers["SignOut"] = lambda _: SignOutResponse()
    assert (await customer.post("/api/customer/auth/logout/")).status_code == 200
    identity.answers["ResolveSession"] = over
    await sessions.hold_session(customer)
    assert (await customer.get("/api/customer/profile/")).status_code == 401
    assert (await customer.patch("/api/customer/profile/", json={"first_name": "Eve"})).status_code == 401
