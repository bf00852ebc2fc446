"""The catalogue as a document: how it is stored, and read back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from pricing.domain.catalog import (
    AirportTerminals,
    BladeLuggage,
    Catalog,
    DemandRule,
    DemandStep,
    LocalMoves,
    MiniMovePackage,
    MiniStorage,
    OrganizingService,
    ServiceArea,
    SpecialtyItem,
    StandardDelivery,
    SurchargeRule,
)
from pricing.domain.entry import TYPES, Entry, Kind

Document = Mapping[str, Any]

OPTIONS = ("organizing_tax_basis_points", "credit_earned_basis_points", "next_day_cutoff_hour")
"""Members that a catalogue published before they existed does not have; their defaults are off."""


def catalog_of(document: Document) -> Catalog:
    """The catalogue in `document`. Raises TypeError or KeyError when it isn't one."""
    return Catalog(
        mini_move_packages=tuple(MiniMovePackage(**package) for package in document["mini_move_packages"]),
        organizing_services=tuple(OrganizingService(**service) for service in document["organizing_services"]),
        specialty_items=tuple(SpecialtyItem(**item) for item in document["specialty_items"]),
        standard_delivery=StandardDelivery(**document["standard_delivery"]),
        blade_luggage=luggage_of(document["blade_luggage"]),
        mini_storage=MiniStorage(**document["mini_storage"]),
        local_moves=local_moves_of(document["local_moves"]),
        surcharge_rules=tuple(rule_of(rule) for rule in document["surcharge_rules"]),
        service_areas=tuple(area_of(area) for area in document["service_areas"]),
        coi_fee_cents=document["coi_fee_cents"],
        demand_rules=tuple(demand_rule_of(rule) for rule in document.get("demand_rules", ())),
        **{name: document[name] for name in OPTIONS if name in document},
    )


def luggage_of(document: Document) -> BladeLuggage:
    """The rates of luggage."""
    terminals = tuple(
        AirportTerminals(each["airport"], tuple(each["terminals"])) for each in document.get("terminals", ())
    )
    return BladeLuggage(**{**document, "airports": tuple(document["airports"]), "terminals": terminals})


def local_moves_of(document: Document) -> LocalMoves:
    """The rates of moves by the hour."""
    return LocalMoves(**{**document, "zones": frozenset(document["zones"])})


def area_of(document: Document) -> ServiceArea:
    """One service area."""
    return ServiceArea(**{**document, "zip_codes": tuple(document["zip_codes"])})


def rule_of(document: Document) -> SurchargeRule:
    """One date rule."""
    sets = {name: frozenset(document.get(name, ())) for name in ("service_types", "weekdays", "overrides")}
    dates = tuple(document["dates"]) if document.get("dates") else None
    return SurchargeRule(**{**document, **sets, "dates": dates})


def demand_rule_of(document: Document) -> DemandRule:
    """One demand rule."""
    steps = tuple(DemandStep(**step) for step in document["steps"])
    return DemandRule(**{**document, "service_types": frozenset(document["service_types"]), "steps": steps})


BUILDERS: Mapping[Kind, Callable[[Document], Entry]] = {
    "blade_luggage": luggage_of,
    "local_moves": local_moves_of,
    "surcharge_rule": rule_of,
    "demand_rule": demand_rule_of,
    "service_area": area_of,
}
"""For kinds whose members are not all plain values."""


def entry_of(kind: Kind, document: Document) -> Entry:
    """The entry that `entry_document` wrote down."""
    entry: Entry = BUILDERS[kind](document) if kind in BUILDERS else TYPES[kind](**document)
    return entry


def entry_document(entry: Entry) -> Document:
    """One entry as it is stored."""
    return {name: plain(value) for name, value in asdict(entry).items()}


def document_of(catalog: Catalog) -> Document:
    """The document that `catalog_of` reads back; lists are sorted, so that equal catalogues give equal documents."""
    return {name: plain(value) for name, value in asdict(catalog).items()}


def plain(value: Any) -> Any:
    """Sets and tuples as lists, all the way down."""
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    return value
