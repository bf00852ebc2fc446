"""Customers, their payment methods, and the set-ups that save one."""

from __future__ import annotations

import time
from typing import Any

from stripe.params import CustomerCreateParams, SetupIntentCreateParams

from stripe_sandbox.cards import card_of
from stripe_sandbox.errors import no_such
from stripe_sandbox.listing import page
from stripe_sandbox.parameters import Parameters, refuse_unknown, required
from stripe_sandbox.store import Store, new_id

Document = dict[str, Any]


def create(store: Store, parameters: Parameters) -> Document:
    """POST /v1/customers. Raises StripeError."""
    refuse_unknown(parameters, CustomerCreateParams)
    customer = {
        "id": new_id("cus"),
        "object": "customer",
        "created": int(time.time()),
        "email": parameters.get("email"),
        "name": parameters.get("name"),
        "phone": parameters.get("phone"),
        "livemode": False,
        "metadata": parameters.get("metadata") or {},
        "invoice_settings": {"default_payment_method": None},
    }
    store.put(customer)
    store.emit("customer.created", customer)
    return customer


def retrieve(store: Store, _parameters: Parameters, customer_id: str) -> Document:
    """GET /v1/customers/{id}. Raises StripeError."""
    found = store.find("customer", customer_id)
    if found is None:
        raise no_such("customer", customer_id)
    return found


def list_customers(store: Store, parameters: Parameters) -> Document:
    """GET /v1/customers, also by email."""
    email = parameters.get("email")
    found = [one for one in store.list_all("customer") if not email or one["email"] == email]
    return page(found, parameters, "/v1/customers")


def attach(store: Store, parameters: Parameters, payment_method: str) -> Document:
    """POST /v1/payment_methods/{id}/attach: a test card becomes a method of the customer's own. Raises StripeError."""
    customer = retrieve(store, {}, required(parameters, "customer"))
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


def create_setup(store: Store, parameters: Parameters) -> Document:
    """POST /v1/setup_intents. Raises StripeError."""
    refuse_unknown(parameters, SetupIntentCreateParams)
    setup_id = new_id("seti")
    setup = {
        "id": setup_id,
        "object": "setup_intent",
        "client_secret": f"{setup_id}_secret_{new_id('x')[2:]}",
        "created": int(time.time()),
        "customer": parameters.get("customer"),
        "livemode": False,
        "metadata": parameters.get("metadata") or {},
        "payment_method": None,
        "status": "requires_payment_method",
        "usage": parameters.get("usage", "off_session"),
    }
    store.put(setup)
    store.emit("setup_intent.created", setup)
    return setup


def confirm_setup(store: Store, parameters: Parameters, setup_id: str) -> Document:
    """POST /v1/setup_intents/{id}/confirm: saves the card for the customer. Raises StripeError."""
    setup = store.find("setup_intent", setup_id)
    if setup is None:
        raise no_such("setupintent", setup_id, "intent")
    method = made_of(required(parameters, "payment_method")) | {"customer": setup["customer"]}
    store.put(method)
    setup |= {"status": "succeeded", "payment_method": method["id"]}
    store.put(setup)
    store.emit("setup_intent.succeeded", setup)
    return setup
