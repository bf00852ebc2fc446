"""What the pickup date adds to the base: weekends, peak dates, holidays."""

from __future__ import annotations

from chassis.money import percentage_down

from pricing.domain.catalog import Catalog, SurchargeRule
from pricing.domain.line import Line
from pricing.domain.request import PriceRequest


def date_lines(catalog: Catalog, request: PriceRequest, base_cents: int) -> list[Line]:
    """One line for each date rule that holds; same-day deliveries are above them."""
    if request.is_same_day_delivery:
        return []
    rules = catalog.calendar.rules_on(request.pickup_date, request.service_type)
    return [date_line(rule, base_cents) for rule in rules]


def date_line(rule: SurchargeRule, base_cents: int) -> Line:
    """A percentage of the base, rounded down to the cent, or a fixed amount."""
    amount = percentage_down(base_cents, rule.basis_points) if rule.basis_points else rule.fixed_amount_cents
    return Line("date_surcharge", rule.surcharge_type, rule.name, 1, amount, rule.description)
