"""Demand rules: steps that ascend, within floor and ceiling."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from chassis.refusal import Fault

from pricing.domain.catalog import Catalog, DemandRule
from pricing.domain.validation.place import Place, place_of
from pricing.domain.validation.surcharge_rules import service_faults

TARGETS = ("base", "organizing")
MOST_STEPS = 20
FULL = 10_000


def demand_rule_faults(catalog: Catalog) -> Iterator[Fault]:
    """Every fault of every rule."""
    for rule in catalog.demand_rules:
        place = place_of("demand_rule", rule)
        if rule.target not in TARGETS:
            yield place.fault("target", f"must be one of {', '.join(TARGETS)}")
        yield from service_faults(place, rule.service_types)
        if rule.target == "organizing" and rule.service_types != {"mini_move"}:
            yield place.fault("service_types", "must be mini_move alone: organizing comes with nothing else")
        yield from step_faults(place, rule)


def step_faults(place: Place, rule: DemandRule) -> Iterator[Fault]:
    """Steps that are missing, out of order or out of bounds."""
    shares = [step.booked_basis_points for step in rule.steps]
    if not 1 <= len(shares) <= MOST_STEPS:
        yield place.fault("steps", f"must be 1 to {MOST_STEPS}")
    if any(later <= earlier for earlier, later in pairwise(shares)):
        yield place.fault("steps", "must ascend by booked_basis_points")
    if not all(0 <= share <= FULL for share in shares):
        yield place.fault("steps", f"must have booked_basis_points from 0 to {FULL:,}")
    if not all(
        rule.floor_basis_points <= step.adjustment_basis_points <= rule.ceiling_basis_points for step in rule.steps
    ):
        yield place.fault("steps", "must adjust within floor_basis_points and ceiling_basis_points")
