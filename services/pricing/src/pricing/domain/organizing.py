"""Packing and unpacking by organizers, which come with a mini move of the same tier; and the sales tax on them."""

from __future__ import annotations

from chassis.money import percentage_down
from chassis.refusal import Invalid

from pricing.domain.catalog import Catalog, OrganizingService
from pricing.domain.line import Line, sum_of
from pricing.domain.mini_move import package_of
from pricing.domain.request import PriceRequest

PERCENT = 100


def organizing_of(catalog: Catalog, request: PriceRequest) -> list[OrganizingService]:
    """Packing and unpacking as asked for, of the package's tier. Raises Invalid where the tier has none."""
    if not request.include_packing and not request.include_unpacking:
        return []
    tier = package_of(catalog, request).tier
    wanted = {"include_packing": (tier, True), "include_unpacking": (tier, False)}
    return [service_of(catalog, member, wanted[member]) for member in wanted if getattr(request, member)]


def service_of(catalog: Catalog, member: str, key: tuple[str, bool]) -> OrganizingService:
    """One of them. Raises Invalid naming the member that asked for it."""
    service = catalog.organizing.get(key)
    if service is None:
        message = f"That is not offered with a {key[0]} mini move at the moment; leave {member} out."
        raise Invalid("organizing_not_offered", message, member)
    return service


def organizing_lines(catalog: Catalog, request: PriceRequest) -> list[Line]:
    """One line for each service."""
    return [
        Line("organizing", organizing_code(service), service.name, 1, service.price_cents, service.description)
        for service in organizing_of(catalog, request)
    ]


def organizing_code(service: OrganizingService) -> str:
    """`petite_packing` and the like."""
    return f"{service.tier}_{'packing' if service.is_packing_service else 'unpacking'}"


def tax_lines(catalog: Catalog, organizing: list[Line]) -> list[Line]:
    """Sales tax on organizing, rounded down to the cent, where it is levied."""
    basis_points = catalog.organizing_tax_basis_points
    cents = percentage_down(sum_of(organizing), basis_points)
    if not cents:
        return []
    reason = f"New York sales tax on packing and unpacking, {basis_points / PERCENT:g} %."
    return [Line("tax", "organizing_tax", "Sales tax", 1, cents, reason)]
