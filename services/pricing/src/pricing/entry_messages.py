"""Between the domain and the contract: single entries of a catalogue, both ways."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from typing import Any, cast

from google.protobuf.message import Message
from totetaxi.pricing.v1 import catalog_pb2, catalog_service_pb2

from pricing.domain.catalog import AirportTerminals, DemandStep
from pricing.domain.entry import TYPES, Entry, Kind
from pricing.messages import (
    area_message,
    demand_rule_message,
    item_message,
    local_moves_message,
    organizing_message,
    package_message,
    rule_message,
    service_type_name,
)

READERS: Mapping[str, Callable[[Any], Any]] = {
    "tier": lambda value: catalog_pb2.Tier.Name(value).removeprefix("TIER_").lower(),
    "target": lambda value: catalog_pb2.DemandTarget.Name(value).removeprefix("DEMAND_TARGET_").lower(),
    "service_types": lambda values: frozenset(map(service_type_name, values)),
    "airports": tuple,
    "terminals": lambda values: tuple(AirportTerminals(each.airport, tuple(each.terminals)) for each in values),
    "steps": lambda values: tuple(
        DemandStep(each.booked_basis_points, each.adjustment_basis_points) for each in values
    ),
    "zip_codes": lambda values: tuple(sorted(values)),
    "zones": frozenset,
    "weekdays": frozenset,
    "overrides": frozenset,
    "dates": lambda value: (value.first, value.last),
    "yearly": lambda value: value or None,
    "holiday": lambda value: value or None,
}
"""How a member comes out of its message, where it is not the plain value."""

WRITERS: Mapping[Kind, Callable[[Any], Message]] = {
    "mini_move_package": lambda entry: package_message(entry, 0),
    "organizing_service": organizing_message,
    "specialty_item": item_message,
    "standard_delivery": lambda entry: catalog_pb2.StandardDelivery(**asdict(entry)),
    "blade_luggage": lambda entry: catalog_pb2.BladeLuggage(**asdict(entry)),
    "mini_storage": lambda entry: catalog_pb2.MiniStorage(**asdict(entry)),
    "local_moves": local_moves_message,
    "surcharge_rule": rule_message,
    "demand_rule": demand_rule_message,
    "service_area": area_message,
    "general_terms": lambda entry: catalog_pb2.GeneralTerms(**asdict(entry)),
}


def entry_from(message: catalog_service_pb2.CatalogEntry) -> tuple[Kind, Entry]:
    """The entry in `message`, and of which kind it is."""
    kind = cast("Kind", message.WhichOneof("entry"))
    held = getattr(message, kind)
    return kind, TYPES[kind](**{field.name: member_of(held, field.name) for field in fields(TYPES[kind])})


def member_of(message: Message, name: str) -> Any:
    """One member as the domain has it; None where it can be absent and is."""
    field: Any = message.DESCRIPTOR.fields_by_name[name]
    if field.has_presence and not message.HasField(name):
        return None
    value = getattr(message, name)
    return READERS[name](value) if name in READERS else value


def entry_message(kind: Kind, entry: Entry) -> catalog_service_pb2.CatalogEntry:
    """The entry as a message."""
    held: Any = {str(kind): WRITERS[kind](entry)}
    return catalog_service_pb2.CatalogEntry(**held)


def kind_value(kind: Kind) -> Any:
    """`surcharge_rule` as the contract's enum."""
    return catalog_service_pb2.EntryKind.Value(f"ENTRY_KIND_{kind.upper()}")


def kind_name(value: Any) -> Kind:
    """The contract's enum as `surcharge_rule`."""
    return cast("Kind", catalog_service_pb2.EntryKind.Name(value).removeprefix("ENTRY_KIND_").lower())
