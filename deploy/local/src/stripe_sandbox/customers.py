"""Customers, and which of their payment methods is the usual one."""

from __future__ import annotations

import time
from typing import Any

from stripe.params import CustomerCreateParams, CustomerModifyParams

from stripe_sandbox.errors import no_such
from stripe_sandbox.listing import page
from stripe_sandbox.parameters import Parameters, refuse_unknown
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


def update(store: Store, parameters: Parameters, customer_id: str) -> Document:
    """POST /v1/customers/{id}. Raises StripeError."""
    refuse_unknown(parameters, CustomerModifyParams)
    customer = retrieve(store, {}, customer_id)
    customer["metadata"] |= parameters.get("metadata", {})
    customer["invoice_settings"] |= parameters.get("invoice_settings", {})
    customer |= {name: parameters[name] for name in ("email", "name", "phone") if name in parameters}
    store.put(customer)
    store.emit("customer.updated", customer)
    return customer


def delete(store: Store, _parameters: Parameters, customer_id: str) -> Document:
    """DELETE /v1/customers/{id}: forgets who it was. Raises StripeError."""
    customer = retrieve(store, {}, customer_id)
    store.put(customer | {"email": None, "name": None, "phone": None, "metadata": {}, "deleted": True})
    store.emit("customer.deleted", customer)
    return {"id": customer_id, "object": "customer", "deleted": True}
