"""Standard delivery: by the item with a minimum, or the same-day flat rate."""

from __future__ import annotations

from chassis.refusal import Invalid

from pricing.domain.catalog import Catalog
from pricing.domain.line import Line
from pricing.domain.request import PriceRequest

COUNT = "standard_delivery_item_count"


def base_lines(catalog: Catalog, request: PriceRequest) -> list[Line]:
    """One base line. Raises Invalid for a wrong count."""
    rates = catalog.standard_delivery
    count = request.standard_delivery_item_count
    if count is None or not 1 <= count <= rates.maximum_items:
        raise Invalid("item_count", f"{COUNT} must be a whole number from 1 to {rates.maximum_items}.", COUNT)
    if request.is_same_day_delivery:
        reason = f"Same-day delivery costs one flat rate, whatever the count ({count} items)."
        return [Line("base", "same_day_delivery", "Same-day delivery", 1, rates.same_day_flat_rate_cents, reason)]
    if count * rates.price_per_item_cents < rates.minimum_charge_cents:
        reason = f"Deliveries of fewer than {rates.minimum_items} items cost as much as {rates.minimum_items}."
        return [
            Line(
                "base", "standard_delivery_minimum", "Standard delivery, minimum", 1, rates.minimum_charge_cents, reason
            )
        ]
    reason = f"Items of up to {rates.max_weight_per_item_pounds} lb each."
    return [
        Line(
            "base", "standard_delivery_items", "Standard delivery, per item", count, rates.price_per_item_cents, reason
        )
    ]
