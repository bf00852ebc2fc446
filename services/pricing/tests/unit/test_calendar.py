"""Which days cost more, and by how much."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import holidays
import pytest
from first_catalog import CATALOG, SATURDAY, TUESDAY, priced, request
from first_catalog import NOW as BEFORE
from pricing.domain.calendar import holiday_names, matches, rules_on
from pricing.domain.catalog import SurchargeRule
from pricing.domain.price import price

MINI_MOVES = frozenset({"mini_move"})


def rule(**members: Any) -> SurchargeRule:
    plain = {"id": "a", "name": "A", "surcharge_type": "peak_date", "description": "A.", "service_types": MINI_MOVES}
    return SurchargeRule(**plain | {"basis_points": 0, "fixed_amount_cents": 100} | members)


@pytest.mark.parametrize(
    ("when", "inside", "outside"),
    [
        ({"weekdays": frozenset({5, 6})}, date(2027, 4, 18), date(2027, 4, 19)),
        ({"dates": ("2027-04-13", "2027-04-13")}, date(2027, 4, 13), date(2028, 4, 13)),
        ({"dates": ("2026-09-14", "2026-09-22")}, date(2026, 9, 22), date(2026, 9, 23)),
        ({"dates": ("2026-09-14", "2026-09-22")}, date(2026, 9, 14), date(2026, 9, 13)),
        ({"yearly": "02-29"}, date(2028, 2, 29), date(2027, 2, 28)),
        ({"yearly": "07-04"}, date(2031, 7, 4), date(2031, 7, 5)),
        ({"holiday": "Memorial Day"}, date(2029, 5, 28), date(2029, 5, 30)),
        ({"holiday": "Labor Day"}, date(2030, 9, 2), date(2030, 9, 3)),
        ({"holiday": "Independence Day"}, date(2027, 7, 4), date(2027, 7, 5)),
    ],
)
def test_a_rule_matches_its_days_and_no_others(when: dict[str, Any], inside: date, outside: date) -> None:
    assert matches(rule(**when), inside)
    assert not matches(rule(**when), outside)


def test_a_rule_without_a_day_never_matches() -> None:
    assert not matches(rule(), SATURDAY)


def test_rules_add_up_unless_one_overrides_the_other() -> None:
    weekend, party = rule(id="weekend", weekdays=frozenset({5})), rule(id="party", yearly="04-17")
    assert rules_on([weekend, party], SATURDAY, "mini_move") == [weekend, party]
    peak = replace(party, overrides=frozenset({"weekend"}))
    assert rules_on([weekend, peak], SATURDAY, "mini_move") == [peak]


def test_a_rule_overrides_only_for_the_services_it_is_for() -> None:
    both = MINI_MOVES | {"specialty_item"}
    weekend = rule(id="weekend", weekdays=frozenset({5}), service_types=both)
    peak = rule(id="peak", yearly="04-17", overrides=frozenset({"weekend"}))
    assert rules_on([weekend, peak], SATURDAY, "specialty_item") == [weekend]


def test_percentages_round_down_to_the_cent() -> None:
    odd = replace(CATALOG.mini_move_packages[0], base_price_cents=99_999)
    catalog = replace(CATALOG, mini_move_packages=(odd,))
    assert price(catalog, request("mini_move", SATURDAY), BEFORE).sum_of("date_surcharge") == 14_999


@pytest.mark.parametrize("service_type", ["blade_luggage", "mini_storage"])
def test_luggage_and_storage_cost_the_same_every_day(service_type: str) -> None:
    assert priced(service_type, SATURDAY).total_cents == priced(service_type, TUESDAY).total_cents


@pytest.mark.parametrize(
    "day", ["2027-05-31", "2027-06-30", "2027-07-01", "2027-07-04", "2027-07-31", "2027-08-31", "2027-09-06"]
)
def test_nobody_pays_twice_for_one_busy_day(day: str) -> None:
    lines = priced("mini_move", date.fromisoformat(day)).lines
    assert [line.amount_cents for line in lines if line.kind == "date_surcharge"] == [17_500]


def test_holidays_are_those_of_the_package() -> None:
    for year in range(2026, 2036):
        assert set(holiday_names(year)) == set(holidays.country_holidays("US", years=year, observed=False))


def test_us_open_week_is_of_one_year_only() -> None:
    week = [candidate for candidate in CATALOG.surcharge_rules if candidate.name == "US Open week"]
    assert {found.dates for found in week} == {("2026-09-14", "2026-09-22")}
    assert priced("mini_move", date(2027, 9, 14)).sum_of("date_surcharge") == 0
