"""Where we drive: ZIP codes to service areas, and what an address outside the core adds."""

from __future__ import annotations

from chassis.refusal import Fault, Invalid

from pricing.domain.catalog import Catalog, ServiceArea
from pricing.domain.line import Line
from pricing.domain.request import PriceRequest

ENDS = (("pickup", "pickup_zip_code"), ("delivery", "delivery_zip_code"))
ZIP_DIGITS = 5
"""ZIP+4 counts by these."""


def areas_of(catalog: Catalog, request: PriceRequest) -> dict[str, ServiceArea]:
    """The service area of each end that has a ZIP code. Raises Invalid, naming the served areas."""
    areas: dict[str, ServiceArea] = {}
    faults: list[Fault] = []
    for end, member in ENDS:
        zip_code = getattr(request, member)
        area = catalog.areas.get(zip_code[:ZIP_DIGITS])
        if area:
            areas[end] = area
        elif zip_code:
            faults.append(Fault(member, unserved(catalog, zip_code)))
    if faults:
        raise Invalid.of(faults, "outside_service_area")
    return areas


def area_of(catalog: Catalog, zip_code: str) -> ServiceArea:
    """The service area of one ZIP code. Raises Invalid, naming the served areas."""
    area = catalog.areas.get(zip_code[:ZIP_DIGITS])
    if area is None:
        raise Invalid("outside_service_area", unserved(catalog, zip_code), "zip_code")
    return area


def unserved(catalog: Catalog, zip_code: str) -> str:
    """Which areas are served instead."""
    served = ", ".join(area.name for area in catalog.service_areas)
    return f"We don't serve ZIP code {zip_code} yet; we serve {served}."


def surcharge_lines(areas: dict[str, ServiceArea]) -> list[Line]:
    """One line for each end outside the core."""
    return [
        Line(
            "geographic_surcharge",
            f"{end}_{area.zone}",
            f"{area.name} {end}",
            1,
            area.surcharge_cents,
            f"The {end} address is in {area.name}, outside our core area.",
        )
        for end, area in areas.items()
        if area.surcharge_cents
    ]


def is_local(catalog: Catalog, areas: dict[str, ServiceArea]) -> bool:
    """Whether both ends are in the Hamptons."""
    return len(areas) == len(ENDS) and all(area.zone in catalog.local_moves.zones for area in areas.values())
