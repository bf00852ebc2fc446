"""What Stripe's payment intents mean to us, whichever way they reach us."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from payments.domain.decline import words_for
from payments.domain.states import FactKind

INTENT_FACTS: dict[str, FactKind] = {
    "succeeded": "succeeded",
    "requires_action": "requires_action",
    "canceled": "cancelled",
}


@dataclass(frozen=True)
class Fact:
    """Something that became true of a payment; USD cents."""

    kind: FactKind
    intent_id: str
    payment_id: str = ""
    charge_id: str = ""
    amount_cents: int = 0
    failure_reason: str = ""
    happened_at: datetime | None = None
    """None when nobody said when."""


def fact_of_intent(intent: Mapping[str, Any]) -> Fact | None:
    """Where a payment intent is, as a fact; None for states that say nothing new."""
    kind = INTENT_FACTS.get(intent["status"])
    if intent["status"] == "requires_payment_method" and intent.get("last_payment_error"):
        kind = "failed"
    if kind is None:
        return None
    return Fact(
        kind=kind,
        intent_id=intent["id"],
        payment_id=(intent.get("metadata") or {}).get("payment_id", ""),
        charge_id=id_of(intent.get("latest_charge")),
        amount_cents=intent.get("amount_received") or 0,
        failure_reason=words_for(intent.get("last_payment_error")) if kind == "failed" else "",
    )


def id_of(reference: Any) -> str:
    """The id of an object that Stripe may have expanded; empty for none."""
    if isinstance(reference, Mapping):
        return str(reference["id"])
    return reference or ""
