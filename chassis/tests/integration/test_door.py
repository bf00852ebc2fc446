"""What every RPC passes: principal, policy, contract, and refusals that arrive as they were meant."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import grpc
import pytest
from chassis.clock import FixedClock
from chassis.policy import Policy, anybody, services
from chassis.principal import ISSUER, PrincipalVerifier, current_principal
from chassis.refusal import Conflict, Invalid, NotAllowed, NotFound, Refusal, TooMany, Unavailable, UnknownCaller
from chassis.remote import open_channel, remote_call, service_config
from chassis.server import Door
from joserfc import jwt
from joserfc.jwk import OKPKey
from sqlalchemy.exc import OperationalError
from totetaxi.booking.v1 import booking_service_pb2
from totetaxi.notifications.v1 import notifications_service_pb2 as messages
from totetaxi.notifications.v1 import notifications_service_pb2_grpc as rpc

NOON = datetime(2027, 6, 2, 16, tzinfo=UTC)
METHOD = "totetaxi.notifications.v1.NotificationsService"

Behaviour = Callable[[], Any]


class Servicer(rpc.NotificationsServiceServicer):
    behaviour: Behaviour = staticmethod(messages.ListBookingMessagesResponse)

    async def ListBookingMessages(self, request: Any, context: Any) -> Any:  # noqa: N802
        return self.behaviour()


class Service:
    """A real server behind the door, and callers of it."""

    def __init__(self) -> None:
        self.key = OKPKey.generate_key("Ed25519", {"kid": "first"})
        self.verifier = PrincipalVerifier(FixedClock(NOON))
        self.servicer = Servicer()
        self.target = ""

    async def learn_keys(self) -> None:
        self.verifier.use_keys({"keys": [self.key.as_dict(private=False)]})

    def token(self, kind: str = "anonymous", name: str = "visitor") -> str:
        claims = {"iss": ISSUER, "sub": name, "kind": kind, "exp": int(NOON.timestamp()) + 60}
        return jwt.encode({"alg": "Ed25519", "kid": "first"}, claims, self.key, algorithms=["Ed25519"])

    async def call(self, token: str | None, booking_id: str = "") -> Any:
        class Bearer:
            async def token(self) -> str:
                return token or ""

        async with open_channel(self.target) as channel:
            method = rpc.NotificationsServiceStub(channel).ListBookingMessages
            request = messages.ListBookingMessagesRequest(booking_id=booking_id or str(uuid4()))
            return await remote_call(method, Bearer())(request)  # type: ignore[arg-type]


async def started(service: Service, policy: Policy) -> grpc.aio.Server:
    server = grpc.aio.server()
    door = Door(server, policy, service.verifier, service.learn_keys)
    rpc.add_NotificationsServiceServicer_to_server(service.servicer, door)
    service.target = f"127.0.0.1:{server.add_insecure_port('127.0.0.1:0')}"
    await server.start()
    return server


@pytest.fixture
async def service() -> AsyncIterator[Service]:
    service = Service()
    server = await started(service, {METHOD: {"ListBookingMessages": anybody}})
    yield service
    await server.stop(None)


async def test_a_call_with_a_principal_is_answered(service: Service) -> None:
    def behaviour() -> messages.ListBookingMessagesResponse:
        return messages.ListBookingMessagesResponse(messages=[messages.Message(id=current_principal().id)])

    service.servicer.behaviour = behaviour
    answer = await service.call(service.token(name="ada"))
    assert answer.messages[0].id == "ada"


async def test_an_answer_that_was_serialized_before_is_sent_as_it_is(service: Service) -> None:
    answer = messages.ListBookingMessagesResponse(messages=[messages.Message(id="kept")])
    service.servicer.behaviour = answer.SerializeToString
    assert await service.call(service.token()) == answer


async def test_a_call_without_a_principal_is_unauthenticated(service: Service) -> None:
    with pytest.raises(UnknownCaller):
        await service.call(None)


async def test_a_forged_principal_is_unauthenticated(service: Service) -> None:
    token = service.token()
    service.key = OKPKey.generate_key("Ed25519", {"kid": "first"})
    await service.learn_keys()
    with pytest.raises(UnknownCaller):
        await service.call(token)


async def test_a_caller_outside_the_policy_is_refused() -> None:
    service = Service()
    server = await started(service, {METHOD: {"ListBookingMessages": services("gateway")}})
    with pytest.raises(NotAllowed):
        await service.call(service.token())
    assert await service.call(service.token("service", "gateway")) is not None
    await server.stop(None)


async def test_an_rpc_that_the_policy_forgot_is_refused() -> None:
    service = Service()
    server = await started(service, {})
    with pytest.raises(NotAllowed):
        await service.call(service.token("service", "gateway"))
    await server.stop(None)


async def test_a_broken_contract_is_refused_with_the_field(service: Service) -> None:
    with pytest.raises(Invalid) as refused:
        await service.call(service.token(), booking_id="not-a-uuid")
    assert [fault.field for fault in refused.value.faults] == ["booking_id"]


@pytest.mark.parametrize(
    "refusal",
    [
        Invalid("too_many_bags", "At most 20 bags.", "bag_count"),
        NotFound("no_booking", "There is no such booking."),
        Conflict("sold_out", "That day is sold out."),
        TooMany("slow_down", "Too many requests.", retry_after_seconds=2.5),
        Unavailable("stripe_away", "Payments are away.", retry_after_seconds=1),
    ],
    ids=lambda refusal: refusal.kind,
)
async def test_a_refusal_arrives_as_it_was_meant(service: Service, refusal: Refusal) -> None:
    def refuse() -> messages.ListBookingMessagesResponse:
        raise refusal

    service.servicer.behaviour = refuse
    with pytest.raises(type(refusal)) as refused:
        await service.call(service.token())
    got = refused.value
    assert (got.slug, got.message, got.faults) == (refusal.slug, refusal.message, refusal.faults)
    assert got.retry_after_seconds == refusal.retry_after_seconds


async def test_an_unexpected_error_tells_nothing(service: Service) -> None:
    def fail() -> messages.ListBookingMessagesResponse:
        raise RuntimeError("password=sesame")

    service.servicer.behaviour = fail
    with pytest.raises(grpc.aio.AioRpcError) as failed:
        await service.call(service.token())
    assert failed.value.code() is grpc.StatusCode.INTERNAL
    assert "sesame" not in str(failed.value)


async def test_a_database_that_is_away_can_be_tried_again(service: Service) -> None:
    def fail() -> messages.ListBookingMessagesResponse:
        raise OperationalError("SELECT 1", {}, Exception("connection refused"))

    service.servicer.behaviour = fail
    with pytest.raises(Unavailable) as refused:
        await service.call(service.token())
    assert refused.value.retry_after_seconds == 1


async def test_a_service_that_is_away_can_be_tried_again(service: Service) -> None:
    service.target = "127.0.0.1:1"
    with pytest.raises(Unavailable):
        await service.call(service.token())


def test_only_idempotent_calls_are_retried() -> None:
    config = service_config([booking_service_pb2.DESCRIPTOR.services_by_name["BookingService"]])
    retried = {name["method"] for name in config["methodConfig"][0]["name"]}
    assert "ListAvailability" in retried
    assert "CreateGuestBooking" not in retried
