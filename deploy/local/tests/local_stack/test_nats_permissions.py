"""A service's NATS user may say what is its own and nothing else; the server listens on this machine alone."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import nats
import pytest
from local_stack.secrets_file import SERVICES
from nats.aio.client import Client
from nats.errors import NoRespondersError
from nats.errors import TimeoutError as NoAnswerError
from nats.js.errors import APIError
from nats_for_tests import NatsServer

Eventually = Callable[..., Awaitable[object]]

PAIRS = [(speaker, owner) for speaker, owner in zip(SERVICES, (*SERVICES[1:], SERVICES[0]), strict=True)]


class Session:
    """One user's connection, and what the server refused it."""

    def __init__(self) -> None:
        self.refusals: list[str] = []
        self.client: Client

    async def note(self, error: Exception) -> None:
        self.refusals.append(str(error).lower())

    def was_refused(self, subject: str) -> bool:
        return any("permissions violation" in refusal and subject.lower() in refusal for refusal in self.refusals)


@asynccontextmanager
async def session_of(server: NatsServer, user: str) -> AsyncIterator[Session]:
    session = Session()
    session.client = await nats.connect(
        server.url(user), inbox_prefix=f"_INBOX.{user}".encode(), error_cb=session.note, allow_reconnect=False
    )
    yield session
    await session.client.close()


async def make_stream(server: NatsServer, owner: str) -> None:
    async with session_of(server, owner) as session:
        await session.client.jetstream().add_stream(name=owner.upper(), subjects=[f"totetaxi.{owner}.>"])


async def stored(server: NatsServer, owner: str) -> int:
    async with session_of(server, owner) as session:
        return (await session.client.jetstream().stream_info(owner.upper())).state.messages


@pytest.mark.parametrize("owner", SERVICES)
async def test_a_service_says_what_is_its_own(nats_server: NatsServer, owner: str) -> None:
    await make_stream(nats_server, owner)
    async with session_of(nats_server, owner) as session:
        await session.client.jetstream().publish(f"totetaxi.{owner}.v1.happened", b"")
    assert await stored(nats_server, owner) == 1


@pytest.mark.parametrize(("speaker", "owner"), [*PAIRS, ("gateway", "payments")])
async def test_nobody_says_anything_in_anothers_name(
    nats_server: NatsServer, eventually: Eventually, speaker: str, owner: str
) -> None:
    await make_stream(nats_server, owner)
    subjects = (f"totetaxi.{owner}.v1.happened", f"totetaxi.deadletters.{owner}.x")
    async with session_of(nats_server, speaker) as session:
        for subject in subjects:
            await session.client.publish(subject, b"")
        await eventually(lambda: all(session.was_refused(subject) for subject in subjects))
    assert await stored(nats_server, owner) == 0


@pytest.mark.parametrize("action", ["UPDATE", "DELETE", "PURGE", "MSG.GET", "MSG.DELETE"])
async def test_nobody_touches_anothers_stream(nats_server: NatsServer, eventually: Eventually, action: str) -> None:
    await make_stream(nats_server, "payments")
    subject = f"$JS.API.STREAM.{action}.PAYMENTS"
    async with session_of(nats_server, "booking") as session:
        with pytest.raises((NoAnswerError, NoRespondersError, APIError)):
            await session.client.request(subject, b"{}", timeout=0.3)
        await eventually(lambda: session.was_refused(subject))


async def test_nobody_listens_past_the_streams(nats_server: NatsServer, eventually: Eventually) -> None:
    async with session_of(nats_server, "booking") as session:
        for subject in ("totetaxi.payments.>", "_INBOX.payments.>", "$JS.ACK.>"):
            await session.client.subscribe(subject)
            await eventually(lambda subject=subject: session.was_refused(subject))


@pytest.mark.parametrize("subject", ["totetaxi.identity.v1.password.reset_requested", "totetaxi.>"])
async def test_the_gateway_hears_nothing_but_what_makes_it_forget(
    nats_server: NatsServer, eventually: Eventually, subject: str
) -> None:
    async with session_of(nats_server, "gateway") as session:
        await session.client.subscribe("totetaxi.identity.v1.session.revoked")
        await session.client.subscribe(subject)
        await eventually(lambda: session.was_refused(subject))
        assert not session.was_refused("session.revoked")


async def test_the_gateway_reads_no_stream(nats_server: NatsServer, eventually: Eventually) -> None:
    await make_stream(nats_server, "identity")
    subject = "$JS.API.CONSUMER.CREATE.IDENTITY"
    async with session_of(nats_server, "gateway") as session:
        await session.client.publish(subject, b"{}")
        await eventually(lambda: session.was_refused(subject))


async def test_nobody_enters_without_the_password(nats_server: NatsServer) -> None:
    for url in (nats_server.url("booking").replace(":for-", ":not-for-"), f"nats://127.0.0.1:{nats_server.port}"):
        with pytest.raises(nats.errors.Error, match=r"(?i)authorization"):
            await nats.connect(url, allow_reconnect=False, error_cb=Session().note)
