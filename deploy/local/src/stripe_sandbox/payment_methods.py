"""Payment methods: cards that a customer keeps with us."""

from __future__ import annotations

import time
from typing import Any

from stripe_sandbox.cards import Card, card_of
from stripe_sandbox.customers import retrieve as retrieve_customer
from stripe_sandbox.errors import no_such, unexpected_state
from stripe_sandbox.listing import page
from stripe_sandbox.parameters import Parameters, required
from stripe_sandbox.store import Store, new_id

Document = dict[str, Any]


def card_behind(store: Store, payment_method: str) -> Card:
    """The card of a test payment method, or of one that a customer keeps. Raises StripeError."""
    kept = store.find("payment_method", payment_method)
    return card_of(kept["metadata"]["test_payment_method"] if kept else payment_method)


def refuse_others(store: Store, payment_method: str, customer: str | None) -> None:
    """Raises StripeError when a kept card is not this customer's."""
    kept = store.find("payment_method", payment_method)
    if kept and kept["customer"] != customer:
        raise unexpected_state("payment_method_invalid", f"{payment_method} does not belong to this customer.")


def attach(store: Store, parameters: Parameters, payment_method: str) -> Document:
    """POST /v1/payment_methods/{id}/attach: a test card becomes a method of the customer's own. Raises StripeError."""
    customer = retrieve_customer(store, {}, required(parameters, "customer"))
    method = store.find("payment_method", payment_method) or made_of(payment_method)
    method["customer"] = customer["id"]
    store.put(method)
    store.emit("payment_method.attached", method)
    return method


def made_of(test_payment_method: str) -> Document:
    """A payment method of a test card. Raises StripeError."""
    card = card_of(test_payment_method)
    return {
        "id": new_id("pm"),
        "object": "payment_method",
        "card": {"brand": card.brand, "last4": card.last_four, "exp_month": 12, "exp_year": 2034},
        "created": int(time.time()),
        "customer": None,
        "livemode": False,
        "metadata": {"test_payment_method": test_payment_method},
        "type": "card",
    }


def detach(store: Store, _parameters: Parameters, payment_method: str) -> Document:
    """POST /v1/payment_methods/{id}/detach. Raises StripeError."""
    method = store.find("payment_method", payment_method)
    if method is None:
        raise no_such("PaymentMethod", payment_method)
    method["customer"] = None
    store.put(method)
    store.emit("payment_method.detached", method)
    return method


def list_methods(store: Store, parameters: Parameters) -> Document:
    """GET /v1/payment_methods of a customer."""
    customer = parameters.get("customer")
    found = [one for one in store.list_all("payment_method") if customer and one["customer"] == customer]
    return page(found, parameters, "/v1/payment_methods")


def retrieve(store: Store, _parameters: Parameters, payment_method: str) -> Document:
    """GET /v1/payment_methods/{id}. Raises StripeError."""
    found = store.find("payment_method", payment_method)
    if found is None:
        raise no_such("PaymentMethod", payment_method)
    return found


def keep_after(store: Store, intent: Document) -> None:
    """Keeps the card of a payment whose customer wanted it kept."""
    test_method = intent["payment_method"]
    if not (intent["customer"] and intent["setup_future_usage"]) or store.find("payment_method", test_method):
        return
    method = store.put(made_of(test_method) | {"customer": intent["customer"]})
    store.put(intent | {"payment_method": method["id"]})
    store.emit("payment_method.attached", method)
