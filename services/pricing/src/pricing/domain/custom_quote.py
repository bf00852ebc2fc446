"""Quotes whose lines staff write: pop-ups, storage legs and whatever no rule prices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from chassis.clock import new_york_date
from chassis.money import format_dollars
from chassis.refusal import Invalid

from pricing.domain.line import Line, Price
from pricing.domain.reductions import LEAST_CHARGE_CENTS, is_too_little

CODE = "custom"
LONGEST_DAYS = 90
REASON = "Agreed with our staff."


@dataclass(frozen=True)
class CustomLine:
    """A line as staff write it; USD cents."""

    label: str
    quantity: int
    unit_amount_cents: int
    reason: str


@dataclass(frozen=True)
class CustomQuote:
    """What staff offer, and until when."""

    service_type: str
    pickup_date: date
    lines: tuple[CustomLine, ...]
    valid_until: datetime
    note: str
    created_by: str
    """Principal id."""
    idempotency_key: str
    """Of who wrote it; empty for none."""


def custom_price(quote: CustomQuote, now: datetime) -> Price:
    """Its price. Raises Invalid for a day that is over, a wrong validity, or a total that nobody can pay."""
    if quote.pickup_date < new_york_date(now):
        message = f"pickup_date {quote.pickup_date} is over; choose {new_york_date(now)} or later (New York time)."
        raise Invalid("pickup_in_the_past", message, "pickup_date")
    if not now < quote.valid_until <= now + timedelta(days=LONGEST_DAYS):
        message = f"valid_until must be in the future, at most {LONGEST_DAYS} days from now."
        raise Invalid("validity_out_of_range", message, "valid_until")
    price = Price(lines_of(quote.lines))
    if price.total_cents < 0:
        raise Invalid(
            "total_below_zero", "The lines take off more than they add; the total must be zero or more.", "lines"
        )
    if is_too_little(price.total_cents):
        least = format_dollars(LEAST_CHARGE_CENTS)
        raise Invalid(
            "total_too_small",
            f"No card can be charged less than {least}; the total must be zero or that much.",
            "lines",
        )
    return price


def lines_of(lines: Sequence[CustomLine]) -> tuple[Line, ...]:
    """The lines as every price has them: what is added is the base, what is taken off a discount."""
    return tuple(
        Line(
            "base" if line.unit_amount_cents >= 0 else "discount",
            CODE,
            line.label,
            line.quantity,
            line.unit_amount_cents,
            line.reason or REASON,
        )
        for line in lines
    )
