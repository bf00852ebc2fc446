"""For whom a request acts: sessions, API keys, visitors, and who is refused where."""

import pytest
import sessions
from contract_messages import booked, guest_booking_body
from totetaxi.identity.v1 import session_service_pb2 as messages

OWN = "/api/customer/sessions/"
STAFFS = "/api/staff/sessions/"
BOOK = "/api/public/guest-booking/"


@pytest.fixture(autouse=True)
def services(identity) -> None:
    identity.answers["ListOwnSessions"] = lambda _: messages.ListOwnSessionsResponse()
    identity.answers["CreateGuestBooking"] = lambda _: booked()


def bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


async def test_a_signed_in_customers_calls_go_out_for_them(customer, network) -> None:
    assert (await customer.get(OWN)).status_code == 200
    assert sessions.token_used(network, "ListOwnSessions") == f"principal-of-{sessions.SESSION}"


async def test_the_gateway_asks_for_itself_whose_session_it_is(customer, network) -> None:
    assert sessions.token_used(network, "ResolveSession") == "gateway-token"


@pytest.mark.parametrize("path", [OWN, STAFFS])
async def test_whoever_has_not_signed_in_is_401_and_told_how(client, path: str) -> None:
    answer = await client.get(path)
    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")
    assert answer.headers["www-authenticate"].startswith("Bearer")


async def test_a_session_that_is_over_is_401(client, identity) -> None:
    await sessions.hold_session(client, "over".ljust(43, "x"))
    assert (await client.get(OWN)).status_code == 401


async def test_what_is_no_session_token_is_not_even_asked_about(client, network) -> None:
    for value in ("short", "x" * 44, "x" * 5000, "ä" * 43):
        client.headers["Cookie"] = f"{sessions.COOKIE}={value}".encode().decode("latin-1")
        assert (await client.get(OWN)).status_code == 401
    assert network.asked("ResolveSession") == []


async def test_a_customer_is_403_where_staff_work_and_staff_where_customers_are(client) -> None:
    await sessions.hold_session(client)
    assert (await client.get(STAFFS)).json()["code"] == "staff_only"
    await sessions.hold_session(client, sessions.STAFF_SESSION)
    assert (await client.get(STAFFS)).status_code == 200
    answer = await client.get(OWN)
    assert (answer.status_code, answer.json()["code"]) == (403, "customers_only")


async def test_a_device_acts_for_its_customer_without_cookie_or_csrf_token(client, network) -> None:
    answer = await client.post(BOOK, json=guest_booking_body(), headers=bearer(sessions.DEVICE_KEY))
    assert answer.status_code == 201
    assert sessions.token_used(network, "CreateGuestBooking") == f"principal-of-{sessions.DEVICE_KEY}"
    assert (await client.get(OWN, headers=bearer(sessions.DEVICE_KEY))).status_code == 200


async def test_an_apps_own_key_is_no_customer_and_no_staff(client) -> None:
    answer = await client.get(OWN, headers=bearer(sessions.APP_KEY))
    assert (answer.status_code, answer.json()["code"]) == (403, "no_customer")
    assert (await client.get(STAFFS, headers=bearer(sessions.APP_KEY))).status_code == 403


@pytest.mark.parametrize("key", ["nonsense", "ttx_UNKNOWN0" + "u" * 43, "eyJhbGciOiJub25lIn0.e30."])
async def test_a_key_that_is_not_good_is_401_even_where_anybody_may_come(client, network, key: str) -> None:
    for answer in (
        await client.get(OWN, headers=bearer(key)),
        await client.post(BOOK, json=guest_booking_body(), headers=bearer(key)),
    ):
        assert (answer.status_code, answer.json()["code"]) == (401, "api_key_refused")
    assert network.asked("CreateGuestBooking") == []


async def test_a_key_wins_over_a_cookie(customer, network) -> None:
    await customer.get(OWN, headers=bearer(sessions.DEVICE_KEY))
    assert sessions.token_used(network, "ListOwnSessions") == f"principal-of-{sessions.DEVICE_KEY}"


async def test_public_routes_act_for_whoever_has_signed_in_and_else_for_a_visitor(client, network) -> None:
    await client.post(BOOK, json=guest_booking_body())
    assert sessions.token_used(network, "CreateGuestBooking") == "visitor-token"
    await sessions.hold_session(client)
    await client.post(BOOK, json=guest_booking_body())
    assert sessions.token_used(network, "CreateGuestBooking") == f"principal-of-{sessions.SESSION}"


async def test_with_a_session_that_is_over_one_books_as_a_visitor(client, network) -> None:
    await sessions.hold_session(client, "over".ljust(43, "x"))
    assert (await client.post(BOOK, json=guest_booking_body())).status_code == 201
    assert sessions.token_used(network, "CreateGuestBooking") == "visitor-token"


async def test_a_request_without_a_session_asks_nobody_who_it_is(client, network) -> None:
    await client.post(BOOK, json=guest_booking_body())
    assert network.asked("ResolveSession") == []


async def test_every_service_learns_where_the_request_came_from(gateway_with, network) -> None:
    async with gateway_with(trusted_proxies="127.0.0.1/32") as client:
        headers = {"X-Forwarded-For": "6.6.6.6, 198.51.100.7", "User-Agent": "Browser/1 (Zürich)".encode("latin-1")}
        await client.post(BOOK, json=guest_booking_body(), headers=headers)
    metadata = network.asked("CreateGuestBooking")[0].metadata
    assert metadata["x-client-address"] == "198.51.100.7"
    assert metadata["x-client-user-agent"] == "Browser/1%20%28Z%C3%BCrich%29"
