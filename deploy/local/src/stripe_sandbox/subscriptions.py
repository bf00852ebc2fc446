"""Subscriptions: a monthly price, billed at the start of each period until they are cancelled."""

from __future__ import annotations

import time
from typing import Any

from stripe.params import SubscriptionCreateParams, SubscriptionModifyParams

from stripe_sandbox.catalogue import price_of
from stripe_sandbox.customers import retrieve as retrieve_customer
from stripe_sandbox.errors import missing_parameter, no_such, unexpected_state
from stripe_sandbox.invoices import bill
from stripe_sandbox.listing import page
from stripe_sandbox.parameters import Parameters, is_true, refuse_unknown, required
from stripe_sandbox.store import Store, new_id

Document = dict[str, Any]

MONTH_SECONDS = 30 * 86_400


def create(store: Store, parameters: Parameters) -> Document:
    """POST /v1/subscriptions of one item; its first invoice is charged at once. Raises StripeError."""
    refuse_unknown(parameters, SubscriptionCreateParams)
    customer = retrieve_customer(store, {}, required(parameters, "customer"))
    if not parameters.get("items"):
        raise missing_parameter("items")
    now = int(time.time())
    subscription: Document = {
        "id": new_id("sub"),
        "object": "subscription",
        "cancel_at_period_end": False,
        "canceled_at": None,
        "collection_method": "charge_automatically",
        "created": now,
        "currency": "usd",
        "customer": customer["id"],
        "default_payment_method": parameters.get("default_payment_method"),
        "ended_at": None,
        "items": {"object": "list", "has_more": False, "data": [item_of(store, parameters["items"][0], now)]},
        "latest_invoice": None,
        "livemode": False,
        "metadata": parameters.get("metadata") or {},
        "prorated": 0,
        "start_date": now,
        "status": "incomplete",
    }
    store.put(subscription)
    store.emit("customer.subscription.created", subscription)
    bill(store, subscription, amount_of(subscription), "subscription_create")
    return retrieve(store, {}, subscription["id"])


def item_of(store: Store, asked: Parameters, begins: int) -> Document:
    """What is billed, for the period that begins now."""
    price = price_of(store, asked["price_data"]) if "price_data" in asked else store.find("price", asked["price"])
    if price is None:
        raise no_such("price", asked["price"])
    return {
        "id": asked.get("id") or new_id("si"),
        "object": "subscription_item",
        "current_period_end": begins + MONTH_SECONDS,
        "current_period_start": begins,
        "price": price,
        "quantity": int(asked.get("quantity", 1)),
    }


def amount_of(subscription: Document) -> int:
    """A month's price."""
    item = subscription["items"]["data"][0]
    return int(item["price"]["unit_amount"] * item["quantity"])


def retrieve(store: Store, _parameters: Parameters, subscription_id: str) -> Document:
    """GET /v1/subscriptions/{id}. Raises StripeError."""
    found = store.find("subscription", subscription_id)
    if found is None:
        raise no_such("subscription", subscription_id)
    return found


def update(store: Store, parameters: Parameters, subscription_id: str) -> Document:
    """POST /v1/subscriptions/{id}: another price, prorated on the next invoice, or an end. Raises StripeError."""
    refuse_unknown(parameters, SubscriptionModifyParams)
    subscription = retrieve(store, {}, subscription_id)
    if subscription["status"] == "canceled":
        raise unexpected_state("subscription_canceled", "A canceled subscription can't be changed.")
    if "items" in parameters:
        change_price(store, subscription, parameters["items"][0], parameters.get("proration_behavior"))
    if "cancel_at_period_end" in parameters:
        subscription["cancel_at_period_end"] = is_true(parameters["cancel_at_period_end"])
        subscription["canceled_at"] = int(time.time()) if subscription["cancel_at_period_end"] else None
    subscription["metadata"] |= parameters.get("metadata", {})
    if "default_payment_method" in parameters:
        subscription["default_payment_method"] = parameters["default_payment_method"]
    store.put(subscription)
    store.emit("customer.subscription.updated", subscription)
    return subscription


def change_price(store: Store, subscription: Document, asked: Parameters, behaviour: str | None) -> None:
    """The price of the period's rest is made up for on the next invoice."""
    old, before = subscription["items"]["data"][0], amount_of(subscription)
    item = item_of(store, {"id": old["id"], **asked}, old["current_period_start"])
    subscription["items"]["data"] = [item | {"current_period_end": old["current_period_end"]}]
    if behaviour == "none":
        return
    left = max(0, old["current_period_end"] - int(time.time()))
    length = old["current_period_end"] - old["current_period_start"]
    subscription["prorated"] += (amount_of(subscription) - before) * left // length


def advance(store: Store, subscription_id: str) -> Document:
    """A month passes: the next period is billed, or a cancelled subscription ends. Raises StripeError."""
    subscription = retrieve(store, {}, subscription_id)
    if subscription["cancel_at_period_end"]:
        return end(store, subscription)
    item = subscription["items"]["data"][0]
    item["current_period_start"] = item["current_period_end"]
    item["current_period_end"] += MONTH_SECONDS
    amount = amount_of(subscription) + subscription["prorated"]
    subscription["prorated"] = 0
    store.put(subscription)
    store.emit("customer.subscription.updated", subscription)
    bill(store, subscription, amount, "subscription_cycle")
    return retrieve(store, {}, subscription_id)


def cancel(store: Store, _parameters: Parameters, subscription_id: str) -> Document:
    """DELETE /v1/subscriptions/{id}: ends now. Raises StripeError."""
    return end(store, retrieve(store, {}, subscription_id))


def end(store: Store, subscription: Document) -> Document:
    """Nothing is billed any more."""
    now = int(time.time())
    subscription |= {"status": "canceled", "ended_at": now, "canceled_at": subscription["canceled_at"] or now}
    store.put(subscription)
    store.emit("customer.subscription.deleted", subscription)
    return subscription


def list_subscriptions(store: Store, parameters: Parameters) -> Document:
    """GET /v1/subscriptions, also of a customer."""
    customer = parameters.get("customer")
    found = [one for one in store.list_all("subscription") if not customer or one["customer"] == customer]
    return page(found, parameters, "/v1/subscriptions")
