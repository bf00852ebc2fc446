"""Dunning: when a month of storage that could not be charged is tried again, and when it is enough."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from payments.domain.dispute import instant
from payments.domain.fact import id_of

RANKS = {"draft": 0, "open": 1, "paid": 2, "void": 2, "uncollectible": 2}
"""How far each of Stripe's states is."""

CARD_FAILED = "The card could not be charged for this month's storage; please check it or add another."


@dataclass(frozen=True)
class InvoiceFact:
    """An invoice as Stripe gives it; USD cents."""

    stripe_invoice_id: str
    stripe_subscription_id: str
    booking_id: str
    amount_cents: int
    status: str
    attempts: int
    period_start: datetime
    created_at: datetime


def fact_of_invoice(invoice: Mapping[str, Any]) -> InvoiceFact | None:
    """An invoice of a subscription as a fact; None for any other invoice, and for one that Stripe only foresees."""
    details = (invoice.get("parent") or {}).get("subscription_details") or {}
    if not details.get("subscription") or not invoice.get("id"):
        return None
    lines = (invoice.get("lines") or {}).get("data") or [{}]
    start = (lines[-1].get("period") or {}).get("start") or invoice["period_start"]
    return InvoiceFact(
        stripe_invoice_id=invoice["id"],
        stripe_subscription_id=id_of(details["subscription"]),
        booking_id=(details.get("metadata") or {}).get("booking_id", ""),
        amount_cents=max(invoice["total"], 0),
        status=invoice["status"] or "draft",
        attempts=invoice["attempt_count"],
        period_start=instant(start),
        created_at=instant(invoice["created"]),
    )


def is_further(known: str, told: str) -> bool:
    """Whether `told` is further than the state we know."""
    return RANKS[told] > RANKS[known]


def next_try(attempts: int, retry_days: Sequence[int], now: datetime) -> datetime | None:
    """When to try again after `attempts` failed; None when it is enough."""
    if attempts > len(retry_days):
        return None
    return now + timedelta(days=retry_days[attempts - 1])
