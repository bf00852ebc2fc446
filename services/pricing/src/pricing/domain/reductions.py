"""What comes off a price at the end: a promotion's discount, then the customer's credit."""

from __future__ import annotations

from chassis.money import percentage_down

from pricing.domain.conditions import Conditions, PromotionTerms
from pricing.domain.line import Line

LEAST_CHARGE_CENTS = 50
"""The smallest amount that a card can be charged (docs.stripe.com/currencies, minimum charge amounts, USD)."""


def discount_lines(before_tax_cents: int, promotion: PromotionTerms | None) -> list[Line]:
    """The discount of a promotion: never more than its maximum, nor than everything before tax.

    What would be left is given too where no card could be charged for it.
    """
    if promotion is None:
        return []
    cents = min(discount_cents(before_tax_cents, promotion), before_tax_cents)
    if is_too_little(before_tax_cents - cents):
        cents = before_tax_cents
    if not cents:
        return []
    return [Line("discount", "promotion", promotion.name, 1, -cents, f"Discount code {promotion.code} was applied.")]


def discount_cents(before_tax_cents: int, promotion: PromotionTerms) -> int:
    """USD cents: a percentage of everything before tax, rounded down to the cent, or a fixed amount."""
    percentage = percentage_down(before_tax_cents, promotion.basis_points)
    cents = percentage if promotion.basis_points else promotion.fixed_amount_cents
    return min(cents, promotion.maximum_discount_cents) if promotion.maximum_discount_cents else cents


def credit_lines(left_cents: int, use_credit: bool, conditions: Conditions) -> list[Line]:
    """The customer's credit, as far as there is something left to pay; only where it was asked for.

    It pays everything, or leaves what a card can be charged: the customer keeps the few cents for the next booking.
    """
    cents = min(conditions.available_credit_cents, left_cents) if use_credit else 0
    if is_too_little(left_cents - cents):
        cents = left_cents - LEAST_CHARGE_CENTS
    if cents <= 0:
        return []
    return [Line("credit", "credit", "Your credit", 1, -cents, "Earned with earlier bookings, spent on this one.")]


def is_too_little(left_cents: int) -> bool:
    """Whether something is left, and no card can be charged for it."""
    return 0 < left_cents < LEAST_CHARGE_CENTS
