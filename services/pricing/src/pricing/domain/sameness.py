"""Which requests come to the same price: those that differ only in what no price looks at."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import fields
from operator import attrgetter

from pricing.domain.catalog import Catalog
from pricing.domain.geography import ZIP_DIGITS
from pricing.domain.request import PriceRequest

SEEN_THROUGH = ("pickup_date", "pickup_zip_code", "delivery_zip_code", "specialty_item_ids")
"""A day counts by the rules that hold on it, an address by its area; the order of items means nothing."""

OTHERS = attrgetter(*(field.name for field in fields(PriceRequest) if field.name not in SEEN_THROUGH))
NOWHERE = ""


def what_decides(catalog: Catalog, request: PriceRequest) -> Hashable:
    """Equal only for requests whose `timeless_price` at this catalogue and the same conditions is equal."""
    pickup, delivery = place_of(catalog, request.pickup_zip_code), place_of(catalog, request.delivery_zip_code)
    rules = catalog.calendar.ids_on(request.pickup_date, request.service_type)
    return OTHERS(request), pickup, delivery, rules, tuple(sorted(request.specialty_item_ids))


def place_of(catalog: Catalog, zip_code: str) -> Hashable:
    """All that a price sees of an address: the zone; for one that we don't serve, itself."""
    if not zip_code:
        return NOWHERE
    area = catalog.areas.get(zip_code[:ZIP_DIGITS])
    return area.zone if area else (zip_code,)
