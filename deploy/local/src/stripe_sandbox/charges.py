"""Charges: what a confirmed intent took, or tried to take, from a card."""

from __future__ import annotations

import time
from typing import Any

from stripe_sandbox import balance, disputes
from stripe_sandbox.cards import Card, message_of, when_charged
from stripe_sandbox.errors import no_such
from stripe_sandbox.listing import page
from stripe_sandbox.parameters import Parameters
from stripe_sandbox.store import Store, new_id

Document = dict[str, Any]


def charge(store: Store, intent: Document, card: Card) -> Document:
    """Charges a card for an intent; a declined one makes a failed charge."""
    card = when_charged(card)
    declined = bool(card.code)
    document = {
        "id": new_id("ch"),
        "object": "charge",
        "amount": intent["amount"],
        "amount_captured": 0 if declined else intent["amount"],
        "amount_refunded": 0,
        "balance_transaction": None,
        "captured": not declined,
        "created": int(time.time()),
        "currency": intent["currency"],
        "customer": intent["customer"],
        "description": intent["description"],
        "disputed": False,
        "failure_code": card.code or None,
        "failure_message": message_of(card) if declined else None,
        "livemode": False,
        "metadata": intent["metadata"],
        "outcome": {"type": "issuer_declined" if declined else "authorized", "reason": card.decline_code or None},
        "paid": not declined,
        "payment_intent": intent["id"],
        "payment_method": intent["payment_method"],
        "payment_method_details": {"type": "card", "card": {"brand": card.brand, "last4": card.last_four}},
        "refunded": False,
        "status": "failed" if declined else "succeeded",
    }
    if declined:
        store.put(document)
        store.emit("charge.failed", document)
        return document
    fee = balance.charge_fee(document["amount"])
    document["balance_transaction"] = balance.book(store, document["id"], "charge", document["amount"], fee)
    store.put(document)
    store.emit("charge.succeeded", document)
    if card.is_disputed:
        disputes.open_dispute(store, document)
    return document


def retrieve(store: Store, _parameters: Parameters, charge_id: str) -> Document:
    """GET /v1/charges/{id}. Raises StripeError."""
    found = store.find("charge", charge_id)
    if found is None:
        raise no_such("charge", charge_id)
    return found


def list_charges(store: Store, parameters: Parameters) -> Document:
    """GET /v1/charges, also for one payment_intent or customer."""
    wanted = {name: parameters[name] for name in ("payment_intent", "customer") if name in parameters}
    found = [one for one in store.list_all("charge") if all(one[name] == value for name, value in wanted.items())]
    return page(found, parameters, "/v1/charges")
