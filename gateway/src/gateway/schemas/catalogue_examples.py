"""An example of an entry of each kind, for the OpenAPI document."""

from __future__ import annotations

from pydantic.config import JsonDict

ENTRIES: dict[str, JsonDict] = {
    "mini_move_package": {
        "tier": "petite",
        "name": "Petite Move",
        "description": "Up to fifteen pieces under 50 lb, carried door to door in a shared van.",
        "base_price_cents": 104500,
        "max_items": 15,
        "coi_included": False,
        "is_most_popular": False,
        "priority_scheduling": False,
        "protective_wrapping": False,
    },
    "organizing_service": {
        "tier": "petite",
        "name": "Petite Packing",
        "description": "Two professional organizers pack for 4 hours.",
        "price_cents": 140000,
        "duration_hours": 4,
        "organizer_count": 2,
        "supplies_allowance_cents": 25000,
        "is_packing_service": True,
    },
    "specialty_item": {
        "item_type": "surfboard",
        "name": "Surfboard",
        "description": "Padded, strapped and kept out of the sun all the way to the beach.",
        "price_cents": 35000,
        "requires_van_schedule": True,
        "special_handling": True,
    },
    "surcharge_rule": {
        "name": "Weekend",
        "surcharge_type": "weekend",
        "description": "Saturdays and Sundays add 15 % of the base price.",
        "basis_points": 1500,
        "service_types": ["mini_move", "standard_delivery"],
        "weekdays": [5, 6],
    },
    "demand_rule": {
        "name": "Busy day",
        "description": "This day is nearly full.",
        "target": "base",
        "service_types": ["mini_move"],
        "daily_capacity": 12,
        "steps": [{"booked_basis_points": 8000, "adjustment_basis_points": 1000}],
        "floor_basis_points": 0,
        "ceiling_basis_points": 1500,
    },
    "service_area": {"name": "Montauk and Amagansett", "surcharge_cents": 12000, "zip_codes": ["11930", "11954"]},
    "standard_delivery": {
        "price_per_item_cents": 9500,
        "minimum_items": 3,
        "minimum_charge_cents": 28500,
        "same_day_flat_rate_cents": 36000,
        "max_weight_per_item_pounds": 50,
        "same_day_cutoff_hour": 11,
        "maximum_items": 200,
    },
    "blade_luggage": {
        "base_price_cents": 15000,
        "included_bags": 2,
        "price_per_additional_bag_cents": 7500,
        "maximum_bags": 20,
        "expedited_fee_cents": 35000,
        "airports": ["JFK", "EWR"],
    },
    "mini_storage": {"price_per_month_cents": 15000, "maximum_months": 36},
    "local_moves": {"zones": ["hamptons", "hamptons_east"], "price_per_hour_cents": 35000, "minimum_hours": 2},
    "general_terms": {"coi_fee_cents": 5000, "organizing_tax_basis_points": 825},
}


def change_of(kind: str) -> JsonDict:
    """The example of what staff send for a kind of entry."""
    return {"examples": [{"entry": ENTRIES[kind], "reason": "As agreed for next season."}]}
