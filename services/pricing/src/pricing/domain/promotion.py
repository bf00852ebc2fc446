"""Whether a discount code may be used: when, on what, how often and by whom. What it takes off is in conditions.py."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chassis.clock import NEW_YORK
from chassis.money import format_dollars
from chassis.refusal import Conflict, Invalid

from pricing.domain.conditions import PromotionTerms
from pricing.domain.line import Price
from pricing.domain.request import spoken

FIELD = "promotion_code"
NOT_SPENT = frozenset({"tax", "discount", "credit"})
"""Lines that a minimum spend doesn't count."""


@dataclass(frozen=True)
class Promotion:
    """A discount code and its limits; amounts in USD cents, zero means without limit."""

    terms: PromotionTerms
    minimum_spend_cents: int
    service_types: frozenset[str]
    """Empty means every service."""
    starts_at: datetime
    ends_at: datetime | None
    total_limit: int
    per_customer_limit: int
    is_first_booking_only: bool
    use_count: int
    created_by: str
    created_at: datetime


@dataclass(frozen=True)
class History:
    """What a customer did before, as far as it is known who that is."""

    own_uses: int
    has_other_booking: bool


def normalised_code(text: str) -> str:
    """The code as it is stored: letter case and surrounding spaces mean nothing."""
    return text.strip().upper()


def spend_cents(price: Price) -> int:
    """USD cents of everything before tax and discounts."""
    return sum(line.amount_cents for line in price.lines if line.kind not in NOT_SPENT)


def unknown_code(code: str) -> Invalid:
    """The refusal of a code that nobody made."""
    return Invalid("promotion_unknown", f"We don't know the code {code}; please check its spelling.", FIELD)


def must_be_current(promotion: Promotion, at: datetime) -> None:
    """Raises Invalid before the promotion begins, and once it is over."""
    code = promotion.terms.code
    if at < promotion.starts_at:
        message = f"The code {code} can be used from {moment(promotion.starts_at)} on."
        raise Invalid("promotion_not_begun", message, FIELD)
    if promotion.ends_at is not None and at >= promotion.ends_at:
        raise Invalid("promotion_over", f"The code {code} could be used until {moment(promotion.ends_at)}.", FIELD)


def must_suit(promotion: Promotion, service_type: str, spend: int) -> None:
    """Raises Invalid for a service it isn't for, and below its minimum spend (USD cents before tax and discounts)."""
    code = promotion.terms.code
    if promotion.service_types and service_type not in promotion.service_types:
        services = " or ".join(f"a {spoken(name)}" for name in sorted(promotion.service_types))
        message = f"The code {code} is for {services}, not for a {spoken(service_type)}."
        raise Invalid("promotion_other_service", message, FIELD)
    if spend < promotion.minimum_spend_cents:
        least, now = format_dollars(promotion.minimum_spend_cents), format_dollars(spend)
        message = f"The code {code} needs an order of at least {least} before tax; this one is {now}."
        raise Invalid("promotion_minimum_spend", message, FIELD)


def must_be_left(promotion: Promotion) -> None:
    """Raises Conflict once it was used as often as it can be."""
    if promotion.total_limit and promotion.use_count >= promotion.total_limit:
        raise used_up(promotion.terms.code)


def used_up(code: str) -> Conflict:
    """The refusal of a code that was used as often as it can be."""
    return Conflict("promotion_used_up", f"The code {code} was used as often as it can be.", FIELD)


def must_be_allowed(promotion: Promotion, history: History) -> None:
    """Raises Conflict when this customer used it as often as one may, or has a booking where it is for the first."""
    code = promotion.terms.code
    if promotion.per_customer_limit and history.own_uses >= promotion.per_customer_limit:
        times = "once" if promotion.per_customer_limit == 1 else f"{promotion.per_customer_limit} times"
        message = f"The code {code} can be used {times} by each customer, and you have used it."
        raise Conflict("promotion_used_by_you", message, FIELD)
    if promotion.is_first_booking_only and history.has_other_booking:
        message = f"The code {code} is for a first booking, and you have one already."
        raise Conflict("promotion_first_booking_only", message, FIELD)


def must_take_something(basis_points: int, fixed_amount_cents: int) -> None:
    """Raises Invalid unless a new promotion is a percentage or a fixed amount, and not both."""
    if bool(basis_points) == bool(fixed_amount_cents):
        message = "A promotion takes off either basis_points or fixed_amount_cents: give one of them."
        raise Invalid("promotion_takes_one", message, "basis_points")


def must_end_after(starts_at: datetime, ends_at: datetime | None) -> None:
    """Raises Invalid for a promotion that would be over before it begins."""
    if ends_at is not None and ends_at <= starts_at:
        raise Invalid("promotion_never_begins", "ends_at must be after starts_at.", "ends_at")


def moment(instant: datetime) -> str:
    """`June 2, 2027, 10:00 AM New York time`, for people."""
    local = instant.astimezone(NEW_YORK)
    return f"{local:%B} {local.day}, {local.year}, {local:%I:%M %p} New York time".replace(", 0", ", ")
