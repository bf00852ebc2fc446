"""Disputes: a cardholder's bank takes the money back, and may give it up again."""

from __future__ import annotations

import time
from typing import Any

from stripe.params import DisputeModifyParams

from stripe_sandbox import balance
from stripe_sandbox.errors import no_such, unexpected_state
from stripe_sandbox.listing import page
from stripe_sandbox.parameters import Parameters, refuse_unknown
from stripe_sandbox.store import Store, new_id

Document = dict[str, Any]

OPEN = ("needs_response", "under_review")


def open_dispute(store: Store, charge: Document) -> Document:
    """The bank takes what is left of a charge, and Stripe its fee. Raises StripeError when nothing is left."""
    amount = charge["amount_captured"] - charge["amount_refunded"]
    if charge["disputed"] or amount <= 0:
        raise unexpected_state("charge_not_disputable", f"Charge {charge['id']} can't be disputed.")
    dispute: Document = {
        "id": new_id("du"),
        "object": "dispute",
        "amount": amount,
        "balance_transactions": [],
        "charge": charge["id"],
        "created": int(time.time()),
        "currency": charge["currency"],
        "evidence": {},
        "evidence_details": {"due_by": int(time.time()) + 7 * 86_400, "has_evidence": False, "submission_count": 0},
        "is_charge_refundable": False,
        "livemode": False,
        "metadata": {},
        "payment_intent": charge["payment_intent"],
        "reason": "fraudulent",
        "status": "needs_response",
    }
    store.put(dispute)
    store.emit("charge.dispute.created", dispute)
    store.put(charge | {"disputed": True})
    move(store, dispute, -amount, balance.DISPUTE_FEE_CENTS, "dispute")
    store.emit("charge.dispute.funds_withdrawn", dispute)
    return dispute


def move(store: Store, dispute: Document, amount: int, fee: int, category: str) -> None:
    """Money leaves or comes back."""
    movement = balance.book(store, dispute["id"], "adjustment", amount, fee, category)
    dispute["balance_transactions"].append(balance.retrieve(store, {}, movement))
    store.put(dispute)


def decide(store: Store, dispute: Document, is_won: bool) -> Document:
    """What the bank decides in the end. Raises StripeError when it has decided already."""
    if dispute["status"] not in OPEN:
        raise unexpected_state("dispute_closed", f"Dispute {dispute['id']} is {dispute['status']} already.")
    dispute["status"] = "won" if is_won else "lost"
    store.put(dispute)
    if is_won:
        move(store, dispute, dispute["amount"], 0, "dispute_reversal")
        store.emit("charge.dispute.funds_reinstated", dispute)
    store.emit("charge.dispute.closed", dispute)
    return dispute


def is_charged_back(store: Store, charge: Document) -> bool:
    """Whether a bank holds or kept the money of a charge."""
    return any(one["charge"] == charge["id"] and one["status"] != "won" for one in store.list_all("dispute"))


def retrieve(store: Store, _parameters: Parameters, dispute_id: str) -> Document:
    """GET /v1/disputes/{id}. Raises StripeError."""
    found = store.find("dispute", dispute_id)
    if found is None:
        raise no_such("dispute", dispute_id)
    return found


def update(store: Store, parameters: Parameters, dispute_id: str) -> Document:
    """POST /v1/disputes/{id}: evidence is given, and the bank looks at it. Raises StripeError."""
    refuse_unknown(parameters, DisputeModifyParams)
    dispute = retrieve(store, {}, dispute_id)
    dispute["metadata"] |= parameters.get("metadata", {})
    if dispute["status"] in OPEN and "evidence" in parameters:
        dispute |= {"status": "under_review", "evidence": dispute["evidence"] | parameters["evidence"]}
        store.emit("charge.dispute.updated", dispute)
    return store.put(dispute)


def list_disputes(store: Store, parameters: Parameters) -> Document:
    """GET /v1/disputes, also of one charge or payment_intent."""
    wanted = {name: parameters[name] for name in ("charge", "payment_intent") if name in parameters}
    found = [one for one in store.list_all("dispute") if all(one[name] == value for name, value in wanted.items())]
    return page(found, parameters, "/v1/disputes")
