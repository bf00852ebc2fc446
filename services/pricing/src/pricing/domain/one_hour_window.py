"""Pickup within one hour: an option of the packages that offer it."""

from __future__ import annotations

from chassis.refusal import Invalid

from pricing.domain.catalog import Catalog
from pricing.domain.line import Line
from pricing.domain.mini_move import package_of
from pricing.domain.request import PriceRequest

MEMBER = "one_hour_window"


def one_hour_window_lines(catalog: Catalog, request: PriceRequest) -> list[Line]:
    """The window, where it is asked for and not included. Raises Invalid with a package that doesn't offer it."""
    if not request.one_hour_window:
        return []
    package = package_of(catalog, request)
    if package.one_hour_window_cents is None:
        message = f"{package.name} is not picked up within one hour; {instead(catalog)}."
        raise Invalid("one_hour_window_not_offered", message, MEMBER)
    if not package.one_hour_window_cents:
        return []
    reason = "We come within the one hour that we agree on."
    return [Line("option", MEMBER, "One-hour pickup window", 1, package.one_hour_window_cents, reason)]


def instead(catalog: Catalog) -> str:
    """What would be right."""
    offering = [each.name for each in catalog.mini_move_packages if each.one_hour_window_cents is not None]
    return f"leave {MEMBER} out" + (f", or choose one of {', '.join(offering)}" if offering else "")
