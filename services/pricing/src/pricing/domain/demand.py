"""Demand: what a busy or a quiet day adds to, or takes off, base and organizing; always lines of their own."""

from __future__ import annotations

from collections.abc import Iterable

from chassis.money import BASIS_POINTS, percentage_down

from pricing.domain.catalog import Catalog, DemandRule
from pricing.domain.line import Line, sum_of
from pricing.domain.request import PriceRequest


def follows_demand(catalog: Catalog, service_type: str) -> bool:
    """Whether the price of this service depends on how many bookings the day has."""
    return any(service_type in rule.service_types for rule in catalog.demand_rules)


def demand_lines(
    catalog: Catalog, request: PriceRequest, base: Iterable[Line], organizing: Iterable[Line], booked_count: int
) -> list[Line]:
    """One line for each rule that changes anything; together they never take off more than there is."""
    if not catalog.demand_rules:
        return []
    left = {"base": sum_of(base), "organizing": sum_of(organizing)}
    targets = dict(left)
    lines = []
    for rule in catalog.demand_rules:
        if request.service_type not in rule.service_types:
            continue
        adjusted = percentage_down(targets[rule.target], adjustment_of(rule, booked_count))
        cents = max(adjusted, -left[rule.target])
        left[rule.target] += cents
        if cents:
            lines.append(Line("demand", f"demand_{rule.target}", rule.name, 1, cents, rule.description))
    return lines


def adjustment_of(rule: DemandRule, booked_count: int) -> int:
    """Basis points: the highest step reached, kept between floor and ceiling."""
    reached = [
        step for step in rule.steps if booked_count * BASIS_POINTS >= step.booked_basis_points * rule.daily_capacity
    ]
    highest = max(reached, key=lambda step: step.booked_basis_points, default=None)
    adjustment = highest.adjustment_basis_points if highest else 0
    return max(rule.floor_basis_points, min(rule.ceiling_basis_points, adjustment))
