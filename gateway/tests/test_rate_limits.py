"""Rate limits: by client and by account, told in headers, shared where there is a storage, never in the way."""

from __future__ import annotations

import re
from typing import Any

import pytest
import sessions
import structlog
import valkey
from chassis.refusal import UnknownCaller
from contract_messages import booked, found, guest_booking_body
from identity_messages import PASSWORD
from totetaxi.identity.v1.customer_service_pb2 import RequestPasswordResetResponse
from valkey_for_tests import ValkeyServer, started

STATUS = "/api/public/booking-status/TT-7QK2MB/"
LOGIN = "/api/customer/auth/login/"
RESET = "/api/customer/auth/password-reset/"
FORM = {
    "email": "grace@example.com",
    "password": PASSWORD,
    "password_confirm": PASSWORD,
    "first_name": "Grace",
    "last_name": "Hopper",
}
STATE = re.compile(r'^"(\w+)";r=(\d+);t=(\d+)$')


@pytest.fixture(autouse=True)
def services(identity) -> None:
    def refuse(_: object) -> None:
        raise UnknownCaller("sign_in_refused", "The email or the password is not right.")

    identity.answers |= {
        "GetBookingByNumber": lambda _: found(masked=True),
        "CreateGuestBooking": lambda _: booked(),
        "SignInCustomer": refuse,
        "SignInStaff": refuse,
        "RequestPasswordReset": lambda _: RequestPasswordResetResponse(),
    }


def proof(email: str = "grace@example.com") -> dict[str, str]:
    return {"email": email, "password": PASSWORD}


async def test_every_limited_answer_says_how_much_is_left(gateway_with) -> None:
    async with gateway_with(lookups_per_minute=3) as client:
        answers = [await client.get(STATUS) for _ in range(4)]
    assert {answer.headers["ratelimit-policy"] for answer in answers} == {'"lookups";q=3;w=60'}
    states = [STATE.match(answer.headers["ratelimit"]) for answer in answers]
    assert [state[2] for state in states if state] == ["2", "1", "0", "0"]
    assert all(state and 1 <= int(state[3]) <= 60 for state in states)
    assert answers[-1].headers["retry-after"] == states[-1][3]  # type: ignore[index]


async def test_a_refusal_says_it_too(client) -> None:
    answer = await client.post(LOGIN, json=proof())
    assert answer.status_code == 401
    assert answer.headers["ratelimit-policy"] == '"sign_ins";q=60;w=60, "account_sign_ins";q=20;w=60'
    assert answer.headers["ratelimit"].count(";r=") == 2


async def test_what_is_not_limited_says_nothing(client) -> None:
    assert "ratelimit" not in (await client.get("/health/live/")).headers


async def test_guesses_at_one_account_are_counted_wherever_they_come_from(gateway_with, network) -> None:
    async with gateway_with(account_sign_ins_per_minute=2, trusted_proxies="127.0.0.1/32") as client:
        spellings = ["grace@example.com", " Grace@Example.COM ", "GRACE@EXAMPLE.COM", "grace@example.com"]
        answers = [
            await client.post(LOGIN, json=proof(email), headers={"X-Forwarded-For": f"198.51.100.{number}"})
            for number, email in enumerate(spellings)
        ]
        other = await client.post(LOGIN, json=proof("ada@example.com"))
    assert [answer.status_code for answer in answers] == [401, 401, 429, 429]
    assert other.status_code == 401
    assert len(network.asked("SignInCustomer")) == 3


@pytest.mark.parametrize(
    ("setting", "path", "body"),
    [
        ("sign_ins_per_minute", LOGIN, proof()),
        ("sign_ins_per_minute", "/api/staff/auth/login/", {"username": "sam", "password": PASSWORD}),
        ("registrations_per_minute", "/api/customer/auth/register/", {}),
        ("account_links_per_hour", "/api/customer/auth/register/", FORM),
        ("links_per_minute", RESET, {"email": "grace@example.com"}),
        ("account_links_per_hour", RESET, {"email": "grace@example.com"}),
        ("bookings_per_minute", "/api/public/guest-booking/", guest_booking_body()),
        ("account_bookings_per_minute", "/api/public/guest-booking/", guest_booking_body()),
    ],
)
async def test_what_is_worth_guessing_or_flooding_is_limited(
    gateway_with, setting: str, path: str, body: dict[str, Any]
) -> None:
    async with gateway_with(**{setting: 1}) as client:
        first, second = [await client.post(path, json=body) for _ in range(2)]
    assert first.status_code != 429
    assert (second.status_code, second.json()["code"]) == (429, "too_many_requests")
    assert int(second.headers["retry-after"]) >= 1


async def test_replicas_share_what_they_count(gateway_with, valkey_server: ValkeyServer) -> None:
    shared = {"lookups_per_minute": 3, "rate_limit_storage_url": f"redis://127.0.0.1:{valkey_server.port}"}
    async with gateway_with(**shared) as one, gateway_with(**shared) as another:
        answers = [await replica.get(STATUS) for replica in (one, another, one, another)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]


async def test_the_shared_storage_learns_nobodys_email(gateway_with, valkey_server: ValkeyServer) -> None:
    url = f"valkey://127.0.0.1:{valkey_server.port}"
    async with gateway_with(rate_limit_storage_url=url) as client:
        await client.post(LOGIN, json=proof())
    keys = str(valkey.Valkey(port=valkey_server.port).keys())
    assert "account_sign_ins" in keys
    assert "grace" not in keys.lower()


async def test_without_its_shared_storage_each_replica_counts_alone(gateway_with, valkey_server: ValkeyServer) -> None:
    shared = {"lookups_per_minute": 2, "rate_limit_storage_url": f"valkey://127.0.0.1:{valkey_server.port}"}
    async with gateway_with(**shared) as client:
        assert (await client.get(STATUS)).status_code == 200
        valkey_server.kill()
        with structlog.testing.capture_logs() as lines:
            answers = [(await client.get(STATUS)).status_code for _ in range(3)]
    assert answers == [200, 200, 429]
    assert [line["event"] for line in lines if line["log_level"] == "warning"] == [
        "shared rate limits are away, counting here"
    ]


async def test_a_shared_storage_that_hangs_holds_nobody_up_for_long(gateway_with, valkey_server: ValkeyServer) -> None:
    async with gateway_with(rate_limit_storage_url=f"valkey://127.0.0.1:{valkey_server.port}") as client:
        await client.get(STATUS)
        valkey_server.pause()
        answer = await client.get(STATUS, timeout=2)
    assert answer.status_code == 200


async def test_a_shared_storage_that_is_back_is_used_again(
    gateway_with, valkey_server: ValkeyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gateway.rate_counters.AWAY_SECONDS", 0.0)
    async with gateway_with(rate_limit_storage_url=f"valkey://127.0.0.1:{valkey_server.port}") as client:
        valkey_server.kill()
        assert (await client.get(STATUS)).status_code == 200
        started(valkey_server)
        assert (await client.get(STATUS)).status_code == 200
    assert valkey.Valkey(port=valkey_server.port).keys() != []


async def test_a_session_is_no_way_round_a_limit(gateway_with, identity) -> None:
    async with gateway_with(lookups_per_minute=1) as client:
        await client.get(STATUS)
        await sessions.hold_session(client)
        assert (await client.get(STATUS)).status_code == 429


@pytest.mark.parametrize("path", ["/api/customer/auth/password-change/", "/api/customer/account-deletion/"])
async def test_whoever_found_a_browser_open_guesses_no_password(gateway_with, identity, path: str) -> None:
    async with gateway_with(account_sign_ins_per_minute=1, trusted_proxies="127.0.0.1/32") as client:
        await sessions.hold_session(client)
        body = {"password": "guess"} if "deletion" in path else {"current_password": "guess", "new_password": "new one"}
        answers = [
            await client.post(path, json=body, headers={"X-Forwarded-For": f"198.51.100.{number}"}) for number in (1, 2)
        ]
    assert answers[0].status_code != 429
    assert answers[1].status_code == 429
