"""Money in integer cents, USD; percentages in basis points (1 % = 100)."""

from __future__ import annotations

from decimal import Decimal

BASIS_POINTS = 10_000


def percentage_down(amount_cents: int, basis_points: int) -> int:
    """`basis_points` of `amount_cents`, rounded toward zero to the cent (pricing.md: once, at the line)."""
    cents, _ = divmod(abs(amount_cents * basis_points), BASIS_POINTS)
    return cents if amount_cents * basis_points >= 0 else -cents


def dollars(amount_cents: int) -> Decimal:
    """The same amount in dollars, exact."""
    return Decimal(amount_cents) / 100


def format_dollars(amount_cents: int) -> str:
    """`104500` as `$1,045.00`, for people."""
    sign = "-" if amount_cents < 0 else ""
    return f"{sign}${abs(amount_cents) // 100:,}.{abs(amount_cents) % 100:02d}"
