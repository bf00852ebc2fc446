"""Storage by the month."""

from __future__ import annotations

from chassis.refusal import Invalid

from pricing.domain.catalog import Catalog
from pricing.domain.line import Line
from pricing.domain.request import PriceRequest


def base_lines(catalog: Catalog, request: PriceRequest) -> list[Line]:
    """One line of months; one month when none are named. Raises Invalid."""
    rates = catalog.mini_storage
    months = 1 if request.months is None else request.months
    if not 1 <= months <= rates.maximum_months:
        raise Invalid("months", f"months must be a whole number from 1 to {rates.maximum_months}.", "months")
    reason = "Billed every month from the start date; pickup and delivery are quoted apart."
    return [Line("base", "mini_storage_month", "Storage, per month", months, rates.price_per_month_cents, reason)]
