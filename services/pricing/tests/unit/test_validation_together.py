"""What keeps a catalogue from being published because of how its entries stand together."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from first_catalog import CATALOG
from pricing.domain.catalog import TIERS, Catalog, SurchargeRule
from pricing.domain.validation import faults_of

WEEKEND, PEAK = CATALOG.surcharge_rules[0], CATALOG.surcharge_rules[1]


def sentences(catalog: Catalog) -> list[str]:
    return [fault.message for fault in faults_of(catalog, 2027)]


@pytest.mark.parametrize("tier", TIERS)
def test_a_tier_needs_its_package(tier: str) -> None:
    rest = tuple(package for package in CATALOG.mini_move_packages if package.tier != tier)
    assert sentences(replace(CATALOG, mini_move_packages=rest)) == [
        f"There must be exactly one package of the {tier} tier; there are 0."
    ]


@pytest.mark.parametrize("index", range(6))
def test_a_tier_needs_its_packing_and_its_unpacking(index: int) -> None:
    gone = CATALOG.organizing_services[index]
    rest = tuple(service for service in CATALOG.organizing_services if service is not gone)
    what = "packing" if gone.is_packing_service else "unpacking"
    assert sentences(replace(CATALOG, organizing_services=rest)) == [
        f"There must be exactly one {what} of the {gone.tier} tier; there are 0."
    ]


def test_a_tier_has_one_package_only() -> None:
    twice = replace(CATALOG.mini_move_packages[0], id=str(UUID(int=1)))
    assert sentences(replace(CATALOG, mini_move_packages=(*CATALOG.mini_move_packages, twice))) == [
        "There must be exactly one package of the petite tier; there are 2."
    ]


def test_two_things_never_share_an_id() -> None:
    item = replace(CATALOG.specialty_items[0], id=PEAK.id)
    items = (item, *CATALOG.specialty_items[1:])
    told = sentences(replace(CATALOG, specialty_items=items))
    assert told == [
        "id of Wardrobe Box must be its own; something else has it too.",
        "id of Memorial Day must be its own; something else has it too.",
    ]


def test_two_items_never_share_a_word() -> None:
    items = (replace(CATALOG.specialty_items[0], item_type="crib"), *CATALOG.specialty_items[1:])
    assert sentences(replace(CATALOG, specialty_items=items)) == [
        "item_type of Wardrobe Box must be its own; another item has it too.",
        "item_type of Crib must be its own; another item has it too.",
    ]


def test_two_areas_never_share_a_zip_code() -> None:
    first, second, *rest = CATALOG.service_areas
    shared = replace(second, zip_codes=(*second.zip_codes, first.zip_codes[0]))
    told = sentences(replace(CATALOG, service_areas=(first, shared, *rest)))
    assert told == [
        f"zip_codes of {area.name} must be in one area only and once, unlike {first.zip_codes[0]}."
        for area in (first, second)
    ]


def with_rules(*rules: SurchargeRule) -> Catalog:
    return replace(CATALOG, surcharge_rules=rules)


def test_a_rule_that_overrides_itself_is_refused() -> None:
    itself = replace(WEEKEND, overrides=frozenset({WEEKEND.id}))
    assert "lead back to it" in sentences(with_rules(itself))[0]


def test_rules_that_override_each_other_in_a_circle_are_refused() -> None:
    ids = [str(UUID(int=number)) for number in range(4)]
    circle = [replace(PEAK, id=ids[i], name=f"Peak {i}", overrides=frozenset({ids[(i + 1) % 3]})) for i in range(3)]
    beside = replace(PEAK, id=ids[3], name="Beside", overrides=frozenset({ids[0]}))
    told = sentences(with_rules(*circle, beside))
    assert [sentence.split(" must")[0] for sentence in told] == [f"overrides of Peak {i}" for i in range(3)]


def test_rules_may_override_the_same_rule_by_several_ways() -> None:
    between = replace(PEAK, id=str(UUID(int=1)), overrides=frozenset({WEEKEND.id}))
    top = replace(PEAK, id=str(UUID(int=2)), overrides=frozenset({WEEKEND.id, between.id}))
    assert sentences(with_rules(WEEKEND, between, top)) == []


def test_the_leap_day_is_a_day_of_the_year() -> None:
    assert sentences(with_rules(replace(WEEKEND, weekdays=frozenset(), yearly="02-29"))) == []


def test_there_are_at_most_two_hundred_rules() -> None:
    rules = [replace(WEEKEND, id=str(UUID(int=number))) for number in range(201)]
    assert sentences(with_rules(*rules)) == ["surcharge_rules must be 200 at most."]
    assert sentences(with_rules(*rules[:200])) == []


def test_there_are_at_most_five_thousand_zip_codes() -> None:
    area = replace(CATALOG.service_areas[0], zip_codes=tuple(f"{number:05}" for number in range(5_001)))
    areas = (area, *(replace(one, zip_codes=(f"9{index:04}",)) for index, one in enumerate(CATALOG.service_areas[1:])))
    assert sentences(replace(CATALOG, service_areas=areas)) == ["All areas together must have 5,000 ZIP codes at most."]


def test_many_wrong_zip_codes_are_told_in_one_sentence() -> None:
    area = replace(CATALOG.service_areas[0], zip_codes=tuple(f"x{number}" for number in range(9)))
    told = sentences(replace(CATALOG, service_areas=(area, *CATALOG.service_areas[1:])))
    assert told == ["zip_codes of Manhattan must be five digits each, unlike x0, x1, x2, x3, x4 and 4 more."]
