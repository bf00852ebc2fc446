"""Tiers: each has one package, one packing and one unpacking; and what belongs to packages and items alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from chassis.refusal import Fault

from pricing.domain.catalog import TIERS, Catalog
from pricing.domain.validation.place import place_of


def tier_faults(catalog: Catalog) -> Iterator[Fault]:
    """Every tier that lacks something or has it twice."""
    packages = Counter(package.tier for package in catalog.mini_move_packages)
    organizing = Counter((service.tier, service.is_packing_service) for service in catalog.organizing_services)
    for tier in TIERS:
        yield from exactly_one(packages[tier], "mini_move_packages", f"package of the {tier} tier")
        yield from exactly_one(organizing[tier, True], "organizing_services", f"packing of the {tier} tier")
        yield from exactly_one(organizing[tier, False], "organizing_services", f"unpacking of the {tier} tier")
    yield from other_faults(catalog)


def exactly_one(count: int, member: str, what: str) -> Iterator[Fault]:
    """Nothing when there is one."""
    if count != 1:
        yield Fault(member, f"There must be exactly one {what}; there are {count}.")


def other_faults(catalog: Catalog) -> Iterator[Fault]:
    """Tiers nobody knows, more than one favourite, supplies without packing, and one word for two items."""
    for package in catalog.mini_move_packages:
        if package.tier not in TIERS:
            yield place_of("mini_move_package", package).fault("tier", f"must be one of {', '.join(TIERS)}")
    if sum(package.is_most_popular for package in catalog.mini_move_packages) > 1:
        yield Fault("mini_move_packages", "is_most_popular must be set for one package at most.")
    for service in catalog.organizing_services:
        place = place_of("organizing_service", service)
        if service.tier not in TIERS:
            yield place.fault("tier", f"must be one of {', '.join(TIERS)}")
        if service.supplies_allowance_cents and not service.is_packing_service:
            yield place.fault("supplies_allowance_cents", "must be 0: unpacking needs no supplies")
    times = Counter(item.item_type for item in catalog.specialty_items)
    for item in catalog.specialty_items:
        if times[item.item_type] > 1:
            yield place_of("specialty_item", item).fault("item_type", "must be its own; another item has it too")
