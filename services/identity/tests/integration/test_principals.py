"""Principals over the wire: who gets which, and what the others can verify of it."""

import json
from collections.abc import Awaitable

import grpc
import pytest
from chassis.clock import Clock
from chassis.principal import PrincipalVerifier
from totetaxi.identity.v1 import identity_service_pb2 as messages


async def exchange(replica, service: str, secret: str) -> messages.ExchangeServiceSecretResponse:
    return await replica.stub.ExchangeServiceSecret(
        messages.ExchangeServiceSecretRequest(service=service, secret=secret)
    )


def bearer(token: str) -> list[tuple[str, str]]:
    return [("authorization", f"Bearer {token}")]


async def code_of(call: Awaitable[object]) -> grpc.StatusCode:
    with pytest.raises(grpc.aio.AioRpcError) as refused:
        await call
    return refused.value.code()


async def test_a_service_gets_a_principal_that_the_published_keys_verify(replica) -> None:
    answer = await exchange(replica, "pricing", "pricing-secret-for-tests")
    verifier = PrincipalVerifier(Clock())
    verifier.use_keys(json.loads(answer.json_web_key_set))
    principal = verifier.verify(answer.principal.token)
    assert (principal.kind, principal.id) == ("service", "pricing")
    assert 0 < principal.expires_at - Clock().now().timestamp() <= 60


async def test_the_published_keys_hold_nothing_private(replica) -> None:
    answer = await exchange(replica, "pricing", "pricing-secret-for-tests")
    assert all("d" not in key for key in json.loads(answer.json_web_key_set)["keys"])


async def test_a_wrong_secret_and_an_unknown_service_get_the_same_answer(replica) -> None:
    answers = []
    for service, secret in (("pricing", "wrong"), ("nobody", "wrong"), ("gateway", "pricing-secret-for-tests")):
        with pytest.raises(grpc.aio.AioRpcError) as refused:
            await exchange(replica, service, secret)
        answers.append((refused.value.code(), refused.value.details()))
    assert {code for code, _ in answers} == {grpc.StatusCode.UNAUTHENTICATED}
    assert len({details for _, details in answers}) == 1


async def test_only_the_gateway_gets_a_principal_for_visitors(replica) -> None:
    gateway = (await exchange(replica, "gateway", "gateway-secret-for-tests")).principal.token
    pricing = (await exchange(replica, "pricing", "pricing-secret-for-tests")).principal.token
    request = messages.IssueAnonymousPrincipalRequest()
    answer = await replica.stub.IssueAnonymousPrincipal(request, metadata=bearer(gateway))
    assert replica.runtime.verifier.verify(answer.principal.token).kind == "anonymous"
    refused = replica.stub.IssueAnonymousPrincipal(request, metadata=bearer(pricing))
    assert await code_of(refused) is grpc.StatusCode.PERMISSION_DENIED


async def test_without_a_principal_nothing_but_the_exchange_is_answered(replica) -> None:
    for call in (
        replica.stub.IssueAnonymousPrincipal(messages.IssueAnonymousPrincipalRequest()),
        replica.stub.ListSigningKeys(messages.ListSigningKeysRequest()),
    ):
        assert await code_of(call) is grpc.StatusCode.UNAUTHENTICATED


async def test_a_principal_under_a_key_that_nobody_knows_is_a_forgery(replica, forged_token: str) -> None:
    call = replica.stub.ListSigningKeys(messages.ListSigningKeysRequest(), metadata=bearer(forged_token))
    assert await code_of(call) is grpc.StatusCode.UNAUTHENTICATED


async def test_identity_knows_itself(replica) -> None:
    principal = replica.runtime.verifier.verify(await replica.runtime.caller.token())
    assert (principal.kind, principal.id) == ("service", "identity")
