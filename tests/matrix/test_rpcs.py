"""Every RPC against everybody who may call, at the services' own doors; who_may_call.txt says who is let in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import grpc
import pytest
from callers_of_all_kinds import EVERYBODY, Metadata, bearing, identity_of
from contracts import context_of, methods
from who_may_call import lets_in, written
from whole_stack import WholeStack

pytestmark = [pytest.mark.xdist_group("stack"), pytest.mark.timeout(180)]

EMPTY = b""
SECONDS = 20.0
DENIED, UNKNOWN = grpc.StatusCode.PERMISSION_DENIED, grpc.StatusCode.UNAUTHENTICATED
IN = "let in"

Channels = dict[str, grpc.aio.Channel]


@pytest.fixture
async def channels(stack: WholeStack) -> AsyncIterator[Channels]:
    async with AsyncExitStack() as opened:
        yield {
            context: await opened.enter_async_context(grpc.aio.insecure_channel(f"127.0.0.1:{stack.ports[context]}"))
            for context in {context_of(method) for method in methods()}
        }


async def answer_to(channels: Channels, method: str, metadata: Metadata = ()) -> grpc.StatusCode | str:
    """The door's refusal; whatever else comes of an empty request, the caller was let in."""
    call = channels[context_of(method)].unary_unary(f"/{method}")
    try:
        await call(EMPTY, metadata=metadata, timeout=SECONDS)
    except grpc.aio.AioRpcError as error:
        return error.code() if error.code() in {DENIED, UNKNOWN, grpc.StatusCode.UNIMPLEMENTED} else IN
    return IN


def test_the_table_names_every_rpc_and_no_other() -> None:
    assert set(methods()) ^ set(written()) == set()


def test_the_table_names_nobody_whom_we_do_not_try() -> None:
    assert frozenset().union(*written().values()) <= {*EVERYBODY, "everybody", "no-principal"}


@pytest.mark.parametrize("who", EVERYBODY)
async def test_every_rpc_lets_in_whom_it_should(stack: WholeStack, channels: Channels, who: str) -> None:
    async with identity_of(stack) as identity:
        principal = bearing(await identity.of(who))
    wrong = {}
    for method in written():
        answer = await answer_to(channels, method, principal)
        if answer != (IN if lets_in(method, who) else DENIED):
            wrong[method] = answer
    assert wrong == {}


@pytest.mark.parametrize("metadata", [(), bearing(""), bearing("nonsense"), bearing("a.b.c")])
async def test_without_a_principal_nobody_is_let_in(channels: Channels, metadata: Metadata) -> None:
    answers = {method: await answer_to(channels, method, metadata) for method in written()}
    open_to_all = {method for method, callers in written().items() if "no-principal" in callers}
    assert open_to_all == {"totetaxi.identity.v1.IdentityService/ExchangeServiceSecret"}
    assert {method for method, answer in answers.items() if answer != UNKNOWN} == open_to_all
