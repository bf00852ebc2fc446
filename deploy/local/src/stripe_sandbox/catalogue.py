"""Products and prices."""

from __future__ import annotations

import time
from typing import Any

from stripe.params import PriceCreateParams, ProductCreateParams

from stripe_sandbox.errors import no_such, unexpected_state
from stripe_sandbox.listing import page
from stripe_sandbox.parameters import Parameters, refuse_unknown, required, whole_number
from stripe_sandbox.store import Store, new_id

Document = dict[str, Any]


def create_product(store: Store, parameters: Parameters) -> Document:
    """POST /v1/products, with an id of the caller's choice or one of ours. Raises StripeError."""
    refuse_unknown(parameters, ProductCreateParams)
    product_id = parameters.get("id") or new_id("prod")
    if store.find("product", product_id):
        raise unexpected_state("resource_already_exists", f"Product already exists: {product_id}")
    product = {
        "id": product_id,
        "object": "product",
        "active": True,
        "created": int(time.time()),
        "livemode": False,
        "metadata": parameters.get("metadata") or {},
        "name": required(parameters, "name"),
    }
    store.put(product)
    store.emit("product.created", product)
    return product


def retrieve_product(store: Store, _parameters: Parameters, product_id: str) -> Document:
    """GET /v1/products/{id}. Raises StripeError."""
    found = store.find("product", product_id)
    if found is None:
        raise no_such("product", product_id)
    return found


def create_price(store: Store, parameters: Parameters) -> Document:
    """POST /v1/prices. Raises StripeError."""
    refuse_unknown(parameters, PriceCreateParams)
    price = price_of(store, parameters)
    store.emit("price.created", price)
    return price


def price_of(store: Store, data: Parameters) -> Document:
    """A monthly price of a product, as itself or as a subscription item's `price_data`. Raises StripeError."""
    product = retrieve_product(store, {}, required(data, "product"))
    return store.put(
        {
            "id": new_id("price"),
            "object": "price",
            "active": True,
            "created": int(time.time()),
            "currency": required(data, "currency"),
            "livemode": False,
            "lookup_key": data.get("lookup_key"),
            "metadata": data.get("metadata") or {},
            "product": product["id"],
            "recurring": {"interval": (data.get("recurring") or {}).get("interval", "month"), "interval_count": 1},
            "type": "recurring",
            "unit_amount": whole_number(data, "unit_amount"),
        }
    )


def list_prices(store: Store, parameters: Parameters) -> Document:
    """GET /v1/prices, also of some lookup_keys."""
    keys = parameters.get("lookup_keys")
    found = [price for price in store.list_all("price") if not keys or price["lookup_key"] in keys]
    return page(found, parameters, "/v1/prices")
