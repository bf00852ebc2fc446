"""Which path does what: one table."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from stripe_sandbox import charges, customers, events, payment_intents, refunds

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
    ("POST", "customers", customers.create),
    ("GET", "customers", customers.list_customers),
    ("GET", "customers/{}", customers.retrieve),
    ("GET", "payment_methods", customers.list_methods),
    ("POST", "payment_methods/{}/attach", customers.attach),
    ("POST", "payment_methods/{}/detach", customers.detach),
    ("POST", "setup_intents", customers.create_setup),
    ("POST", "setup_intents/{}/confirm", customers.confirm_setup),
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
