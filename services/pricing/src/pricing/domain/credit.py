"""Customers' credit: how much a paid booking earns."""

from __future__ import annotations

from chassis.money import percentage_down


def earned_cents(base_cents: int, paid_cents: int, basis_points: int) -> int:
    """USD cents that a booking earns: of its base, as far as it was paid with money, rounded down to the cent."""
    return percentage_down(max(min(base_cents, paid_cents), 0), basis_points)
