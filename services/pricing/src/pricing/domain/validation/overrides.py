"""Overrides: rules name other rules that exist, and never in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from chassis.refusal import Fault

from pricing.domain.catalog import Catalog
from pricing.domain.validation.place import place_of


def override_faults(catalog: Catalog) -> Iterator[Fault]:
    """Every rule that overrides what isn't there, or in the end itself."""
    overrides = {rule.id: rule.overrides for rule in catalog.surcharge_rules}
    reached = reached_from({key: {one for one in named if one in overrides} for key, named in overrides.items()})
    for rule in catalog.surcharge_rules:
        place = place_of("surcharge_rule", rule)
        missing = sorted(rule.overrides - set(overrides))
        if missing:
            yield place.fault("overrides", f"must be ids of rules in this catalogue; it has no {missing[0]}")
        if rule.id in reached[rule.id]:
            yield place.fault("overrides", "must not lead back to it: of rules in a circle none would hold")


def reached_from(named: dict[str, set[str]]) -> dict[str, set[str]]:
    """What each rule overrides, directly or through others (Warshall's algorithm)."""
    reached = {key: set(others) for key, others in named.items()}
    for middle, beyond in reached.items():
        for others in reached.values():
            if middle in others:
                others |= beyond
    return reached
