"""The HTTP side: authentication, idempotency, faults, and the handlers behind them."""

from __future__ import annotations

import asyncio
import hashlib
import json
import random
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from stripe_sandbox import payment_intents
from stripe_sandbox.cards import Card, card_of, declined_because
from stripe_sandbox.errors import StripeError
from stripe_sandbox.parameters import Parameters, nested
from stripe_sandbox.routes import Handler, find_route
from stripe_sandbox.store import Store, new_id
from stripe_sandbox.webhooks import Faults

TEST_CARD = "pm_card_visa"
DECLINED_CARD = "pm_card_visa_chargeDeclined"


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


def outcome_card(body: dict[str, Any]) -> tuple[str, Card]:
    """The card that behaves as a tester asked."""
    if body.get("outcome") == "succeeded":
        return TEST_CARD, card_of(TEST_CARD)
    return DECLINED_CARD, declined_because(str(body.get("failure_reason") or ""))


def application(store: Store, api_key: str, faults: Faults) -> Starlette:
    """The sandbox's web application."""
    api = Api(store, api_key, faults)

    async def health(_request: Request) -> Response:
        return JSONResponse({"status": "ok"})

    async def confirm(request: Request) -> Response:
        """What a customer at the payment page would do, with the card the tester chose."""
        try:
            with store.transaction():
                intent = payment_intents.retrieve(store, {}, request.path_params["intent"])
                intent = taken(store, intent, *outcome_card(await request.json()))
        except StripeError as error:
            return JSONResponse(error.body, error.status)
        return JSONResponse(intent)

    async def challenge(request: Request) -> Response:
        """The customer confirms, or fails to, at the bank."""
        passed = request.path_params["outcome"] == "complete"
        failed = Card(code="payment_intent_authentication_failure", decline_code="authentication_required")
        try:
            with store.transaction():
                intent = payment_intents.retrieve(store, {}, request.path_params["intent"])
                payment_intents.refuse_unless(intent, ("requires_action",), "authenticate")
                intent = taken(store, intent, intent["payment_method"], Card() if passed else failed)
        except StripeError as error:
            return JSONResponse(error.body, error.status)
        return JSONResponse(intent)

    async def change_faults(request: Request) -> Response:
        body = await request.json()
        if "seed" in body:
            faults.dice = random.Random(body.pop("seed"))  # noqa: S311
        for name, value in body.items():
            setattr(faults, name, value)
        return JSONResponse({name: value for name, value in vars(faults).items() if name != "dice"})

    return Starlette(
        routes=[
            Route("/sandbox/health", health),
            Route("/sandbox/payment_intents/{intent}/confirm", confirm, methods=["POST"]),
            Route("/sandbox/challenges/{intent}/{outcome}", challenge, methods=["POST"]),
            Route("/sandbox/faults", change_faults, methods=["POST"]),
            Route("/v1/{path:path}", api.handle, methods=["GET", "POST", "DELETE"]),
        ]
    )


def taken(store: Store, intent: dict[str, Any], payment_method: str, card: Card) -> dict[str, Any]:
    """Confirms; a decline is what was asked for, so it is no error here."""
    try:
        return payment_intents.confirm_with(store, intent, payment_method, card)
    except StripeError as error:
        if error.status != 402:
            raise
        return payment_intents.retrieve(store, {}, intent["id"])
