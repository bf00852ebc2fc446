"""The gateway on a network where every service is a real gRPC server that serves its contract."""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import grpc
import httpx2
import pytest
from chassis.refusal import Refusal, UnknownCaller
from chassis.status import status_of
from gateway.application import background, create_application
from gateway.contracts import CONTRACTS as UPSTREAMS
from gateway.settings import GatewaySettings
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass
from google.protobuf.timestamp_pb2 import Timestamp
from grpc_health.v1 import health, health_pb2, health_pb2_grpc
from grpc_status import rpc_status
from joserfc.jwk import OKPKey
from totetaxi.identity.v1 import identity_service_pb2

sys.path.insert(0, str(Path(__file__).parent / "fixtures"))
import sessions

CONTRACTS = [contract.messages for contracts in UPSTREAMS.values() for contract in contracts.values()]
VISITOR = "visitor-token"
PUBLIC_KEY = OKPKey.generate_key("Ed25519", {"kid": "a-key"}).as_dict(private=False)

Answer = Callable[[Any], Message]


@dataclass
class Call:
    """One call as a service saw it."""

    method: str
    request: Any
    metadata: dict[str, str]


@dataclass
class Network:
    """What every service answers, and what they were asked."""

    answers: dict[str, Answer] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    address: str = ""
    healthiness: Any = None

    def asked(self, method: str) -> list[Call]:
        """The calls of one method, in order."""
        return [call for call in self.calls if call.method == method]

    def answer_of(self, method: str, request: Message) -> Answer:
        """By the method's name, or by package and name where services share one."""
        return self.answers.get(f"{request.DESCRIPTOR.file.package}.{method}") or self.answers[method]

    async def answer(self, method: str, request: Message, context: grpc.aio.ServicerContext) -> Message:
        """What the test said; a Refusal goes over the wire as the chassis sends it."""
        self.calls.append(Call(method, request, dict(context.invocation_metadata() or ())))
        try:
            return self.answer_of(method, request)(request)
        except Refusal as refusal:
            await context.abort_with_status(rpc_status.to_status(status_of(refusal)))


def handler(network: Network, name: str, request: type[Message], response: type[Message]) -> grpc.RpcMethodHandler:
    async def behave(message: Message, context: grpc.aio.ServicerContext) -> Message:
        return await network.answer(name, message, context)

    return grpc.unary_unary_rpc_method_handler(
        behave, request_deserializer=request.FromString, response_serializer=response.SerializeToString
    )


def handlers_of(network: Network) -> list[grpc.GenericRpcHandler]:
    found = []
    for contract in CONTRACTS:
        for service in contract.DESCRIPTOR.services_by_name.values():
            methods = {
                method.name: handler(
                    network, method.name, GetMessageClass(method.input_type), GetMessageClass(method.output_type)
                )
                for method in service.methods
            }
            found.append(grpc.method_handlers_generic_handler(service.full_name, methods))
    return found


@pytest.fixture
async def network() -> AsyncIterator[Network]:
    made = Network()
    expires_at = Timestamp()
    expires_at.FromDatetime(datetime.now(UTC) + timedelta(seconds=60))
    service = identity_service_pb2.SignedPrincipal(token="gateway-token", expires_at=expires_at)
    visitor = identity_service_pb2.SignedPrincipal(token=VISITOR, expires_at=expires_at)
    made.answers = {
        "ExchangeServiceSecret": lambda _: identity_service_pb2.ExchangeServiceSecretResponse(
            principal=service, json_web_key_set=json.dumps({"keys": [PUBLIC_KEY]})
        ),
        "IssueAnonymousPrincipal": lambda _: identity_service_pb2.IssueAnonymousPrincipalResponse(principal=visitor),
    }
    server = grpc.aio.server()
    server.add_generic_rpc_handlers(tuple(handlers_of(made)))
    made.healthiness = health.aio.HealthServicer()
    await made.healthiness.set("", health_pb2.HealthCheckResponse.SERVING)
    health_pb2_grpc.add_HealthServicer_to_server(made.healthiness, server)
    made.address = f"127.0.0.1:{server.add_insecure_port('127.0.0.1:0')}"
    await server.start()
    yield made
    await server.stop(0)


@pytest.fixture
def settings(network: Network) -> GatewaySettings:
    services = ("identity", "pricing", "booking", "payments", "notifications")
    return GatewaySettings.model_validate(
        {
            "environment": "local",
            "nats_url": "nats://127.0.0.1:1",
            "service_secret": "gateway-secret",
            "cookie_secret": "a-cookie-secret-of-thirty-two-characters",
            **{f"{service}_target": network.address for service in services},
        }
    )


@asynccontextmanager
async def open_gateway(settings: GatewaySettings, **options: Any) -> AsyncIterator[httpx2.AsyncClient]:
    """A client of a gateway with these settings."""
    application = create_application(settings)
    transport = httpx2.ASGITransport(application, **{"raise_app_exceptions": False, **options})
    client = httpx2.AsyncClient(transport=transport, base_url="http://gateway.local")
    async with background(application, settings), client:
        yield client


@pytest.fixture
async def customer(client: httpx2.AsyncClient, identity: Network) -> httpx2.AsyncClient:
    """A browser in which a customer has signed in."""
    return await sessions.hold_session(client)


@pytest.fixture
async def staff(client: httpx2.AsyncClient, identity: Network) -> httpx2.AsyncClient:
    """A browser in which somebody of our staff has signed in."""
    return await sessions.hold_session(client, sessions.STAFF_SESSION)


@pytest.fixture
def identity(network: Network) -> Network:
    """Identity knows two sessions and two keys, and no others."""

    def resolve(request: Any) -> Message:
        if request.session_token not in {sessions.SESSION, sessions.STAFF_SESSION}:
            raise UnknownCaller("session_over", "This session is over; please sign in again.")
        return sessions.resolved(request.session_token)

    def resolve_key(request: Any) -> Message:
        if request.secret not in {sessions.DEVICE_KEY, sessions.APP_KEY}:
            raise UnknownCaller("api_key_refused", "This API key is not valid, or no longer.")
        return sessions.resolved_key(request.secret)

    network.answers |= {"ResolveSession": resolve, "ResolveApiKey": resolve_key}
    return network


@pytest.fixture
def gateway_with(settings: GatewaySettings) -> Callable[..., Any]:
    """`gateway_with(lookups_per_minute=1)` opens a gateway with other settings."""
    return lambda **changes: open_gateway(GatewaySettings.model_validate({**settings.model_dump(), **changes}))


@pytest.fixture
async def client(settings: GatewaySettings) -> AsyncIterator[httpx2.AsyncClient]:
    async with open_gateway(settings) as opened:
        yield opened


@pytest.fixture
async def raising_client(settings: GatewaySettings) -> AsyncIterator[httpx2.AsyncClient]:
    """A client that is told when an answer breaks off, as a server tells by closing the connection."""
    async with open_gateway(settings, raise_app_exceptions=True) as opened:
        yield opened
