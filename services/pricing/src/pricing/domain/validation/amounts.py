"""Amounts: cents, basis points, counts and hours within their bounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from chassis.refusal import Fault

from pricing.domain.catalog import Catalog
from pricing.domain.entry import Kind
from pricing.domain.validation.place import places

Bounds = tuple[int, int]

MOST_CENTS = 10_000_000
PRICE: Bounds = (1, MOST_CENTS)
"""Of what is sold: nothing is free by mistake."""
CENTS: Bounds = (0, MOST_CENTS)
HOUR: Bounds = (0, 23)
BASIS_POINTS: Bounds = (0, 10_000)

BOUNDS: Mapping[Kind, Mapping[str, Bounds]] = {
    "mini_move_package": {"base_price_cents": PRICE, "max_items": (1, 1_000), "one_hour_window_cents": CENTS},
    "organizing_service": {
        "price_cents": CENTS,
        "duration_hours": (1, 24),
        "organizer_count": (1, 20),
        "supplies_allowance_cents": CENTS,
    },
    "specialty_item": {"price_cents": PRICE},
    "standard_delivery": {
        "price_per_item_cents": PRICE,
        "minimum_items": (1, 1_000),
        "minimum_charge_cents": CENTS,
        "same_day_flat_rate_cents": PRICE,
        "max_weight_per_item_pounds": (1, 500),
        "same_day_cutoff_hour": HOUR,
        "maximum_items": (1, 1_000),
    },
    "blade_luggage": {
        "base_price_cents": PRICE,
        "included_bags": (1, 100),
        "price_per_additional_bag_cents": CENTS,
        "maximum_bags": (1, 100),
        "expedited_fee_cents": CENTS,
    },
    "mini_storage": {"price_per_month_cents": PRICE, "maximum_months": (1, 120)},
    "local_moves": {"price_per_hour_cents": PRICE, "minimum_hours": (1, 24)},
    "surcharge_rule": {"basis_points": BASIS_POINTS, "fixed_amount_cents": CENTS},
    "demand_rule": {
        "daily_capacity": (1, 10_000),
        "floor_basis_points": (-5_000, 0),
        "ceiling_basis_points": BASIS_POINTS,
    },
    "service_area": {"surcharge_cents": CENTS},
    "general_terms": {
        "coi_fee_cents": CENTS,
        "organizing_tax_basis_points": (0, 3_000),
        "credit_earned_basis_points": (0, 5_000),
        "next_day_cutoff_hour": HOUR,
    },
}
"""Least and most of every number; a member that is None is off, and right."""

ORDERED: Mapping[Kind, tuple[str, str]] = {
    "standard_delivery": ("minimum_items", "maximum_items"),
    "blade_luggage": ("included_bags", "maximum_bags"),
}
"""The first is never more than the second."""


def amount_faults(catalog: Catalog) -> Iterator[Fault]:
    """Every number out of its bounds."""
    for place, kind, entry in places(catalog):
        for member, (least, most) in BOUNDS[kind].items():
            value = getattr(entry, member)
            if value is not None and not least <= value <= most:
                yield place.fault(member, f"must be from {least:,} to {most:,}")
        if kind in ORDERED:
            smaller, larger = ORDERED[kind]
            if getattr(entry, smaller) > getattr(entry, larger):
                yield place.fault(smaller, f"must not be more than {larger}")
