"""The first catalogue is whole: ids, words and rules that point at each other."""

from __future__ import annotations

from uuid import UUID

from first_catalog import CATALOG
from pricing.domain.calendar import holiday_names
from pricing.domain.catalog import TIERS

THINGS = [
    *CATALOG.mini_move_packages,
    *CATALOG.organizing_services,
    *CATALOG.specialty_items,
    *CATALOG.surcharge_rules,
]


def test_every_id_is_a_uuid_of_its_own() -> None:
    assert len({UUID(thing.id) for thing in THINGS}) == len(THINGS)


def test_ids_stay_as_customers_and_programs_know_them() -> None:
    assert [package.id for package in CATALOG.mini_move_packages] == [
        "d2828024-1b45-5967-bf3f-2e41079f98d6",
        "94d98c2d-ef0f-5701-96f1-27590fa71cc6",
        "1ad887f2-fba6-54d5-a6bb-c6127b33dbd2",
    ]


def test_everything_has_a_name_and_a_sentence() -> None:
    assert all(thing.name and thing.description.endswith(".") for thing in THINGS)


def test_there_is_packing_and_unpacking_for_every_tier() -> None:
    assert set(CATALOG.organizing) == {(tier, packing) for tier in TIERS for packing in (True, False)}


def test_unpacking_comes_without_supplies() -> None:
    assert {
        service.supplies_allowance_cents for (_, packing), service in CATALOG.organizing.items() if not packing
    } == {0}


def test_a_rule_says_one_amount_and_one_kind_of_day() -> None:
    for rule in CATALOG.surcharge_rules:
        assert bool(rule.basis_points) != bool(rule.fixed_amount_cents)
        assert [bool(way) for way in (rule.weekdays, rule.dates, rule.yearly, rule.holiday)].count(True) == 1


def test_a_rule_overrides_rules_that_exist() -> None:
    ids = {rule.id for rule in CATALOG.surcharge_rules}
    assert all(rule.overrides <= ids - {rule.id} for rule in CATALOG.surcharge_rules)


def test_the_holidays_of_the_rules_have_those_names_every_year() -> None:
    named = {rule.holiday for rule in CATALOG.surcharge_rules if rule.holiday}
    for year in range(2026, 2047):
        assert named <= {name for names in holiday_names(year).values() for name in names}
