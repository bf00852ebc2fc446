"""Certificates of insurance: what a building asks for before anything is carried in or out."""

from __future__ import annotations

from chassis.refusal import Invalid

from pricing.domain.catalog import Catalog
from pricing.domain.line import Line
from pricing.domain.mini_move import package_of
from pricing.domain.request import PriceRequest, spoken


def coi_lines(catalog: Catalog, request: PriceRequest) -> list[Line]:
    """The certificate, where it is asked for and not included. Raises Invalid with storage."""
    if not request.coi_required:
        return []
    if request.service_type == "mini_storage":
        message = (
            f"A certificate of insurance does not come with {spoken(request.service_type)}; leave coi_required out."
        )
        raise Invalid("coi_not_offered", message, "coi_required")
    if request.service_type == "mini_move" and package_of(catalog, request).coi_included:
        return []
    reason = "A certificate of insurance for the building was asked for."
    return [Line("coi", "coi", "Certificate of insurance", 1, catalog.coi_fee_cents, reason)]
