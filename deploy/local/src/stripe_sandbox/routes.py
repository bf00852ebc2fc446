"""Which path does what: one table."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from stripe_sandbox import (
    balance,
    catalogue,
    charges,
    customers,
    disputes,
    events,
    invoices,
    payment_intents,
    payment_methods,
    refunds,
    setup_intents,
    subscriptions,
)

Handler = Callable[..., dict[str, Any]]

ROUTES: list[tuple[str, str, Handler]] = [
    ("POST", "payment_intents", payment_intents.create),
    ("GET", "payment_intents", payment_intents.list_intents),
    ("GET", "payment_intents/search", payment_intents.search),
    ("GET", "payment_intents/{}", payment_intents.retrieve),
    ("POST", "payment_intents/{}", payment_intents.update),
    ("POST", "payment_intents/{}/confirm", payment_intents.confirm),
    ("POST", "payment_intents/{}/cancel", payment_intents.cancel),
    ("GET", "charges", charges.list_charges),
    ("GET", "charges/{}", charges.retrieve),
    ("POST", "refunds", refunds.create),
    ("GET", "refunds", refunds.list_refunds),
    ("GET", "refunds/{}", refunds.retrieve),
    ("GET", "balance", balance.balance),
    ("GET", "balance_transactions", balance.list_movements),
    ("GET", "balance_transactions/{}", balance.retrieve),
    ("GET", "disputes", disputes.list_disputes),
    ("GET", "disputes/{}", disputes.retrieve),
    ("POST", "disputes/{}", disputes.update),
    ("POST", "customers", customers.create),
    ("GET", "customers", customers.list_customers),
    ("GET", "customers/{}", customers.retrieve),
    ("POST", "customers/{}", customers.update),
    ("DELETE", "customers/{}", customers.delete),
    ("GET", "payment_methods", payment_methods.list_methods),
    ("GET", "payment_methods/{}", payment_methods.retrieve),
    ("POST", "payment_methods/{}/attach", payment_methods.attach),
    ("POST", "payment_methods/{}/detach", payment_methods.detach),
    ("POST", "setup_intents", setup_intents.create),
    ("GET", "setup_intents/{}", setup_intents.retrieve),
    ("POST", "setup_intents/{}/confirm", setup_intents.confirm),
    ("POST", "products", catalogue.create_product),
    ("GET", "products/{}", catalogue.retrieve_product),
    ("POST", "prices", catalogue.create_price),
    ("GET", "prices", catalogue.list_prices),
    ("POST", "subscriptions", subscriptions.create),
    ("GET", "subscriptions", subscriptions.list_subscriptions),
    ("GET", "subscriptions/{}", subscriptions.retrieve),
    ("POST", "subscriptions/{}", subscriptions.update),
    ("DELETE", "subscriptions/{}", subscriptions.cancel),
    ("GET", "invoices", invoices.list_invoices),
    ("GET", "invoices/{}", invoices.retrieve),
    ("POST", "invoices/{}/pay", invoices.pay),
    ("POST", "invoices/{}/void", invoices.void),
    ("GET", "events", events.list_events),
    ("GET", "events/{}", events.retrieve),
]

PATTERNS = [
    (method, re.compile("/v1/" + path.replace("{}", r"([^/]+)") + "$"), handler) for method, path, handler in ROUTES
]


def find_route(method: str, path: str) -> tuple[Handler, tuple[str, ...]] | None:
    """The handler of a call and the ids in its path."""
    for known, pattern, handler in PATTERNS:
        match = pattern.match(path)
        if known == method and match:
            return handler, match.groups()
    return None
