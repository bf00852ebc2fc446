"""Calls to other services: channels that balance, and stubs that can't forget deadline, principal or trace."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from typing import Any, TypeVar, cast

import grpc
import structlog
from google.protobuf.descriptor import ServiceDescriptor
from google.protobuf.descriptor_pb2 import MethodOptions
from totetaxi.identity.v1 import identity_service_pb2, identity_service_pb2_grpc

from chassis.client import current_client, headers_of
from chassis.clock import Clock
from chassis.loops import backoff, pause
from chassis.principal import PrincipalVerifier
from chassis.refusal import Refusal, Unavailable
from chassis.request_id import HEADER, request_id
from chassis.status import refusal_of
from chassis.telemetry import trace_headers

DEADLINE_SECONDS = 3.0
RENEW_BEFORE_SECONDS = 20.0
REFRESH_AT_MOST_EVERY_SECONDS = 1.0

RETRY_POLICY = {
    "maxAttempts": 3,
    "initialBackoff": "0.05s",
    "maxBackoff": "0.5s",
    "backoffMultiplier": 3,
    "retryableStatusCodes": ["UNAVAILABLE"],
}

LARGEST_ANSWER = 16 * 1024 * 1024
"""Bytes; gRPC's own limit of 4 MB is less than the longest lists come to."""

CONNECT_MILLISECONDS = 3_000
"""How long an attempt to connect may take, greetings included: what gRPC means by the shortest backoff (grpc#33423)."""
OPTIONS: list[tuple[str, Any]] = [
    ("grpc.max_receive_message_length", LARGEST_ANSWER),
    ("grpc.enable_retries", 1),
    ("grpc.keepalive_time_ms", 20_000),
    ("grpc.keepalive_timeout_ms", 5_000),
    ("grpc.keepalive_permit_without_calls", 1),
    ("grpc.http2.max_pings_without_data", 0),
    ("grpc.initial_reconnect_backoff_ms", 100),
    ("grpc.min_reconnect_backoff_ms", CONNECT_MILLISECONDS),
    ("grpc.max_reconnect_backoff_ms", 2_000),
    ("grpc.dns_min_time_between_resolutions_ms", 1_000),
]

Stub = TypeVar("Stub")

acting_for: ContextVar[str | None] = ContextVar("acting_for", default=None)
"""The signed principal on whose behalf the gateway calls; services call for themselves."""

logger = structlog.get_logger()


def open_channel(target: str, *contracts: ServiceDescriptor) -> grpc.aio.Channel:
    """A channel to `target` for the life of the process; balances over every address that the name resolves to.

    Calls that `contracts` declare idempotent (`idempotency_level`) are tried again when nobody answers.
    """
    config = ("grpc.service_config", json.dumps(service_config(contracts)))
    return grpc.aio.insecure_channel(target, options=[config, *OPTIONS])


def service_config(contracts: Iterable[ServiceDescriptor]) -> dict[str, Any]:
    """Round robin, and retries for idempotent methods alone. Deadlines are set per call instead (grpc#40633)."""
    safe = [
        {"service": contract.full_name, "method": method.name}
        for contract in contracts
        for method in contract.methods
        if method.GetOptions().idempotency_level != MethodOptions.IDEMPOTENCY_UNKNOWN
    ]
    retries = [{"name": safe, "retryPolicy": RETRY_POLICY}] if safe else []
    return {"loadBalancingConfig": [{"round_robin": {}}], "methodConfig": retries}


class Caller:
    """This service's own principal and identity's public keys, renewed before they expire."""

    def __init__(
        self, service: str, secret: str, identity: grpc.aio.Channel, verifier: PrincipalVerifier, clock: Clock
    ) -> None:
        self._request = identity_service_pb2.ExchangeServiceSecretRequest(service=service, secret=secret)
        self._identity = identity_service_pb2_grpc.IdentityServiceStub(identity)
        self._verifier = verifier
        self._clock = clock
        self._token = ""
        self._expires_at = 0.0
        self._asked_at = float("-inf")
        self._asking = asyncio.Lock()

    async def token(self) -> str:
        """The service's signed principal. Raises Unavailable while identity has never answered."""
        if self._expires_at <= self._clock.now().timestamp():
            await self.refresh()
        return self._token

    async def refresh(self) -> None:
        """Asks identity for principal and keys; callers at the same moment share one question."""
        async with self._asking:
            now = asyncio.get_running_loop().time()
            if now - self._asked_at < REFRESH_AT_MOST_EVERY_SECONDS and self._token:
                return
            self._take(await self._exchange())
            self._asked_at = now

    async def _exchange(self) -> identity_service_pb2.ExchangeServiceSecretResponse:
        try:
            return await self._identity.ExchangeServiceSecret(self._request, timeout=DEADLINE_SECONDS)
        except grpc.aio.AioRpcError as error:
            raise refusal_of(error) or Unavailable("identity_unavailable", "Identity failed to answer.") from error

    def _take(self, answer: identity_service_pb2.ExchangeServiceSecretResponse) -> None:
        self._verifier.use_keys(json.loads(answer.json_web_key_set))
        self._token = answer.principal.token
        self._expires_at = float(answer.principal.expires_at.seconds)

    async def keep_fresh(self, stopping: asyncio.Event, ready: asyncio.Event) -> None:
        """Renews until `stopping`; sets `ready` after the first success."""
        failures = 0
        while not stopping.is_set():
            try:
                await self.refresh()
            except Refusal as refusal:
                failures += 1
                logger.warning("identity does not answer", slug=refusal.slug, failures=failures)
                await pause(min(backoff(failures), 2.0), stopping)
                continue
            failures = 0
            ready.set()
            await pause(max(self._expires_at - self._clock.now().timestamp() - RENEW_BEFORE_SECONDS, 1.0), stopping)


def remote_stub(stub: Callable[[grpc.aio.Channel], Stub], channel: grpc.aio.Channel, caller: Caller) -> Stub:
    """The stub's methods with deadline, principal, trace and request id; a remote refusal is raised as that Refusal."""
    return cast("Stub", RemoteStub(stub(channel), caller))


class RemoteStub:
    """Wraps each method of a generated stub, once."""

    def __init__(self, stub: object, caller: Caller) -> None:
        self._stub = stub
        self._caller = caller

    def __getattr__(self, name: str) -> Callable[..., Any]:
        call = remote_call(getattr(self._stub, name), self._caller)
        setattr(self, name, call)
        return call


def remote_call(method: Any, caller: Caller) -> Callable[..., Any]:
    """`method` as a coroutine function. Raises Refusal as the remote service meant it."""

    async def call(request: Any, deadline_seconds: float = DEADLINE_SECONDS) -> Any:
        token = acting_for.get() or await caller.token()
        metadata = grpc.aio.Metadata(
            ("authorization", f"Bearer {token}"),
            (HEADER, request_id()),
            *headers_of(current_client()),
            *trace_headers().items(),
        )
        try:
            return await method(request, timeout=deadline_seconds, metadata=metadata)
        except grpc.aio.AioRpcError as error:
            refusal = refusal_of(error)
            if refusal is None:
                raise
            raise refusal from error

    return call
