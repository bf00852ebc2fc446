"""What Stripe's disputes mean to us; a decided one stays decided, whatever older news comes later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from payments.domain.fact import id_of

RANKS = {
    "warning_needs_response": 0,
    "needs_response": 1,
    "warning_under_review": 2,
    "under_review": 3,
    "warning_closed": 4,
    "prevented": 4,
    "won": 5,
    "lost": 5,
}
"""How far each of Stripe's states is; `warning_…` are questions that have not taken any money."""

CLOSED = ("warning_closed", "prevented", "won", "lost")


@dataclass(frozen=True)
class DisputeMoney:
    """Money that a dispute moved; USD cents, negative when it was taken."""

    amount_cents: int
    occurred_at: datetime


@dataclass(frozen=True)
class DisputeFact:
    """A dispute as Stripe gives it; USD cents."""

    stripe_dispute_id: str
    intent_id: str
    charge_id: str
    amount_cents: int
    reason: str
    status: str
    created_at: datetime
    evidence_due_at: datetime | None
    money: tuple[DisputeMoney, ...]


def fact_of_dispute(dispute: Mapping[str, Any]) -> DisputeFact:
    """A dispute as a fact."""
    due = (dispute.get("evidence_details") or {}).get("due_by")
    moved = dispute.get("balance_transactions") or []
    return DisputeFact(
        stripe_dispute_id=dispute["id"],
        intent_id=id_of(dispute.get("payment_intent")),
        charge_id=id_of(dispute.get("charge")),
        amount_cents=dispute["amount"],
        reason=dispute.get("reason") or "general",
        status=dispute["status"],
        created_at=instant(dispute["created"]),
        evidence_due_at=instant(due) if due else None,
        money=tuple(DisputeMoney(one["amount"], instant(one["created"])) for one in moved),
    )


def is_news(known: str, told: str) -> bool:
    """Whether `told` is further than the state we know; closed is closed."""
    return known not in CLOSED and RANKS.get(told, 0) > RANKS.get(known, 0)


def instant(seconds: int) -> datetime:
    """Stripe's seconds since the epoch."""
    return datetime.fromtimestamp(seconds, UTC)
