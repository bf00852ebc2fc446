"""What a tester does in the place of people and banks: pay, confirm at the bank, dispute, decide, and break things."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from stripe_sandbox import charges, disputes, payment_intents, refunds, subscriptions
from stripe_sandbox.cards import Card, card_of, declined_because
from stripe_sandbox.errors import StripeError
from stripe_sandbox.store import Store
from stripe_sandbox.webhooks import Faults

Document = dict[str, Any]
Act = Callable[[Store, Document, dict[str, str]], Document]
"""The store, the request's JSON and what is in its path; returns what changed."""

TEST_CARD = "pm_card_visa"
DECLINED_CARD = "pm_card_visa_chargeDeclined"


def pay(store: Store, body: Document, path: dict[str, str]) -> Document:
    """A customer at the payment page, with the card that the tester chose or the outcome that they want."""
    intent = payment_intents.retrieve(store, {}, path["id"])
    return taken(store, intent, *chosen_card(body))


def chosen_card(body: Document) -> tuple[str, Card]:
    """`payment_method`, a test card; or the card that behaves as `outcome` says."""
    if "payment_method" in body:
        return body["payment_method"], card_of(body["payment_method"])
    if body.get("outcome") == "succeeded":
        return TEST_CARD, card_of(TEST_CARD)
    return DECLINED_CARD, declined_because(str(body.get("failure_reason") or ""))


def authenticate(store: Store, _body: Document, path: dict[str, str]) -> Document:
    """The customer confirms, or fails to, at the bank."""
    failed = Card(code="payment_intent_authentication_failure", decline_code="authentication_required")
    intent = payment_intents.retrieve(store, {}, path["id"])
    payment_intents.refuse_unless(intent, ("requires_action",), "authenticate")
    return taken(store, intent, intent["payment_method"], Card() if path["outcome"] == "complete" else failed)


def taken(store: Store, intent: Document, payment_method: str, card: Card) -> Document:
    """Confirms; a decline is what was asked for, so it is no error here."""
    try:
        return payment_intents.confirm_with(store, intent, payment_method, card)
    except StripeError as error:
        if error.status != 402:
            raise
        return payment_intents.retrieve(store, {}, intent["id"])


def settle_refund(store: Store, _body: Document, path: dict[str, str]) -> Document:
    """The customer's bank took the refund, or sent it back."""
    return refunds.finish(store, refunds.retrieve(store, {}, path["id"]), path["outcome"] == "succeed")


def dispute(store: Store, _body: Document, path: dict[str, str]) -> Document:
    """The cardholder says that they never bought it."""
    return disputes.open_dispute(store, charges.retrieve(store, {}, path["id"]))


def decide(store: Store, _body: Document, path: dict[str, str]) -> Document:
    """The bank decides a dispute."""
    return disputes.decide(store, disputes.retrieve(store, {}, path["id"]), path["outcome"] == "win")


def advance(store: Store, _body: Document, path: dict[str, str]) -> Document:
    """A month passes for a subscription."""
    return subscriptions.advance(store, path["id"])


ACTS: dict[str, Act] = {
    "payment_intents/{id}/confirm": pay,
    "challenges/{id}/{outcome:str}": authenticate,
    "refunds/{id}/{outcome:str}": settle_refund,
    "charges/{id}/dispute": dispute,
    "disputes/{id}/{outcome:str}": decide,
    "subscriptions/{id}/advance": advance,
}


def tester_routes(store: Store, faults: Faults) -> list[Route]:
    """Everything below /sandbox."""

    async def health(_request: Request) -> Response:
        return JSONResponse({"status": "ok"})

    async def change_faults(request: Request) -> Response:
        body = await request.json()
        if "seed" in body:
            faults.dice = random.Random(body.pop("seed"))  # noqa: S311
        for name, value in body.items():
            setattr(faults, name, value)
        return JSONResponse({name: value for name, value in vars(faults).items() if name != "dice"})

    acts = [Route(f"/sandbox/{path}", door(store, act), methods=["POST"]) for path, act in ACTS.items()]
    return [
        Route("/sandbox/health", health),
        Route("/sandbox/faults", change_faults, methods=["POST"]),
        *acts,
    ]


def door(store: Store, act: Act) -> Callable[[Request], Awaitable[Response]]:
    """An act over HTTP, in one transaction."""

    async def answer(request: Request) -> Response:
        body = await request.json() if await request.body() else {}
        try:
            with store.transaction():
                changed = act(store, body, dict(request.path_params))
        except StripeError as error:
            return JSONResponse(error.body, error.status)
        return JSONResponse(changed)

    return answer
