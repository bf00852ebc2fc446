"""A saved card: what we may know of it, and until when it is good."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from payments.domain.fact import id_of


@dataclass(frozen=True)
class SavedCard:
    """A card by reference; nothing here can be charged without Stripe."""

    stripe_payment_method_id: str
    stripe_customer_id: str
    brand: str
    last_four: str
    expiry_month: int
    expiry_year: int


def saved_card_of(method: Mapping[str, Any]) -> SavedCard:
    """A payment method as Stripe gives it; wallets and banks have no expiry, and are called by their kind."""
    card = method.get("card") or {}
    return SavedCard(
        stripe_payment_method_id=method["id"],
        stripe_customer_id=id_of(method.get("customer")),
        brand=card.get("brand") or method.get("type") or "card",
        last_four=card.get("last4") or "",
        expiry_month=card.get("exp_month") or 0,
        expiry_year=card.get("exp_year") or 0,
    )


def is_expired(expiry_month: int, expiry_year: int, today: date) -> bool:
    """A card is good until the last day of its month; what has no month never expires."""
    return expiry_month > 0 and (expiry_year, expiry_month) < (today.year, today.month)
