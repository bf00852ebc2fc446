"""The account's balance: every movement of money, what Stripe kept of it, and what is left."""

from __future__ import annotations

import time
from typing import Any

from stripe_sandbox.errors import no_such
from stripe_sandbox.listing import page
from stripe_sandbox.parameters import Parameters
from stripe_sandbox.store import Store, new_id

Document = dict[str, Any]

FEE_BASIS_POINTS = 290
FEE_FIXED_CENTS = 30
DISPUTE_FEE_CENTS = 1_500


def charge_fee(amount: int) -> int:
    """What Stripe keeps of a card payment: 2.9 % and 30 cents."""
    return (amount * FEE_BASIS_POINTS + 5_000) // 10_000 + FEE_FIXED_CENTS


def book(store: Store, source: str, kind: str, amount: int, fee: int = 0, category: str = "") -> str:
    """Moves the balance by `amount` less `fee`; returns the id of the movement."""
    movement = {
        "id": new_id("txn"),
        "object": "balance_transaction",
        "amount": amount,
        "available_on": int(time.time()),
        "created": int(time.time()),
        "currency": "usd",
        "description": None,
        "exchange_rate": None,
        "fee": fee,
        "fee_details": [{"amount": fee, "currency": "usd", "type": "stripe_fee"}] if fee else [],
        "net": amount - fee,
        "reporting_category": category or kind,
        "source": source,
        "status": "available",
        "type": kind,
    }
    return str(store.put(movement)["id"])


def retrieve(store: Store, _parameters: Parameters, movement_id: str) -> Document:
    """GET /v1/balance_transactions/{id}. Raises StripeError."""
    found = store.find("balance_transaction", movement_id)
    if found is None:
        raise no_such("balance transaction", movement_id)
    return found


def list_movements(store: Store, parameters: Parameters) -> Document:
    """GET /v1/balance_transactions, also of one source or type."""
    wanted = {name: parameters[name] for name in ("source", "type") if name in parameters}
    movements = store.list_all("balance_transaction")
    found = [one for one in movements if all(one[name] == value for name, value in wanted.items())]
    return page(found, parameters, "/v1/balance_transactions")


def balance(store: Store, _parameters: Parameters) -> Document:
    """GET /v1/balance."""
    total = sum(movement["net"] for movement in store.list_all("balance_transaction"))
    return {
        "object": "balance",
        "available": [{"amount": total, "currency": "usd", "source_types": {"card": total}}],
        "livemode": False,
        "pending": [{"amount": 0, "currency": "usd", "source_types": {"card": 0}}],
    }
