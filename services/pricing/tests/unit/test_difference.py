"""What differs between two catalogues."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from first_catalog import CATALOG
from pricing.domain.catalog import Catalog
from pricing.domain.difference import Difference, MemberDifference, differences
from pricing.domain.document import entry_document, entry_of
from pricing.domain.entry import MEMBERS, MOST, GeneralTerms, entries_of, key_of, put_entry, remove_entry

PETITE, *_ = CATALOG.mini_move_packages
WEEKEND = CATALOG.surcharge_rules[0]
CRIB = next(item for item in CATALOG.specialty_items if item.item_type == "crib")


def test_nothing_differs_from_itself() -> None:
    assert differences(CATALOG, CATALOG) == []


def test_a_changed_entry_tells_each_member_as_it_was_and_as_it_is() -> None:
    newer = put_entry(CATALOG, "mini_move_package", replace(PETITE, base_price_cents=105_000, max_items=None))
    members = (MemberDifference("base_price_cents", 99_500, 105_000), MemberDifference("max_items", 15, None))
    assert differences(CATALOG, newer) == [
        Difference("changed", "mini_move_package", PETITE.id, "Petite Move", members)
    ]


def test_sets_are_told_in_order() -> None:
    newer = put_entry(CATALOG, "surcharge_rule", replace(WEEKEND, weekdays=frozenset({6, 4, 5})))
    assert differences(CATALOG, newer)[0].members == (MemberDifference("weekdays", [5, 6], [4, 5, 6]),)


def test_what_came_and_what_went_is_told_by_its_name() -> None:
    kayak = replace(CRIB, id=str(UUID(int=1)), item_type="kayak", name="Kayak")
    newer = put_entry(remove_entry(CATALOG, "specialty_item", CRIB.id), "specialty_item", kayak)
    assert [(one.how, one.name, one.members) for one in differences(CATALOG, newer)] == [
        ("removed", "Crib", ()),
        ("added", "Kayak", ()),
    ]


def test_differences_come_in_the_order_of_the_catalogue() -> None:
    newer = put_entry(CATALOG, "general_terms", GeneralTerms(coi_fee_cents=6_000))
    newer = put_entry(newer, "mini_storage", replace(CATALOG.mini_storage, price_per_month_cents=16_000))
    newer = remove_entry(newer, "surcharge_rule", WEEKEND.id)
    assert [(one.kind, one.key) for one in differences(CATALOG, newer)] == [
        ("mini_storage", ""),
        ("surcharge_rule", WEEKEND.id),
        ("general_terms", ""),
    ]


def test_an_area_is_known_by_its_zone() -> None:
    manhattan = replace(CATALOG.service_areas[0], surcharge_cents=1)
    assert differences(CATALOG, put_entry(CATALOG, "service_area", manhattan))[0].key == "manhattan"


def rebuilt(catalog: Catalog) -> Catalog:
    """The catalogue with each of its entries put once more, as it was stored."""
    for kind, entry in entries_of(catalog):
        catalog = put_entry(catalog, kind, entry_of(kind, entry_document(entry)))
    return catalog


def test_putting_every_entry_as_it_is_changes_nothing() -> None:
    assert rebuilt(CATALOG) == CATALOG


def test_every_kind_is_found_by_its_key() -> None:
    found = {(kind, key_of(entry)) for kind, entry in entries_of(CATALOG)}
    assert {kind for kind, _ in found} == set(MEMBERS) - {"demand_rule"}
    assert {kind for kind, key in found if not key} == set(MEMBERS) - set(MOST)
