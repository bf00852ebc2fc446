"""Webhooks by themselves: signatures, addresses, secrets at rest, and the guide for partners."""

from __future__ import annotations

import socket
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from chassis.refusal import Invalid
from chassis.sealing import WrongEncryptionKeyError
from notifications.channels.webhook import CheckedResolver, NotPublicError, open_webhooks
from notifications.domain.public_address import checked_url, is_public
from notifications.domain.webhook import PAUSES, pause_after
from notifications.domain.webhook_events import catalogue
from notifications.domain.webhook_secret import new_secret, seal, signed_headers, unseal

GUIDE = Path(__file__).parents[4] / "docs" / "partner-webhooks.md"

INSIDE = [
    "127.0.0.1",
    "10.0.0.7",
    "172.16.3.4",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.100.100.200",
    "168.63.129.16",
    "0.0.0.0",  # noqa: S104 - nobody binds to it
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fd00:ec2::254",
    "::ffff:10.0.0.7",
    "64:ff9b::a00:7",
    "2002:a00:7::1",
    "ff02::1",
]


def test_a_signature_is_the_one_that_standard_webhooks_publishes() -> None:
    headers = signed_headers(
        ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        datetime.fromtimestamp(1614265330, UTC),
        '{"test": 2432232314}',
    )
    assert headers["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    assert headers["webhook-timestamp"] == "1614265330"


@pytest.mark.parametrize("address", INSIDE)
def test_addresses_inside_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://partner.example/",
        "ftp://partner.example/",
        "https://",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:169.254.169.254]/",
        "https://me:secret@partner.example/",
        "https://partner.example/#part",
        "https://partner.example:99999/",
        "https://partner.example/a b",
        "https://pärtner.example/",
    ],
)
def test_a_url_that_leads_elsewhere_is_refused(url: str) -> None:
    with pytest.raises(Invalid):
        checked_url(url, allow_private=False)


def test_a_public_url_is_taken_as_it_is() -> None:
    assert checked_url("https://partner.example:8443/hooks?of=us", allow_private=False)


def answering(*addresses: str) -> Any:
    async def look_up(host: str, port: int, family: socket.AddressFamily) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    return look_up


async def test_one_private_address_among_many_refuses_the_name() -> None:
    resolver = CheckedResolver(allow_private=False, look_up=answering("93.184.215.14", "10.0.0.7"))
    with pytest.raises(NotPublicError):
        await resolver.resolve("partner.example", 443)


async def test_a_name_that_leads_inside_is_not_called() -> None:
    answer = await open_webhooks(1.0, allow_private=False)("https://localhost/hooks", "{}", {})
    assert (answer.status_code, answer.error) == (0, "The host's address is not a public one.")


async def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    asked: list[str] = []

    async def once(host: str, port: int, family: socket.AddressFamily) -> list[Any]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    answer = await open_webhooks(1.0, allow_private=True, look_up=once)("http://partner.example:1/", "{}", {})
    assert asked == ["partner.example"]
    assert answer.error == "The endpoint could not be reached (ClientConnectorError)."


def test_a_secret_at_rest_is_of_no_use_to_another_endpoint() -> None:
    key, endpoint_id, secret = bytes(32), uuid4(), new_secret()
    sealed = seal(key, endpoint_id, secret)
    assert secret.encode() not in sealed
    assert unseal(key, endpoint_id, sealed) == secret
    with pytest.raises(WrongEncryptionKeyError):
        unseal(key, uuid4(), sealed)


def test_tries_end_within_a_day_whatever_the_jitter() -> None:
    longest = [pause_after(attempt, 1.0) for attempt in range(1, len(PAUSES) + 1)]
    assert sum(pause.total_seconds() for pause in longest if pause) < 24 * 3600
    assert pause_after(len(PAUSES) + 1, 0.5) is None


def test_the_guide_has_the_published_list_and_the_schedule() -> None:
    guide = GUIDE.read_text()
    assert catalogue() in guide
    assert ", ".join(words(pause.total_seconds()) for pause in PAUSES) in guide


def words(seconds: float) -> str:
    for size, unit in ((3600, "h"), (60, "min"), (1, "s")):
        if seconds >= size:
            return f"{seconds / size:g} {unit}"
    raise ValueError(seconds)
