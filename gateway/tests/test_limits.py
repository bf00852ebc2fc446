"""Rate limits count clients, and clients are told apart by what our own proxies saw."""

from ipaddress import ip_network

import pytest
from contract_messages import found
from gateway.client_address import client_address
from starlette.datastructures import Headers

STATUS = "/api/public/booking-status/TT-7QK2MB/"
PROXIES = [ip_network("10.0.0.0/8"), ip_network("fd00::/8")]


def address_seen(peer: str, *forwarded: str) -> str:
    headers = Headers(raw=[(b"x-forwarded-for", line.encode("latin-1")) for line in forwarded])
    return client_address({"type": "http", "client": (peer, 1)}, headers, PROXIES)


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("203.0.113.5", [], "203.0.113.5"),
        ("203.0.113.5", ["198.51.100.1"], "203.0.113.5"),
        ("10.0.0.1", ["198.51.100.1"], "198.51.100.1"),
        ("10.0.0.1", ["1.1.1.1, 198.51.100.1, 10.0.0.2"], "198.51.100.1"),
        ("10.0.0.1", ["1.1.1.1", "198.51.100.1"], "198.51.100.1"),
        ("10.0.0.1", ["forged, not-an-address"], "not-an-address"),
        ("10.0.0.1", ["ÿ\x01"], "10.0.0.1"),
        ("10.0.0.1", ["x" * 65], "10.0.0.1"),
        ("10.0.0.1", [], "10.0.0.1"),
        ("fd00::1", ["2001:db8::1"], "2001:db8::1"),
    ],
)
def test_a_client_is_who_our_outermost_proxy_saw(peer: str, forwarded: list[str], client: str) -> None:
    assert address_seen(peer, *forwarded) == client


async def test_too_many_look_ups_are_429_with_a_time_to_come_back(gateway_with, network) -> None:
    network.answers["GetBookingByNumber"] = lambda _: found(masked=True)
    async with gateway_with(lookups_per_minute=3) as client:
        answers = [await client.get(STATUS) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[-1].json()["code"] == "too_many_requests"
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 120
    assert len(network.asked("GetBookingByNumber")) == 3


async def test_one_clients_look_ups_do_not_count_for_another(gateway_with, network) -> None:
    network.answers["GetBookingByNumber"] = lambda _: found(masked=True)
    async with gateway_with(lookups_per_minute=1, trusted_proxies="127.0.0.1/32") as client:
        for visitor in ("198.51.100.1", "198.51.100.2"):
            assert (await client.get(STATUS, headers={"X-Forwarded-For": visitor})).status_code == 200
        assert (await client.get(STATUS, headers={"X-Forwarded-For": "198.51.100.2"})).status_code == 429


async def test_an_untrusted_forwarded_for_buys_nothing(gateway_with, network) -> None:
    network.answers["GetBookingByNumber"] = lambda _: found(masked=True)
    async with gateway_with(lookups_per_minute=1) as client:
        assert (await client.get(STATUS, headers={"X-Forwarded-For": "198.51.100.1"})).status_code == 200
        assert (await client.get(STATUS, headers={"X-Forwarded-For": "198.51.100.2"})).status_code == 429
