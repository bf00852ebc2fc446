"""Subscriptions are billed month after month, to cards that work and cards that don't."""

from __future__ import annotations

from typing import Any

import pytest
import requests
import stripe


def subscribe(sandbox: Any, card: str = "pm_card_visa", cents: int = 15_000) -> Any:
    client = sandbox.client()
    client.products.create({"id": "storage", "name": "Mini storage"})
    customer = client.customers.create({})
    method = client.payment_methods.attach(card, {"customer": customer.id})
    client.customers.update(customer.id, {"invoice_settings": {"default_payment_method": method.id}})
    return client.subscriptions.create({"customer": customer.id, "items": [{"price_data": price(cents)}]})


def price(cents: int) -> dict[str, Any]:
    return {"currency": "usd", "product": "storage", "recurring": {"interval": "month"}, "unit_amount": cents}


def a_month_passes(sandbox: Any, subscription: Any) -> Any:
    return requests.post(f"{sandbox.url}/sandbox/subscriptions/{subscription.id}/advance", timeout=5).json()


def test_each_month_is_billed_and_paid(sandbox: Any) -> None:
    subscription = subscribe(sandbox)
    assert subscription.status == "active"
    a_month_passes(sandbox, subscription)
    invoices = sandbox.client().invoices.list().data
    assert [(invoice.status, invoice.amount_paid) for invoice in invoices] == [("paid", 15_000)] * 2
    told = [event.type for event in sandbox.client().events.list({"limit": 100}).data]
    assert told.count("invoice.paid") == 2


def test_a_card_that_fails_leaves_the_invoice_open_and_another_pays_it(sandbox: Any) -> None:
    client = sandbox.client()
    subscription = subscribe(sandbox, "pm_card_chargeCustomerFail")
    assert subscription.status == "incomplete"
    with pytest.raises(stripe.CardError):
        client.invoices.pay(subscription.latest_invoice)
    method = client.payment_methods.attach("pm_card_visa", {"customer": subscription.customer})
    paid = client.invoices.pay(subscription.latest_invoice, {"payment_method": method.id})
    assert (paid.status, paid.attempt_count) == ("paid", 3)
    assert client.subscriptions.retrieve(subscription.id).status == "active"


def test_another_price_is_made_up_for_on_the_next_invoice(sandbox: Any) -> None:
    client = sandbox.client()
    subscription = subscribe(sandbox)
    (item,) = client.subscriptions.retrieve(subscription.id)["items"]["data"]
    changed = {"items": [{"id": item["id"], "price_data": price(30_000)}], "proration_behavior": "create_prorations"}
    client.subscriptions.update(subscription.id, changed)
    a_month_passes(sandbox, subscription)
    newest, _ = client.invoices.list().data
    assert 44_000 <= newest.total <= 45_000


def test_what_is_cancelled_at_the_end_of_its_period_ends_then(sandbox: Any) -> None:
    client = sandbox.client()
    subscription = subscribe(sandbox)
    client.subscriptions.update(subscription.id, {"cancel_at_period_end": True})
    assert client.subscriptions.retrieve(subscription.id).status == "active"
    assert a_month_passes(sandbox, subscription)["status"] == "canceled"
    assert len(client.invoices.list().data) == 1
