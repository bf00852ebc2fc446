"""What a price is asked for, and which members belong to which service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter
from typing import Any

from chassis.refusal import Fault, Invalid

from pricing.domain.catalog import Catalog

MEMBERS = {
    "mini_move": {
        "mini_move_package_id",
        "include_packing",
        "include_unpacking",
        "estimated_minutes",
        "one_hour_window",
    },
    "standard_delivery": {"standard_delivery_item_count", "is_same_day_delivery"},
    "specialty_item": {"specialty_item_ids"},
    "blade_luggage": {"bag_count", "airport", "is_expedited", "airport_terminal"},
    "mini_storage": {"months"},
}
GENERAL = {
    "service_type",
    "pickup_date",
    "pickup_zip_code",
    "delivery_zip_code",
    "coi_required",
    "promotion_code",
    "use_credit",
}
TOLERATED = {"estimated_minutes"}
"""Means nothing to the other services and changes no price, so clients may always send it."""


@dataclass(frozen=True)
class PriceRequest:
    """What the customer wants to have done; members of other services stay at their defaults."""

    service_type: str
    pickup_date: date
    pickup_zip_code: str = ""
    delivery_zip_code: str = ""
    coi_required: bool = False
    mini_move_package_id: str = ""
    include_packing: bool = False
    include_unpacking: bool = False
    estimated_minutes: int = 0
    standard_delivery_item_count: int | None = None
    is_same_day_delivery: bool = False
    specialty_item_ids: tuple[str, ...] = ()
    bag_count: int | None = None
    airport: str = ""
    is_expedited: bool = False
    months: int | None = None
    promotion_code: str = ""
    use_credit: bool = False
    one_hour_window: bool = False
    airport_terminal: str = ""

    @classmethod
    def of(cls, members: Mapping[str, Any]) -> PriceRequest:
        """The same as `PriceRequest(**members)`, without the slow way in which a frozen dataclass sets its members."""
        request = object.__new__(cls)
        object.__setattr__(request, "__dict__", {**DEFAULTS, **members})
        return request


DEFAULTS = {field.name: field.default for field in fields(PriceRequest)}
FOREIGN = {
    service_type: [name for name in DEFAULTS if name not in GENERAL | TOLERATED | members]
    for service_type, members in MEMBERS.items()
}
GIVEN = {service_type: attrgetter(*names) for service_type, names in FOREIGN.items()}
LEFT_OUT = {service_type: tuple(DEFAULTS[name] for name in names) for service_type, names in FOREIGN.items()}


def refuse_foreign_members(catalog: Catalog, request: PriceRequest) -> None:
    """Raises Invalid when a member belongs to another service: asked for and ignored would be worse than refused."""
    service_type = request.service_type
    if GIVEN[service_type](request) == LEFT_OUT[service_type]:
        return
    given = [name for name in FOREIGN[service_type] if getattr(request, name) != DEFAULTS[name]]
    if given and service_type == "standard_delivery" and catalog.standard_delivery.allows_specialty_items:
        given = [name for name in given if name != "specialty_item_ids"]
    if given:
        raise Invalid.of([Fault(name, foreign_message(name, service_type)) for name in given], "foreign_member")


def foreign_message(name: str, service_type: str) -> str:
    """Why the member can't be given with this service."""
    owner = next(owner for owner, members in MEMBERS.items() if name in members)
    if name in {"include_packing", "include_unpacking"}:
        return f"Packing and unpacking come only with a mini move; leave {name} out of a {spoken(service_type)}."
    return f"{name} belongs to a {spoken(owner)}; leave it out of a {spoken(service_type)}."


def spoken(service_type: str) -> str:
    """`mini_move` as people say it."""
    return service_type.replace("_", " ")
