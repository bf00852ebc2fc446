"""Conditions: everything a price is made of beside the request and the catalogue; a quote keeps them for its replay."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PromotionTerms:
    """What a promotion takes off: basis points of everything before tax, or fixed USD cents."""

    promotion_id: str
    code: str
    name: str
    basis_points: int
    fixed_amount_cents: int
    maximum_discount_cents: int
    """Zero means no limit."""


@dataclass(frozen=True)
class Conditions:
    """What was so when a price was made."""

    booked_count: int = 0
    """Bookings on the pickup day; only demand rules look at it."""
    promotion: PromotionTerms | None = None
    """Of a code that may be used; whether it may is decided before (domain/promotion.py)."""
    available_credit_cents: int = 0


NO_CONDITIONS = Conditions()
