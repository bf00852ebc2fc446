"""Mini moves: a package, or by the hour inside the Hamptons."""

from __future__ import annotations

from chassis.refusal import Invalid

from pricing.domain.catalog import Catalog, MiniMovePackage, ServiceArea
from pricing.domain.geography import is_local
from pricing.domain.line import Line
from pricing.domain.request import PriceRequest

MINUTES = 60


def package_of(catalog: Catalog, request: PriceRequest) -> MiniMovePackage:
    """The package that was asked for. Raises Invalid."""
    package = catalog.packages.get(request.mini_move_package_id)
    if package is None:
        known = ", ".join(package.name for package in catalog.mini_move_packages)
        given = "No package was chosen" if not request.mini_move_package_id else "There is no such package"
        raise Invalid(
            "unknown_package",
            f"{given}: mini_move_package_id must be the id of one of {known}.",
            "mini_move_package_id",
        )
    return package


def base_lines(catalog: Catalog, request: PriceRequest, areas: dict[str, ServiceArea]) -> list[Line]:
    """The package's price, or the hours of a move inside the Hamptons. Raises Invalid."""
    package = package_of(catalog, request)
    if is_local(catalog, areas):
        return [hourly_line(catalog, request)]
    return [Line("base", f"mini_move_{package.tier}", package.name, 1, package.base_price_cents, package.description)]


def hourly_line(catalog: Catalog, request: PriceRequest) -> Line:
    """By the begun hour, two at least."""
    rates = catalog.local_moves
    hours = max(rates.minimum_hours, -(-request.estimated_minutes // MINUTES))
    reason = f"Both addresses are in the Hamptons, so the move is billed by the hour, {rates.minimum_hours} at least."
    return Line(
        "base", "mini_move_local_hours", "Local Hamptons move, per hour", hours, rates.price_per_hour_cents, reason
    )
