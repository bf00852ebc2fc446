"""The HTTP side: authentication, idempotency, faults, and the handlers behind them."""

from __future__ import annotations

import asyncio
import hashlib
import json
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from stripe_sandbox.errors import StripeError
from stripe_sandbox.parameters import Parameters, nested
from stripe_sandbox.routes import Handler, find_route
from stripe_sandbox.store import Store, new_id
from stripe_sandbox.tester import tester_routes
from stripe_sandbox.webhooks import Faults


@dataclass(frozen=True)
class Call:
    """One call of the API."""

    handler: Handler
    ids: tuple[str, ...]
    parameters: Parameters
    key: str | None
    fingerprint: str


class Api:
    """Stripe's API, as far as the sandbox has it."""

    def __init__(self, store: Store, api_key: str, faults: Faults) -> None:
        self._store = store
        self._api_key = api_key
        self._faults = faults
        self._in_flight: set[str] = set()

    async def handle(self, request: Request) -> Response:
        """Any call below /v1."""
        try:
            self._authenticate(request)
            call = await read(request)
            return await self._answer(call)
        except StripeError as error:
            return JSONResponse(error.body, error.status, headers={"Request-Id": new_id("req")})

    def _authenticate(self, request: Request) -> None:
        if request.headers.get("authorization") != f"Bearer {self._api_key}":
            raise StripeError(401, "invalid_request_error", "Invalid API Key provided.")

    async def _answer(self, call: Call) -> Response:
        if call.key in self._in_flight:
            message = "There is currently another in-progress request using this Idempotency Key."
            raise StripeError(409, "idempotency_error", message, code="idempotency_key_in_use")
        known = self._store.find_answer(call.key) if call.key else None
        if known:
            return replay(call, *known)
        self._in_flight.add(call.key or "")
        try:
            await self._misbehave()
            return self._execute(call)
        finally:
            self._in_flight.discard(call.key or "")

    async def _misbehave(self) -> None:
        await asyncio.sleep(self._faults.slow_seconds)
        if self._faults.fail_requests > 0:
            self._faults.fail_requests -= 1
            raise StripeError(500, "api_error", "An unknown error occurred.")

    def _execute(self, call: Call) -> Response:
        with self._store.transaction():
            try:
                status, body = 200, call.handler(self._store, call.parameters, *call.ids)
            except StripeError as error:
                if not error.executed:
                    raise
                status, body = error.status, error.body
            if call.key:
                self._store.keep_answer(call.key, call.fingerprint, status, json.dumps(body))
        return JSONResponse(body, status, headers={"Request-Id": new_id("req")})


def replay(call: Call, fingerprint: str, status: int, body: str) -> Response:
    """The remembered answer. Raises StripeError when the key was used for another request."""
    if fingerprint != call.fingerprint:
        message = "Keys for idempotent requests can only be used with the same parameters they were first used with."
        raise StripeError(400, "idempotency_error", message)
    return Response(body, status, {"Idempotent-Replayed": "true"}, "application/json")


async def read(request: Request) -> Call:
    """The call that a request makes. Raises StripeError for an unknown URL."""
    route = find_route(request.method, request.url.path)
    if route is None:
        message = f"Unrecognized request URL ({request.method}: {request.url.path})."
        raise StripeError(404, "invalid_request_error", message)
    fields = [*request.query_params.multi_items()]
    if request.method == "POST":
        fields += parse_qsl((await request.body()).decode(), keep_blank_values=True)
    key = request.headers.get("idempotency-key") if request.method == "POST" else None
    identity = json.dumps([request.method, request.url.path, sorted(fields)])
    return Call(*route, nested(fields), key, hashlib.sha256(identity.encode()).hexdigest())


def application(store: Store, api_key: str, faults: Faults) -> Starlette:
    """The sandbox's web application."""
    api = Api(store, api_key, faults)
    return Starlette(
        routes=[
            *tester_routes(store, faults),
            Route("/v1/{path:path}", api.handle, methods=["GET", "POST", "DELETE"]),
        ]
    )
