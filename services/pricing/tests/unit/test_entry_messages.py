"""Entries go over the wire and come back as they were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from uuid import UUID

import pytest
from first_catalog import CATALOG
from options import EVERYTHING
from pricing.domain.entry import MEMBERS, TYPES, Entry, GeneralTerms, Kind, entries_of, with_id
from pricing.entry_messages import entry_from, entry_message, kind_name, kind_value
from totetaxi.pricing.v1 import catalog_service_pb2
from totetaxi.pricing.v1.catalog_service_pb2 import CatalogEntry

ID = UUID("0197a000-0000-7000-8000-000000000001")


def everything() -> Iterator[tuple[Kind, Entry]]:
    yield from entries_of(CATALOG)
    yield from entries_of(EVERYTHING)


def test_every_kind_is_looked_at() -> None:
    assert {kind for kind, _ in everything()} == set(MEMBERS) == set(TYPES)


@pytest.mark.parametrize(("kind", "entry"), list(everything()))
def test_an_entry_comes_back_as_it_was(kind: Kind, entry: Entry) -> None:
    sent = CatalogEntry.FromString(entry_message(kind, entry).SerializeToString())
    assert entry_from(sent) == (kind, entry)


def test_every_member_of_the_domain_is_in_the_contract() -> None:
    for kind, entry_type in TYPES.items():
        contract = CatalogEntry.DESCRIPTOR.fields_by_name[kind].message_type
        beyond = {"mini_move_package": {"coi_fee_cents"}}.get(kind, set())
        assert {field.name for field in contract.fields} - beyond == {field.name for field in fields(entry_type)}


def test_kinds_are_named_alike_everywhere() -> None:
    kinds = catalog_service_pb2.EntryKind.values()[1:]
    assert (
        [kind_name(value) for value in kinds] == list(MEMBERS) == [one.name for one in CatalogEntry.DESCRIPTOR.fields]
    )
    assert [kind_value(kind) for kind in MEMBERS] == kinds


def test_only_what_has_ids_and_lacks_one_gets_one() -> None:
    weekend = CATALOG.surcharge_rules[0]
    assert with_id(replace(weekend, id=""), ID) == replace(weekend, id=str(ID))
    for entry in (weekend, CATALOG.service_areas[0], CATALOG.mini_storage, GeneralTerms(1)):
        assert with_id(entry, ID) == entry


def test_zip_codes_are_kept_in_order() -> None:
    manhattan = replace(CATALOG.service_areas[0], zip_codes=("10002", "10001"))
    assert entry_from(entry_message("service_area", manhattan))[1] == replace(manhattan, zip_codes=("10001", "10002"))
