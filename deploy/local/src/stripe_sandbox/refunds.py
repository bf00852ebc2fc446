"""Refunds: never more than was captured."""

from __future__ import annotations

import time
from typing import Any

from stripe.params import RefundCreateParams

from stripe_sandbox import balance, disputes
from stripe_sandbox.errors import missing_parameter, no_such, unexpected_state
from stripe_sandbox.listing import page
from stripe_sandbox.parameters import Parameters, refuse_unknown, whole_number
from stripe_sandbox.payment_intents import retrieve as retrieve_intent
from stripe_sandbox.payment_methods import card_behind
from stripe_sandbox.store import Store, new_id

Document = dict[str, Any]


def create(store: Store, parameters: Parameters) -> Document:
    """POST /v1/refunds for a charge or a payment intent, whole or in part. Raises StripeError."""
    refuse_unknown(parameters, RefundCreateParams)
    charge = charge_of(store, parameters)
    left = charge["amount_captured"] - charge["amount_refunded"]
    if charge["refunded"]:
        raise unexpected_state("charge_already_refunded", f"Charge {charge['id']} has already been refunded.")
    if charge["disputed"] and disputes.is_charged_back(store, charge):
        raise unexpected_state("charge_disputed", f"Charge {charge['id']} has been charged back; it can't be refunded.")
    amount = whole_number(parameters, "amount", 1) if "amount" in parameters else left
    if amount > left:
        message = f"Refund amount (${amount / 100:.2f}) is greater than unrefunded amount on charge (${left / 100:.2f})"
        raise unexpected_state("amount_too_large", message, param="amount")
    refund = refund_of(charge, amount, parameters, card_behind(store, charge["payment_method"]).refund)
    refund["balance_transaction"] = balance.book(store, refund["id"], "refund", -amount)
    store.put(refund)
    store.emit("refund.created", refund)
    count(store, charge, amount)
    store.emit("charge.refunded", charge)
    return refund


def count(store: Store, charge: Document, amount: int) -> None:
    """Adds to what was refunded of a charge; a negative amount came back."""
    charge["amount_refunded"] += amount
    charge["refunded"] = charge["amount_refunded"] == charge["amount_captured"]
    store.put(charge)


def refund_of(charge: Document, amount: int, parameters: Parameters, status: str) -> Document:
    """The refund as Stripe gives it."""
    return {
        "id": new_id("re"),
        "object": "refund",
        "amount": amount,
        "balance_transaction": None,
        "charge": charge["id"],
        "created": int(time.time()),
        "currency": charge["currency"],
        "failure_balance_transaction": None,
        "failure_reason": None,
        "metadata": parameters.get("metadata") or {},
        "payment_intent": charge["payment_intent"],
        "reason": parameters.get("reason"),
        "status": status,
    }


def finish(store: Store, refund: Document, is_good: bool) -> Document:
    """What the customer's bank says later: it arrived, or it comes back. Raises StripeError when that is settled."""
    if refund["status"] not in ("pending", "succeeded") or (is_good and refund["status"] == "succeeded"):
        raise unexpected_state("refund_settled", f"Refund {refund['id']} is {refund['status']}.")
    refund["status"] = "succeeded" if is_good else "failed"
    if not is_good:
        charge = charge_of(store, {"charge": refund["charge"]})
        count(store, charge, -refund["amount"])
        movement = balance.book(store, refund["id"], "refund_failure", refund["amount"])
        refund |= {"failure_balance_transaction": movement, "failure_reason": "lost_or_stolen_card"}
    store.put(refund)
    for told in ("refund.updated", "charge.refund.updated") + (() if is_good else ("refund.failed",)):
        store.emit(told, refund)
    return refund


def charge_of(store: Store, parameters: Parameters) -> Document:
    """The captured charge to refund. Raises StripeError."""
    charge_id = parameters.get("charge")
    if not charge_id and parameters.get("payment_intent"):
        intent = retrieve_intent(store, {}, parameters["payment_intent"])
        charge_id = intent["latest_charge"] if intent["status"] == "succeeded" else None
        if not charge_id:
            message = f"This PaymentIntent ({intent['id']}) does not have a successful charge to refund."
            raise unexpected_state("charge_not_refundable", message)
    if not charge_id:
        raise missing_parameter("payment_intent")
    charge = store.find("charge", charge_id)
    if charge is None or not charge["captured"]:
        raise no_such("charge", charge_id, "charge")
    return charge


def retrieve(store: Store, _parameters: Parameters, refund_id: str) -> Document:
    """GET /v1/refunds/{id}. Raises StripeError."""
    found = store.find("refund", refund_id)
    if found is None:
        raise no_such("refund", refund_id)
    return found


def list_refunds(store: Store, parameters: Parameters) -> Document:
    """GET /v1/refunds, also for one payment_intent or charge."""
    wanted = {name: parameters[name] for name in ("payment_intent", "charge") if name in parameters}
    found = [one for one in store.list_all("refund") if all(one[name] == value for name, value in wanted.items())]
    return page(found, parameters, "/v1/refunds")
