"""What was revoked is refused everywhere within a second, whether NATS is there or not."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx2
import pytest
import sessions
from announcing import announce, announce_raw
from chassis.refusal import UnknownCaller
from contract_messages import catalogue
from nats_for_tests import NatsServer
from totetaxi.identity.v1 import session_service_pb2 as messages
from totetaxi.identity.v1.events_pb2 import ApiKeyRevoked, SessionRevoked, SigningKeyRotated
from totetaxi.pricing.v1.events_pb2 import CatalogPublished

OWN = "/api/customer/sessions/"
DEVICE = {"Authorization": f"Bearer {sessions.DEVICE_KEY}"}
A_SECOND = 1.0


@pytest.fixture
async def customer(gateway_with: Any, identity: Any, nats_server: NatsServer) -> AsyncIterator[httpx2.AsyncClient]:
    identity.answers["ListOwnSessions"] = lambda _: messages.ListOwnSessionsResponse()
    async with gateway_with(nats_url=nats_server.url("gateway")) as client:
        yield await sessions.hold_session(client)


def asks(client: httpx2.AsyncClient, network: Any, method: str = "ResolveSession", **headers: str) -> Any:
    """A condition: the next request has to ask identity who it is."""

    async def identity_is_asked() -> bool:
        before = len(network.asked(method))
        assert (await client.get(OWN, headers=headers)).status_code == 200
        return len(network.asked(method)) > before

    return identity_is_asked


def is_remembered(client: httpx2.AsyncClient, network: Any, method: str = "ResolveSession", **headers: str) -> Any:
    """A condition: the next request asks nobody who it is."""

    async def nobody_is_asked() -> bool:
        return not await asks(client, network, method, **headers)()

    return nobody_is_asked


async def test_a_session_is_asked_about_once_while_revocations_are_heard(customer, network, eventually) -> None:
    await eventually(is_remembered(customer, network))
    before = len(network.asked("ResolveSession"))
    for _ in range(10):
        await customer.get(OWN)
    assert len(network.asked("ResolveSession")) == before


async def test_a_revoked_session_is_refused_within_a_second(customer, network, nats_server, eventually) -> None:
    await eventually(is_remembered(customer, network))

    def over(_: Any) -> Any:
        raise UnknownCaller("session_over", "This session is over; please sign in again.")

    network.answers["ResolveSession"] = over
    await announce(nats_server, SessionRevoked(account_id=sessions.CUSTOMER_ID, session_ids=[sessions.SESSION_ID]))

    async def is_refused() -> bool:
        return (await customer.get(OWN)).status_code == 401

    await eventually(is_refused, within_seconds=A_SECOND)


async def test_anothers_revocation_changes_nothing(customer, network, nats_server, eventually) -> None:
    await eventually(is_remembered(customer, network))
    await announce(nats_server, SessionRevoked(account_id=sessions.STAFF_ID))
    await announce(nats_server, CatalogPublished(version=2))
    assert not await asks(customer, network)()


@pytest.mark.parametrize(
    "event",
    [
        SessionRevoked(account_id=sessions.CUSTOMER_ID),
        ApiKeyRevoked(api_key_id=sessions.KEY_ID, customer_id=sessions.CUSTOMER_ID),
        ApiKeyRevoked(api_key_id=sessions.STAFF_ID, revokes_devices=True),
        SigningKeyRotated(key_id="another"),
    ],
    ids=["its customer", "itself", "its app", "the signing key"],
)
async def test_a_device_is_asked_about_again_after_what_may_end_it(
    customer, network, nats_server, eventually, event: Any
) -> None:
    await eventually(is_remembered(customer, network, "ResolveApiKey", **DEVICE))
    await announce(nats_server, event)
    await eventually(asks(customer, network, "ResolveApiKey", **DEVICE), within_seconds=A_SECOND)


async def test_an_announcement_that_nobody_understands_forgets_everything(
    customer, network, nats_server, eventually
) -> None:
    await eventually(is_remembered(customer, network))
    await announce_raw(nats_server, "totetaxi.identity.v1.session.revoked", b"\xff")
    await eventually(asks(customer, network), within_seconds=A_SECOND)


async def test_within_a_second_of_losing_nats_every_request_asks_identity(
    customer, network, nats_server, eventually
) -> None:
    await eventually(is_remembered(customer, network))
    nats_server.kill()
    await eventually(asks(customer, network), within_seconds=A_SECOND)
    assert all([await asks(customer, network)() for _ in range(3)])


async def test_what_was_missed_while_nats_was_away_is_not_believed_afterwards(
    customer, network, nats_server, eventually
) -> None:
    await eventually(is_remembered(customer, network, "ResolveApiKey", **DEVICE))
    await eventually(is_remembered(customer, network))
    nats_server.kill()
    await eventually(asks(customer, network), within_seconds=A_SECOND)
    nats_server.start()
    await eventually(is_remembered(customer, network))
    assert await asks(customer, network, "ResolveApiKey", **DEVICE)()


async def test_whoever_may_not_listen_remembers_nothing(gateway_with, identity, nats_server, eventually) -> None:
    identity.answers["ListOwnSessions"] = lambda _: messages.ListOwnSessionsResponse()
    async with gateway_with(nats_url=nats_server.url("booking")) as client:
        await sessions.hold_session(client)
        assert all([await asks(client, identity)() for _ in range(20)])


async def test_a_published_catalogue_is_shown_at_once(gateway_with, network, nats_server, eventually) -> None:
    network.answers["GetCatalog"] = lambda _: catalogue()
    async with gateway_with(nats_url=nats_server.url("gateway")) as client:

        async def is_asked_about() -> bool:
            before = len(network.asked("GetCatalog"))
            await announce(nats_server, CatalogPublished(version=2))
            await client.get("/api/public/services/")
            return len(network.asked("GetCatalog")) > before

        await client.get("/api/public/services/")
        await eventually(is_asked_about, within_seconds=A_SECOND)
