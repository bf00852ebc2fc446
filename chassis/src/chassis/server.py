"""The gRPC server: one door that knows the caller, checks policy and contract, and answers refusals properly."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, TypeAlias

import grpc
import structlog
from google.protobuf import descriptor_pool
from google.protobuf.descriptor_pb2 import MethodOptions
from google.rpc import code_pb2, status_pb2
from grpc_status import rpc_status

from chassis.client import client_of, serve_for
from chassis.database import AWAY
from chassis.metrics import RPC_SECONDS
from chassis.policy import Policy, Rule, rule_for, unauthenticated
from chassis.principal import Principal, PrincipalKind, PrincipalVerifier, UnknownKeyError, serve_as
from chassis.refusal import NotAllowed, Refusal, Unavailable, UnknownCaller
from chassis.request_id import HEADER, begin_request
from chassis.status import status_of
from chassis.telemetry import span
from chassis.validation import validate, validate_question

BEARER = "Bearer "
OK = code_pb2.Code.Name(code_pb2.OK)
NOT_ALLOWED: dict[PrincipalKind, str] = {
    "anonymous": "Please sign in to do this.",
    "customer": "Customers may not do this; our staff will gladly help.",
    "staff": "Your account may not do this; an administrator can give it the permission.",
    "api_key": "This API key may not do this: its scopes do not cover it.",
    "service": "This service may not do this.",
}
"""What whoever the policy does not let in is told; people read it aloud."""

AnyHandler: TypeAlias = "grpc.RpcMethodHandler[Any, Any]"
Behaviour = Callable[[Any, grpc.aio.ServicerContext[Any, Any]], Awaitable[Any]]

logger = structlog.get_logger()


class Door:
    """What every RPC passes on its way in and out.

    Servicers are added to it instead of to the server: `add_…Servicer_to_server(servicer, door)`. An interceptor would
    see the same calls, at the price of its own machinery in each of them.
    """

    def __init__(
        self,
        server: grpc.aio.Server,
        policy: Policy,
        verifier: PrincipalVerifier,
        refresh_keys: Callable[[], Awaitable[None]],
    ) -> None:
        self._server = server
        self._policy = policy
        self._verifier = verifier
        self._refresh_keys = refresh_keys

    def add_generic_rpc_handlers(self, handlers: Sequence[grpc.GenericRpcHandler]) -> None:
        """Adds to the server what stands behind the door; generated code calls this."""
        self._server.add_generic_rpc_handlers([BehindTheDoor(handler, self.guard) for handler in handlers])

    def add_registered_method_handlers(self, service: str, handlers: Mapping[str, AnyHandler]) -> None:
        """Generated code offers the same handlers this way too; the asynchronous server takes none of them."""

    def guard(self, method: str, handler: AnyHandler) -> AnyHandler:
        """The handler of a full method name, behind the door."""
        if handler.unary_unary is None:
            return refused_stream(handler)
        return grpc.unary_unary_rpc_method_handler(
            self._guarded(method, handler.unary_unary),  # type: ignore[arg-type]
            request_deserializer=handler.request_deserializer,
            response_serializer=sending(handler.response_serializer),
        )

    def _guarded(self, method: str, behaviour: Behaviour) -> Behaviour:
        rule = rule_for(self._policy, method)
        check = validate_question if is_question(method) else validate
        answered = RPC_SECONDS.labels(method, OK)

        async def answer(request: Any, context: grpc.aio.ServicerContext[Any, Any]) -> Any:
            started = time.perf_counter()
            metadata = texts_of(context.invocation_metadata())
            begin_request(metadata.get(HEADER))
            seconds = answered
            try:
                with span(method, metadata):
                    await self._admit(rule, metadata)
                    check(request)
                    return await behaviour(request, context)
            except Exception as error:  # noqa: BLE001 - the edge: whatever happened becomes a status
                status = answer_to(error, method)
                seconds = RPC_SECONDS.labels(method, code_pb2.Code.Name(status.code))
                return await context.abort_with_status(rpc_status.to_status(status))
            finally:
                seconds.observe(time.perf_counter() - started)

        return answer

    async def _admit(self, rule: Rule | None, metadata: dict[str, str]) -> None:
        if rule is unauthenticated:
            return
        token = metadata.get("authorization", "").removeprefix(BEARER)
        if not token:
            raise UnknownCaller("principal_missing", "This call needs a principal: send `authorization: Bearer …`.")
        try:
            principal = self._verifier.verify(token)
        except UnknownKeyError:
            principal = await self._known_by_now(token)
        if rule is None or not rule(principal):
            raise NotAllowed("not_allowed", NOT_ALLOWED[principal.kind])
        serve_as(principal)
        serve_for(client_of(metadata))

    async def _known_by_now(self, token: str) -> Principal:
        await self._refresh_keys()
        try:
            return self._verifier.verify(token)
        except UnknownKeyError as error:
            raise UnknownCaller(
                "principal_forged", "The principal was signed with a key that is not identity's."
            ) from error


class BehindTheDoor(grpc.GenericRpcHandler):
    """The handlers of one servicer, each put behind the door when it is first asked for."""

    def __init__(self, handlers: grpc.GenericRpcHandler, guard: Callable[[str, AnyHandler], AnyHandler]) -> None:
        self._handlers = handlers
        self._guard = guard
        self._guarded: dict[str, AnyHandler] = {}

    def service(self, handler_call_details: grpc.HandlerCallDetails) -> AnyHandler | None:
        """The handler of a call; None for a method of somebody else."""
        known = self._guarded.get(handler_call_details.method)
        if known is not None:
            return known
        handler: AnyHandler | None = self._handlers.service(handler_call_details)
        if handler is None:
            return None
        method = handler_call_details.method
        return self._guarded.setdefault(method, self._guard(method, handler))


def sending(serialize: Callable[[Any], bytes] | None) -> Callable[[Any], bytes] | None:
    """`serialize`; but a servicer that keeps an answer serialized may answer the bytes, which are sent as they are."""
    if serialize is None:
        return None
    return lambda answer: answer if type(answer) is bytes else serialize(answer)


def texts_of(metadata: Any) -> dict[str, str]:
    """A call's metadata by key; values of keys that end in -bin are bytes, and nobody here reads those."""
    return dict(metadata or ())


def is_question(method: str) -> bool:
    """Whether the contract says that a call of this full method name changes nothing."""
    _, service, name = method.split("/")
    rpc = descriptor_pool.Default().FindServiceByName(service).methods_by_name[name]
    return bool(rpc.GetOptions().idempotency_level == MethodOptions.NO_SIDE_EFFECTS)


def refused_stream(handler: AnyHandler) -> AnyHandler:
    """Streams are not part of our contracts: nobody may open one."""

    async def refuse(_request: Any, context: grpc.aio.ServicerContext[Any, Any]) -> None:
        refusal = UnknownCaller("principal_missing", "This call needs a principal.")
        await context.abort_with_status(rpc_status.to_status(status_of(refusal)))

    make: Any = (
        grpc.stream_stream_rpc_method_handler if handler.request_streaming else grpc.unary_stream_rpc_method_handler
    )
    refused: AnyHandler = make(refuse, handler.request_deserializer, handler.response_serializer)
    return refused


def answer_to(error: Exception, method: str) -> status_pb2.Status:
    """The status of whatever went wrong; only refusals say more than that."""
    if isinstance(error, Refusal):
        return status_of(error)
    if isinstance(error, AWAY):
        logger.warning("database away", method=method, error=type(error).__name__)
        return status_of(
            Unavailable(
                "database_unavailable", "We can't reach our records right now; please try again.", retry_after_seconds=1
            )
        )
    logger.error("unexpected error", method=method, exc_info=error)
    return status_pb2.Status(code=code_pb2.INTERNAL, message="Something went wrong on our side; it has been recorded.")
