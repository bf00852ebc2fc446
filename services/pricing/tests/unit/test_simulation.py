"""What another catalogue would do to the prices of the same requests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from first_catalog import CATALOG, ITEMS, PACKAGES, SATURDAY, TUESDAY, request
from pricing.domain.catalog import Catalog
from pricing.domain.entry import put_entry, remove_entry
from pricing.domain.simulation import ServiceTotals, changed_codes, movers_of, outcome_of, totals_of

LONG_PAST = date(2020, 2, 4)
PETITE, STANDARD, _ = CATALOG.mini_move_packages
DEARER = put_entry(CATALOG, "mini_move_package", replace(PETITE, base_price_cents=109_500))
WITHOUT_CRIB = remove_entry(CATALOG, "specialty_item", ITEMS["crib"])
MOVE = request("mini_move")


def test_totals_are_of_what_both_price() -> None:
    outcomes = [outcome_of(CATALOG, DEARER, one) for one in (MOVE, MOVE, request("mini_storage"))]
    assert totals_of(outcomes) == {
        "mini_move": ServiceTotals(2, 199_000, 219_000),
        "mini_storage": ServiceTotals(1, 30_000, 30_000),
    }


def test_what_only_one_of_them_refuses_is_counted() -> None:
    crib = request("specialty_item")
    assert totals_of([outcome_of(CATALOG, WITHOUT_CRIB, crib)]) == {"specialty_item": ServiceTotals(0, 0, 0, 1, 0)}
    assert totals_of([outcome_of(WITHOUT_CRIB, CATALOG, crib)]) == {"specialty_item": ServiceTotals(0, 0, 0, 0, 1)}
    assert totals_of([outcome_of(WITHOUT_CRIB, WITHOUT_CRIB, crib)]) == {"specialty_item": ServiceTotals()}


def test_the_largest_change_comes_first_whichever_way_it_goes() -> None:
    cheaper = put_entry(DEARER, "mini_move_package", replace(STANDARD, base_price_cents=152_500))
    tiers = ("petite", "standard", "full", "petite")
    moves = [request("mini_move", mini_move_package_id=PACKAGES[tier]) for tier in tiers]
    outcomes = [outcome_of(CATALOG, cheaper, move) for move in moves]
    assert [outcome.change_cents for outcome in outcomes] == [10_000, -20_000, 0, 10_000]
    assert movers_of(outcomes, 10) == [1, 0, 3]
    assert movers_of(outcomes, 2) == [1, 0]


def test_a_request_of_long_ago_is_priced_for_its_own_day() -> None:
    outcome = outcome_of(CATALOG, DEARER, request("mini_move", LONG_PAST))
    assert outcome.change_cents == 10_000
    same_day = request("standard_delivery", LONG_PAST, is_same_day_delivery=True)
    assert outcome_of(CATALOG, CATALOG, same_day).current is not None


def codes(draft: Catalog, pickup_date: date) -> list[str]:
    return changed_codes(outcome_of(CATALOG, draft, request("mini_move", pickup_date, coi_required=True)))


def test_the_lines_that_differ_are_named() -> None:
    assert codes(DEARER, TUESDAY) == ["mini_move_petite"]
    assert codes(DEARER, SATURDAY) == ["mini_move_petite", "weekend"]
    assert codes(remove_entry(CATALOG, "surcharge_rule", CATALOG.surcharge_rules[0].id), SATURDAY) == ["weekend"]
    assert codes(replace(CATALOG, coi_fee_cents=1), SATURDAY) == ["coi"]
    assert codes(CATALOG, SATURDAY) == []
