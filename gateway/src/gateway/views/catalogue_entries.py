"""Entries of the catalogue between staff's members and the contract: one table says what each kind is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from google.protobuf.message import Message
from pydantic import ConfigDict, create_model
from totetaxi.pricing.v1 import catalog_pb2 as message
from totetaxi.pricing.v1.catalog_service_pb2 import CatalogEntry, EntryKind

from gateway.schemas import catalogue_entries as schema
from gateway.schemas import catalogue_rules as rules
from gateway.schemas.catalogue_examples import change_of
from gateway.schemas.catalogue_versions import CatalogueContent
from gateway.views.messages import message_of, plain
from gateway.views.words import words_of


@dataclass(frozen=True)
class Kind:
    """One kind of entry."""

    word: str
    """As paths and answers name it; the name of its member in CatalogEntry too."""
    title: str
    body: type[schema.Entry]
    message: type[Message]
    key_member: str
    """Which member is its key; empty for rates that exist once."""


KINDS = (
    Kind("mini_move_package", "mini move package", schema.PackageEntry, message.MiniMovePackage, "id"),
    Kind("organizing_service", "organizing service", schema.OrganizingEntry, message.OrganizingService, "id"),
    Kind("specialty_item", "specialty item", schema.SpecialtyItemEntry, message.SpecialtyItem, "id"),
    Kind("surcharge_rule", "date rule", rules.SurchargeRuleEntry, message.SurchargeRule, "id"),
    Kind("demand_rule", "demand rule", rules.DemandRuleEntry, message.DemandRule, "id"),
    Kind("service_area", "service area", schema.ServiceAreaEntry, message.ServiceArea, "zone"),
    Kind("standard_delivery", "rates of standard delivery", schema.StandardDeliveryEntry, message.StandardDelivery, ""),
    Kind("blade_luggage", "rates of airport luggage", schema.BladeLuggageEntry, message.BladeLuggage, ""),
    Kind("mini_storage", "rates of storage", schema.MiniStorageEntry, message.MiniStorage, ""),
    Kind("local_moves", "rates of local moves", schema.LocalMovesEntry, message.LocalMoves, ""),
    Kind("general_terms", "general terms", schema.GeneralTermsEntry, message.GeneralTerms, ""),
)
BY_WORD = {kind.word: kind for kind in KINDS}


def body_of(kind: Kind) -> type[schema.EntryChange]:
    """What staff send for an entry of this kind, with its example."""

    class Shown(schema.EntryChange):
        model_config = ConfigDict(json_schema_extra=change_of(kind.word))

    return create_model(
        f"{kind.body.__name__}Change", __base__=Shown, __doc__=schema.EntryChange.__doc__, entry=(kind.body, ...)
    )


BODIES: dict[str, type[schema.EntryChange]] = {kind.word: body_of(kind) for kind in KINDS}
"""What staff send for each kind."""


def entry_message(kind: Kind, body: schema.Entry, key: str) -> CatalogEntry:
    """An entry as pricing stores it, under `key`; an empty one has pricing make it."""
    values = body.model_dump(exclude_none=True)
    if kind.key_member:
        values[kind.key_member] = key
    return message_of(CatalogEntry, {kind.word: message_of(kind.message, values)})


def entry_of(stored: CatalogEntry) -> schema.Entry | None:
    """An entry as staff see it; None for none."""
    word = stored.WhichOneof("entry")
    if word is None:
        return None
    return BY_WORD[word].body.model_validate(plain(getattr(stored, word)), extra="ignore")


def kind_word(value: EntryKind) -> str:
    """`mini_move_package`, `surcharge_rule`, …"""
    return words_of(EntryKind.DESCRIPTOR)[value]


def content(catalogue: message.Catalog) -> CatalogueContent:
    """Everything a version or draft holds."""
    values: Mapping[str, Any] = plain(catalogue)
    return CatalogueContent.model_validate(values, extra="ignore")
