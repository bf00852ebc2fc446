"""Entries: the items and rules that a catalogue is made of, each known by its kind and its key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal, TypeAlias
from uuid import UUID

from chassis.refusal import Conflict, Invalid, NotFound

from pricing.domain.catalog import (
    BladeLuggage,
    Catalog,
    DemandRule,
    LocalMoves,
    MiniMovePackage,
    MiniStorage,
    OrganizingService,
    ServiceArea,
    SpecialtyItem,
    StandardDelivery,
    SurchargeRule,
)


@dataclass(frozen=True)
class GeneralTerms:
    """Rates and options that belong to no single service; basis points, USD cents, hour of the New York day."""

    coi_fee_cents: int
    organizing_tax_basis_points: int = 0
    credit_earned_basis_points: int = 0
    next_day_cutoff_hour: int | None = None


Kind = Literal[
    "mini_move_package",
    "organizing_service",
    "specialty_item",
    "standard_delivery",
    "blade_luggage",
    "mini_storage",
    "local_moves",
    "surcharge_rule",
    "demand_rule",
    "service_area",
    "general_terms",
]
Entry: TypeAlias = (
    MiniMovePackage
    | OrganizingService
    | SpecialtyItem
    | StandardDelivery
    | BladeLuggage
    | MiniStorage
    | LocalMoves
    | SurchargeRule
    | DemandRule
    | ServiceArea
    | GeneralTerms
)

TYPES: dict[Kind, type[Any]] = {
    "mini_move_package": MiniMovePackage,
    "organizing_service": OrganizingService,
    "specialty_item": SpecialtyItem,
    "standard_delivery": StandardDelivery,
    "blade_luggage": BladeLuggage,
    "mini_storage": MiniStorage,
    "local_moves": LocalMoves,
    "surcharge_rule": SurchargeRule,
    "demand_rule": DemandRule,
    "service_area": ServiceArea,
    "general_terms": GeneralTerms,
}
"""What an entry of each kind is."""

MEMBERS: dict[Kind, str] = {
    "mini_move_package": "mini_move_packages",
    "organizing_service": "organizing_services",
    "specialty_item": "specialty_items",
    "standard_delivery": "standard_delivery",
    "blade_luggage": "blade_luggage",
    "mini_storage": "mini_storage",
    "local_moves": "local_moves",
    "surcharge_rule": "surcharge_rules",
    "demand_rule": "demand_rules",
    "service_area": "service_areas",
    "general_terms": "general_terms",
}
"""Where a catalogue keeps each kind, in the order in which everything is listed."""

MOST: dict[Kind, int] = {
    "mini_move_package": 20,
    "organizing_service": 40,
    "specialty_item": 100,
    "surcharge_rule": 200,
    "demand_rule": 20,
    "service_area": 50,
}
"""Of the kinds that there are many of, how many a catalogue holds at most; all others exist once."""

MOST_ZIP_CODES = 5_000
"""In all areas together."""


def entries_of(catalog: Catalog) -> Iterator[tuple[Kind, Entry]]:
    """Every entry, in the catalogue's order."""
    for kind in MEMBERS:
        for entry in held(catalog, kind):
            yield kind, entry


def held(catalog: Catalog, kind: Kind) -> tuple[Entry, ...]:
    """The entries of one kind."""
    if kind == "general_terms":
        return (terms_of(catalog),)
    value: Any = getattr(catalog, MEMBERS[kind])
    return value if kind in MOST else (value,)


def terms_of(catalog: Catalog) -> GeneralTerms:
    """The catalogue's members that are no entry by themselves."""
    return GeneralTerms(
        catalog.coi_fee_cents,
        catalog.organizing_tax_basis_points,
        catalog.credit_earned_basis_points,
        catalog.next_day_cutoff_hour,
    )


def key_of(entry: Entry) -> str:
    """Its id, or an area's zone; empty for what exists once."""
    return entry.zone if isinstance(entry, ServiceArea) else getattr(entry, "id", "")


def with_id(entry: Entry, new_id: UUID) -> Entry:
    """The entry with `new_id`, where it is of a kind that has ids and has none yet."""
    members: dict[str, Any] = {} if getattr(entry, "id", None) != "" else {"id": str(new_id)}
    return replace(entry, **members)


def name_of(kind: Kind, entry: Entry) -> str:
    """As people know it."""
    return getattr(entry, "name", "") or kind.replace("_", " ")


def find_entry(catalog: Catalog, kind: Kind, key: str) -> Entry | None:
    """The entry with this key."""
    return next((entry for entry in held(catalog, kind) if key_of(entry) == key), None)


def put_entry(catalog: Catalog, kind: Kind, entry: Entry) -> Catalog:
    """The catalogue with `entry` in the place of the one with its key, or at the end. Raises Conflict if it is full."""
    if kind == "general_terms":
        return with_members(catalog, asdict(entry))
    if kind not in MOST:
        return with_members(catalog, {MEMBERS[kind]: entry})
    before = held(catalog, kind)
    if any(key_of(other) == key_of(entry) for other in before):
        after = tuple(entry if key_of(other) == key_of(entry) else other for other in before)
    else:
        after = (*before, entry)
    changed = with_members(catalog, {MEMBERS[kind]: after})
    refuse_too_many(changed, kind)
    return changed


def refuse_too_many(catalog: Catalog, kind: Kind) -> None:
    """Raises Conflict when there are more entries of the kind, or ZIP codes, than can be published."""
    if len(held(catalog, kind)) > MOST[kind]:
        message = f"{MEMBERS[kind]} holds {MOST[kind]} at most; remove one before you put another."
        raise Conflict("too_many_entries", message, "entry")
    if kind == "service_area" and sum(len(area.zip_codes) for area in catalog.service_areas) > MOST_ZIP_CODES:
        message = f"All areas together hold {MOST_ZIP_CODES:,} ZIP codes at most; take some out before you put others."
        raise Conflict("too_many_entries", message, "entry")


def with_members(catalog: Catalog, members: dict[str, Any]) -> Catalog:
    """The catalogue with other members."""
    return replace(catalog, **members)


def remove_entry(catalog: Catalog, kind: Kind, key: str) -> Catalog:
    """The catalogue without the entry. Raises Invalid for what exists once, NotFound for an unknown key."""
    if kind not in MOST:
        message = f"{MEMBERS[kind]} exists once and can't be removed; put it with other values instead."
        raise Invalid("entry_stays", message, "kind")
    after = tuple(entry for entry in held(catalog, kind) if key_of(entry) != key)
    if len(after) == len(held(catalog, kind)):
        raise NotFound("entry_not_found", f"{MEMBERS[kind]} of this draft has no entry with this key.", "key")
    return with_members(catalog, {MEMBERS[kind]: after})
