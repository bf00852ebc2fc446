"""Invoices: made by a subscription for a period, charged to the customer's card, paid or still owed."""

from __future__ import annotations

import time
from typing import Any

from stripe.params import InvoicePayParams

from stripe_sandbox import payment_intents
from stripe_sandbox.customers import retrieve as retrieve_customer
from stripe_sandbox.errors import StripeError, no_such, unexpected_state
from stripe_sandbox.listing import page
from stripe_sandbox.parameters import Parameters, refuse_unknown
from stripe_sandbox.payment_methods import card_behind
from stripe_sandbox.store import Store, new_id

Document = dict[str, Any]


def bill(store: Store, subscription: Document, amount: int, reason: str) -> Document:
    """Makes the invoice of a period and charges it; one that can't be charged stays open."""
    item = subscription["items"]["data"][0]
    period = {"start": item["current_period_start"], "end": item["current_period_end"]}
    invoice = {
        "id": new_id("in"),
        "object": "invoice",
        "amount_due": amount,
        "amount_paid": 0,
        "amount_remaining": amount,
        "attempt_count": 0,
        "attempted": False,
        "billing_reason": reason,
        "collection_method": "charge_automatically",
        "created": int(time.time()),
        "currency": "usd",
        "customer": subscription["customer"],
        "lines": {"object": "list", "data": [{"amount": amount, "period": period}], "has_more": False},
        "livemode": False,
        "metadata": {},
        "next_payment_attempt": None,
        "parent": {
            "type": "subscription_details",
            "subscription_details": {"subscription": subscription["id"], "metadata": subscription["metadata"]},
        },
        "period_end": period["end"],
        "period_start": period["start"],
        "status": "open",
        "total": amount,
    }
    store.put(invoice)
    store.emit("invoice.created", invoice)
    store.emit("invoice.finalized", invoice)
    try:
        return charge(store, invoice, card_of(store, subscription))
    except StripeError:
        return retrieve(store, {}, invoice["id"])


def card_of(store: Store, subscription: Document) -> str | None:
    """What a subscription is charged to: its own card, or its customer's usual one."""
    customer = retrieve_customer(store, {}, subscription["customer"])
    usual: str | None = customer["invoice_settings"]["default_payment_method"]
    return subscription["default_payment_method"] or usual


def charge(store: Store, invoice: Document, payment_method: str | None) -> Document:
    """Takes the money. Raises StripeError, 402, when it can't be; that is stored all the same."""
    invoice |= {"attempt_count": invoice["attempt_count"] + 1, "attempted": True}
    try:
        take(store, invoice, payment_method)
    except StripeError:
        store.put(invoice)
        store.emit("invoice.payment_failed", invoice)
        follow(store, invoice)
        raise
    invoice |= {"status": "paid", "amount_paid": invoice["amount_due"], "amount_remaining": 0}
    store.put(invoice)
    store.emit("invoice.paid", invoice)
    store.emit("invoice.payment_succeeded", invoice)
    follow(store, invoice)
    return invoice


def take(store: Store, invoice: Document, payment_method: str | None) -> None:
    """One payment intent of the invoice, confirmed. Raises StripeError."""
    if invoice["amount_due"] <= 0:
        return
    if not payment_method:
        message = "This customer has no attached payment source or default payment method."
        raise StripeError(400, "invalid_request_error", message, executed=True, code="resource_missing")
    order = {"amount": str(invoice["amount_due"]), "currency": "usd", "customer": invoice["customer"]}
    intent = payment_intents.create(store, order)
    payment_intents.confirm_with(store, intent, payment_method, card_behind(store, payment_method))


def follow(store: Store, invoice: Document) -> None:
    """The subscription is as good as its invoices."""
    subscription = store.find("subscription", invoice["parent"]["subscription_details"]["subscription"])
    if subscription is None or subscription["status"] == "canceled":
        return
    owed = "incomplete" if invoice["billing_reason"] == "subscription_create" else "past_due"
    status = "active" if invoice["status"] == "paid" else owed
    subscription["latest_invoice"] = invoice["id"]
    if subscription["status"] != status:
        subscription["status"] = status
        store.emit("customer.subscription.updated", subscription)
    store.put(subscription)


def pay(store: Store, parameters: Parameters, invoice_id: str) -> Document:
    """POST /v1/invoices/{id}/pay: another try. Raises StripeError, 402 for a decline."""
    refuse_unknown(parameters, InvoicePayParams)
    invoice = retrieve(store, {}, invoice_id)
    if invoice["status"] != "open":
        raise unexpected_state("invoice_not_open", f"Invoice is {invoice['status']}")
    subscription = store.find("subscription", invoice["parent"]["subscription_details"]["subscription"])
    usual = card_of(store, subscription) if subscription else None
    return charge(store, invoice, parameters.get("payment_method") or usual)


def void(store: Store, _parameters: Parameters, invoice_id: str) -> Document:
    """POST /v1/invoices/{id}/void. Raises StripeError."""
    invoice = retrieve(store, {}, invoice_id)
    if invoice["status"] != "open":
        raise unexpected_state("invoice_not_open", f"Invoice is {invoice['status']}")
    invoice["status"] = "void"
    store.put(invoice)
    store.emit("invoice.voided", invoice)
    return invoice


def retrieve(store: Store, _parameters: Parameters, invoice_id: str) -> Document:
    """GET /v1/invoices/{id}. Raises StripeError."""
    found = store.find("invoice", invoice_id)
    if found is None:
        raise no_such("invoice", invoice_id)
    return found


def list_invoices(store: Store, parameters: Parameters) -> Document:
    """GET /v1/invoices, also of a customer or in a status."""
    wanted = {name: parameters[name] for name in ("customer", "status") if name in parameters}
    found = [one for one in store.list_all("invoice") if all(one[name] == value for name, value in wanted.items())]
    return page(found, parameters, "/v1/invoices")
