"""What Stripe's refunds mean to us, whichever way they reach us."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from payments.domain.fact import id_of
from payments.domain.refund_states import RefundStep

STEPS: dict[str, RefundStep] = {
    "pending": "pending",
    "requires_action": "pending",
    "succeeded": "succeeded",
    "failed": "failed",
    "canceled": "failed",
}

FAILURES = {
    "charge_already_refunded": "The payment has gone back already, by hand at Stripe perhaps.",
    "amount_too_large": "More would go back than is left of the payment at Stripe.",
    "charge_disputed": "The customer's bank holds this payment in a dispute, so it can't be refunded.",
    "charge_not_refundable": "Stripe has no captured payment that could go back.",
    "lost_or_stolen_card": "The customer's bank sent it back: the card was reported lost or stolen.",
    "expired_or_canceled_card": "The customer's bank sent it back: the card has expired or was closed.",
    "insufficient_funds": "Our balance at Stripe was too low.",
    "declined": "The customer's bank declined it.",
}
FAILED_OTHERWISE = "Stripe could not carry it out; look at the payment in Stripe's dashboard."

REFUND_EVENTS = ("refund.created", "refund.updated", "refund.failed", "charge.refund.updated")


@dataclass(frozen=True)
class RefundFact:
    """Something that became true of a refund; USD cents."""

    step: RefundStep
    stripe_refund_id: str
    intent_id: str
    charge_id: str
    amount_cents: int
    refund_id: str = ""
    failure_reason: str = ""
    created_at: datetime | None = None
    """When Stripe took it; None when it never did."""


def fact_of_refund(refund: Mapping[str, Any]) -> RefundFact:
    """A refund as Stripe gives it, as a fact. Raises KeyError for a status that Stripe never had."""
    step = STEPS[refund["status"]]
    return RefundFact(
        step=step,
        stripe_refund_id=refund["id"],
        intent_id=id_of(refund.get("payment_intent")),
        charge_id=id_of(refund.get("charge")),
        amount_cents=refund["amount"],
        refund_id=(refund.get("metadata") or {}).get("refund_id", ""),
        failure_reason=failure_words(refund.get("failure_reason")) if step == "failed" else "",
        created_at=datetime.fromtimestamp(refund["created"], UTC),
    )


def in_turn(facts: Iterable[RefundFact]) -> list[RefundFact]:
    """What came back first, which makes room for the others."""
    return sorted(facts, key=lambda fact: fact.step != "failed")


def failure_words(code: str | None) -> str:
    """Why a refund failed, for staff."""
    return FAILURES.get(code or "", FAILED_OTHERWISE)
