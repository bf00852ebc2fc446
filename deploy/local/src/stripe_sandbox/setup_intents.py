"""Setup intents: how a card is saved without being charged."""

from __future__ import annotations

import time
from typing import Any

from stripe.params import SetupIntentCreateParams

from stripe_sandbox.cards import Card, card_of, message_of
from stripe_sandbox.errors import StripeError, no_such, unexpected_state
from stripe_sandbox.parameters import Parameters, refuse_unknown, required
from stripe_sandbox.payment_methods import made_of
from stripe_sandbox.store import Store, new_id

Document = dict[str, Any]

OPEN = ("requires_payment_method", "requires_confirmation", "requires_action")


def create(store: Store, parameters: Parameters) -> Document:
    """POST /v1/setup_intents. Raises StripeError."""
    refuse_unknown(parameters, SetupIntentCreateParams)
    setup_id = new_id("seti")
    setup = {
        "id": setup_id,
        "object": "setup_intent",
        "client_secret": f"{setup_id}_secret_{new_id('x')[2:]}",
        "created": int(time.time()),
        "customer": parameters.get("customer"),
        "last_setup_error": None,
        "livemode": False,
        "metadata": parameters.get("metadata") or {},
        "next_action": None,
        "payment_method": None,
        "status": "requires_payment_method",
        "usage": parameters.get("usage", "off_session"),
    }
    store.put(setup)
    store.emit("setup_intent.created", setup)
    return setup


def retrieve(store: Store, _parameters: Parameters, setup_id: str) -> Document:
    """GET /v1/setup_intents/{id}. Raises StripeError."""
    setup = store.find("setup_intent", setup_id)
    if setup is None:
        raise no_such("setupintent", setup_id, "intent")
    return setup


def confirm(store: Store, parameters: Parameters, setup_id: str) -> Document:
    """POST /v1/setup_intents/{id}/confirm: saves the card for the customer. Raises StripeError, 402 for a decline."""
    setup = retrieve(store, {}, setup_id)
    if setup["status"] not in OPEN:
        raise unexpected_state("setup_intent_unexpected_state", f"This SetupIntent is {setup['status']}.")
    test_method = required(parameters, "payment_method")
    card = card_of(test_method)
    if card.needs_challenge:
        return challenge(store, setup, test_method)
    return save(store, setup, test_method, card)


def challenge(store: Store, setup: Document, test_method: str) -> Document:
    """The bank wants to see the customer first."""
    url = f"https://hooks.stripe.com/redirect/authenticate/{setup['id']}"
    setup |= {
        "status": "requires_action",
        "payment_method": test_method,
        "next_action": {"type": "redirect_to_url", "redirect_to_url": {"url": url}},
    }
    store.put(setup)
    store.emit("setup_intent.requires_action", setup)
    return setup


def save(store: Store, setup: Document, test_method: str, card: Card) -> Document:
    """Keeps the card. Raises StripeError, 402, when it is declined; that is stored all the same."""
    if card.code:
        error = {"type": "card_error", "code": card.code, "decline_code": card.decline_code}
        setup |= {"status": "requires_payment_method", "last_setup_error": error | {"message": message_of(card)}}
        store.put(setup)
        store.emit("setup_intent.setup_failed", setup)
        raise StripeError(402, executed=True, kind="card_error", message=message_of(card), code=card.code)
    method = store.put(made_of(test_method) | {"customer": setup["customer"]})
    setup |= {"status": "succeeded", "payment_method": method["id"], "next_action": None}
    store.put(setup)
    if setup["customer"]:
        store.emit("payment_method.attached", method)
    store.emit("setup_intent.succeeded", setup)
    return setup
