"""Specialty items: each at its price, moved by themselves or riding with a standard delivery."""

from __future__ import annotations

from collections import Counter

from chassis.refusal import Invalid

from pricing.domain.catalog import Catalog, SpecialtyItem
from pricing.domain.line import Line
from pricing.domain.request import PriceRequest

MEMBER = "specialty_item_ids"


def items_of(catalog: Catalog, request: PriceRequest) -> list[SpecialtyItem]:
    """Every piece, in the catalogue's order. Raises Invalid for an unknown id or none at all."""
    known = ", ".join(item.name for item in catalog.specialty_items)
    if not request.specialty_item_ids:
        raise Invalid("no_items", f"{MEMBER} must name at least one of {known}.", MEMBER)
    if any(item_id not in catalog.items for item_id in request.specialty_item_ids):
        raise Invalid("unknown_item", f"There is no such item: {MEMBER} must be ids of {known}.", MEMBER)
    quantities = Counter(request.specialty_item_ids)
    return [item for item in catalog.specialty_items for _ in range(quantities[item.id])]


def base_lines(catalog: Catalog, request: PriceRequest) -> list[Line]:
    """One line for each kind of item, whatever order they were named in. Raises Invalid."""
    quantities = Counter(items_of(catalog, request))
    return [
        Line("base", item.item_type, item.name, quantity, item.price_cents, item.description)
        for item, quantity in quantities.items()
    ]


def riding_lines(catalog: Catalog, request: PriceRequest) -> list[Line]:
    """The lines of items that ride with a standard delivery, if any do. Raises Invalid for an unknown id."""
    return base_lines(catalog, request) if request.specialty_item_ids else []
