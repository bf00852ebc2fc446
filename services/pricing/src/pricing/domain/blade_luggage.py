"""Luggage between Manhattan and an airport, both directions."""

from __future__ import annotations

from chassis.refusal import Invalid

from pricing.domain.catalog import BladeLuggage, Catalog
from pricing.domain.line import Line
from pricing.domain.request import PriceRequest


def base_lines(catalog: Catalog, request: PriceRequest) -> list[Line]:
    """The base, bags beyond it, and the expedited pickup. Raises Invalid."""
    rates = catalog.blade_luggage
    bags = bags_of(rates, request)
    airport = airport_of(rates, request)
    refuse_unknown_terminal(rates, airport, request.airport_terminal)
    reason = f"Manhattan and {airport}, up to {rates.included_bags} bags."
    lines = [Line("base", "blade_luggage", f"Luggage, Manhattan and {airport}", 1, rates.base_price_cents, reason)]
    if bags > rates.included_bags:
        beyond = bags - rates.included_bags
        reason = f"Bags beyond the {rates.included_bags} that the base price covers."
        lines.append(
            Line("base", "additional_bag", "Additional bag", beyond, rates.price_per_additional_bag_cents, reason)
        )
    if request.is_expedited:
        reason = "Picked up as soon as possible."
        lines.append(Line("base", "expedited_pickup", "Expedited pickup", 1, rates.expedited_fee_cents, reason))
    return lines


def bags_of(rates: BladeLuggage, request: PriceRequest) -> int:
    """How many bags. Raises Invalid."""
    if request.bag_count is None or not 1 <= request.bag_count <= rates.maximum_bags:
        raise Invalid("bag_count", f"bag_count must be a whole number from 1 to {rates.maximum_bags}.", "bag_count")
    return request.bag_count


def airport_of(rates: BladeLuggage, request: PriceRequest) -> str:
    """Which airport. Raises Invalid."""
    airport = request.airport.upper()
    if airport not in rates.airports:
        raise Invalid("unsupported_airport", f"airport must be one of {', '.join(rates.airports)}.", "airport")
    return airport


def refuse_unknown_terminal(rates: BladeLuggage, airport: str, terminal: str) -> None:
    """Raises Invalid for a terminal that we don't serve; not naming one is fine."""
    served = next((each.terminals for each in rates.terminals if each.airport == airport), ())
    if not terminal or terminal.upper() in served:
        return
    right = (
        f"must be one of {', '.join(served)} at {airport}" if served else f"is not chosen at {airport}; leave it out"
    )
    raise Invalid("unsupported_terminal", f"airport_terminal {right}.", "airport_terminal")
