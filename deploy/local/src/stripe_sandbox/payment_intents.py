"""Payment intents: made, changed, confirmed, challenged, cancelled, found."""

from __future__ import annotations

import re
import time
from typing import Any

from stripe.params import (
    PaymentIntentConfirmParams,
    PaymentIntentCreateParams,
    PaymentIntentModifyParams,
)

from stripe_sandbox.cards import Card, message_of, when_charged
from stripe_sandbox.charges import charge
from stripe_sandbox.errors import StripeError, invalid_parameter, missing_parameter, no_such, unexpected_state
from stripe_sandbox.listing import page
from stripe_sandbox.parameters import Parameters, is_true, refuse_unknown, required, whole_number
from stripe_sandbox.payment_methods import card_behind, keep_after, refuse_others
from stripe_sandbox.store import Store, new_id

Document = dict[str, Any]

LEAST_CENTS = 50
CONFIRMABLE = ("requires_payment_method", "requires_confirmation", "requires_action")
CANCELLABLE = (*CONFIRMABLE, "requires_capture", "processing")
METADATA_QUERY = re.compile(r"""metadata\[['"](\w+)['"]\]\s*:\s*['"]([^'"]*)['"]""")


def create(store: Store, parameters: Parameters) -> Document:
    """POST /v1/payment_intents. Raises StripeError."""
    refuse_unknown(parameters, PaymentIntentCreateParams)
    amount = whole_number(parameters, "amount", 1)
    currency = required(parameters, "currency")
    if amount < LEAST_CENTS:
        raise invalid_parameter("amount", "Amount must be at least $0.50 usd", "amount_too_small")
    intent_id = new_id("pi")
    intent = {
        "id": intent_id,
        "object": "payment_intent",
        "amount": amount,
        "amount_capturable": 0,
        "amount_received": 0,
        "automatic_payment_methods": automatic(parameters),
        "canceled_at": None,
        "cancellation_reason": None,
        "capture_method": "automatic_async",
        "client_secret": f"{intent_id}_secret_{new_id('x')[2:]}",
        "confirmation_method": "automatic",
        "created": int(time.time()),
        "currency": currency.lower(),
        "customer": parameters.get("customer"),
        "description": parameters.get("description"),
        "last_payment_error": None,
        "latest_charge": None,
        "livemode": False,
        "metadata": parameters.get("metadata") or {},
        "next_action": None,
        "payment_method": parameters.get("payment_method"),
        "payment_method_types": ["card"],
        "receipt_email": parameters.get("receipt_email"),
        "setup_future_usage": parameters.get("setup_future_usage"),
        "status": "requires_confirmation" if parameters.get("payment_method") else "requires_payment_method",
    }
    store.put(intent)
    store.emit("payment_intent.created", intent)
    if is_true(parameters.get("confirm")):
        return confirm(store, {}, intent_id)
    return intent


def automatic(parameters: Parameters) -> Document | None:
    """`automatic_payment_methods` as Stripe gives it back."""
    given = parameters.get("automatic_payment_methods")
    if not given:
        return None
    return {"enabled": is_true(given.get("enabled")), "allow_redirects": given.get("allow_redirects", "always")}


def retrieve(store: Store, parameters: Parameters, intent_id: str) -> Document:
    """GET /v1/payment_intents/{id}, with expand[]=latest_charge. Raises StripeError."""
    intent = store.find("payment_intent", intent_id)
    if intent is None:
        raise no_such("payment_intent", intent_id, "intent")
    if "latest_charge" in parameters.get("expand", []) and intent["latest_charge"]:
        intent["latest_charge"] = store.find("charge", intent["latest_charge"])
    return intent


def update(store: Store, parameters: Parameters, intent_id: str) -> Document:
    """POST /v1/payment_intents/{id}. Raises StripeError; what is confirmed keeps its amount."""
    refuse_unknown(parameters, PaymentIntentModifyParams)
    intent = retrieve(store, {}, intent_id)
    if "amount" in parameters:
        refuse_unless(intent, ("requires_payment_method", "requires_confirmation"), "update the amount of")
        intent["amount"] = whole_number(parameters, "amount", LEAST_CENTS)
    intent["metadata"] |= parameters.get("metadata", {})
    changes = ("customer", "description", "receipt_email", "payment_method", "setup_future_usage")
    intent |= {name: parameters[name] for name in changes if name in parameters}
    return store.put(intent)


def confirm(store: Store, parameters: Parameters, intent_id: str) -> Document:
    """POST /v1/payment_intents/{id}/confirm, with a test payment method. Raises StripeError, 402 for a decline."""
    refuse_unknown(parameters, PaymentIntentConfirmParams)
    intent = retrieve(store, {}, intent_id)
    payment_method = parameters.get("payment_method") or intent["payment_method"]
    if not payment_method:
        raise missing_parameter("payment_method")
    refuse_others(store, payment_method, intent["customer"])
    return confirm_with(store, intent, payment_method, card_behind(store, payment_method))


def confirm_with(store: Store, intent: Document, payment_method: str, card: Card) -> Document:
    """Confirms with a card. Raises StripeError."""
    refuse_unless(intent, CONFIRMABLE, "confirm")
    intent |= {"payment_method": payment_method, "last_payment_error": None, "next_action": None}
    if card.needs_challenge:
        url = f"https://hooks.stripe.com/redirect/authenticate/{intent['id']}"
        intent |= {
            "status": "requires_action",
            "next_action": {"type": "redirect_to_url", "redirect_to_url": {"url": url}},
        }
        store.put(intent)
        store.emit("payment_intent.requires_action", intent)
        return intent
    return take(store, intent, card)


def take(store: Store, intent: Document, card: Card) -> Document:
    """Charges the card. Raises StripeError, 402, when it is declined; the decline is stored all the same."""
    card = when_charged(card)
    taken = charge(store, intent, card)
    intent |= {"latest_charge": taken["id"], "next_action": None}
    if card.code:
        decline(store, intent, card)
        error = intent["last_payment_error"]
        details = {name: error[name] for name in ("code", "decline_code", "charge")}
        raise StripeError(402, "card_error", error["message"], executed=True, payment_intent=intent, **details)
    intent |= {"status": "succeeded", "amount_received": intent["amount"]}
    store.put(intent)
    store.emit("payment_intent.succeeded", intent)
    keep_after(store, intent)
    return intent


def decline(store: Store, intent: Document, card: Card) -> None:
    """Back to waiting for a payment method, with the reason."""
    error = {"type": "card_error", "code": card.code, "decline_code": card.decline_code, "message": message_of(card)}
    intent |= {"status": "requires_payment_method", "payment_method": None}
    intent["last_payment_error"] = error | {"charge": intent["latest_charge"]}
    store.put(intent)
    store.emit("payment_intent.payment_failed", intent)


def cancel(store: Store, parameters: Parameters, intent_id: str) -> Document:
    """POST /v1/payment_intents/{id}/cancel. Raises StripeError when it is over."""
    intent = retrieve(store, {}, intent_id)
    refuse_unless(intent, CANCELLABLE, "cancel")
    reason = parameters.get("cancellation_reason")
    intent |= {
        "status": "canceled",
        "canceled_at": int(time.time()),
        "cancellation_reason": reason,
        "next_action": None,
    }
    store.put(intent)
    store.emit("payment_intent.canceled", intent)
    return intent


def refuse_unless(intent: Document, states: tuple[str, ...], verb: str) -> None:
    """Raises StripeError when the intent is past that."""
    if intent["status"] not in states:
        message = f"You cannot {verb} this PaymentIntent because it has a status of {intent['status']}."
        raise unexpected_state("payment_intent_unexpected_state", message, payment_intent=intent)


def list_intents(store: Store, parameters: Parameters) -> Document:
    """GET /v1/payment_intents."""
    customer = parameters.get("customer")
    found = [one for one in store.list_all("payment_intent") if not customer or one["customer"] == customer]
    return page(found, parameters, "/v1/payment_intents")


def search(store: Store, parameters: Parameters) -> Document:
    """GET /v1/payment_intents/search by metadata. Raises StripeError for other queries."""
    wanted = METADATA_QUERY.findall(required(parameters, "query"))
    if not wanted:
        raise invalid_parameter("query", "The sandbox searches metadata['key']:'value' only.", "parameter_invalid")
    intents = store.list_all("payment_intent")
    found = [one for one in intents if all(one["metadata"].get(key) == value for key, value in wanted)]
    listed = page(found, parameters, "/v1/payment_intents/search")
    return {**listed, "object": "search_result", "next_page": None}
