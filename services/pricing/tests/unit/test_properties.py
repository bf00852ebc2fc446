"""What is true of every price, whatever is asked for, under whatever catalogue and conditions."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

from anything import CONDITIONS, DAYS, PLAIN, WITH_OPTIONS, catalogs, luggage
from first_catalog import CATALOG, ITEMS, NOW, priced
from hypothesis import given
from hypothesis import strategies as st
from pricing.domain.catalog import Catalog
from pricing.domain.conditions import Conditions
from pricing.domain.line import LineKind
from pricing.domain.price import price, timeless_price
from pricing.domain.request import PriceRequest

BEFORE_TAX = {"base", "date_surcharge", "demand", "geographic_surcharge", "coi", "organizing", "option"}


@given(catalogs(), WITH_OPTIONS, CONDITIONS)
def test_the_total_is_the_sum_of_the_lines_and_of_the_roll_ups(
    catalog: Catalog, request: PriceRequest, conditions: Conditions
) -> None:
    found = price(catalog, request, NOW, conditions)
    assert found.total_cents == sum(line.quantity * line.unit_amount_cents for line in found.lines)
    assert found.total_cents == sum(found.sum_of(kind) for kind in get_args(LineKind))


@given(catalogs(), WITH_OPTIONS, CONDITIONS)
def test_no_total_is_ever_negative(catalog: Catalog, request: PriceRequest, conditions: Conditions) -> None:
    assert price(catalog, request, NOW, conditions).total_cents >= 0


@given(PLAIN)
def test_without_conditions_nothing_is_free_and_no_line_gives_money_back(request: PriceRequest) -> None:
    lines = price(CATALOG, request, NOW).lines
    assert all(line.amount_cents > 0 for line in lines)
    assert lines[0].kind == "base"


@given(catalogs(), WITH_OPTIONS, CONDITIONS)
def test_every_line_says_what_and_why_and_changes_something(
    catalog: Catalog, request: PriceRequest, conditions: Conditions
) -> None:
    for line in price(catalog, request, NOW, conditions).lines:
        assert line.code.isascii()
        assert line.label
        assert line.reason.endswith(".")
        assert line.amount_cents != 0


@given(catalogs(), WITH_OPTIONS, CONDITIONS)
def test_the_same_request_catalogue_and_conditions_give_the_same_lines_at_any_time(
    catalog: Catalog, request: PriceRequest, conditions: Conditions
) -> None:
    found = price(catalog, request, NOW, conditions)
    assert price(catalog, request, NOW - timedelta(days=200), conditions) == found
    assert timeless_price(catalog, request, conditions) == found


@given(catalogs(), CONDITIONS, luggage(bag_count=st.integers(1, 19)))
def test_more_bags_are_never_cheaper(catalog: Catalog, conditions: Conditions, request: PriceRequest) -> None:
    more = replace(request, bag_count=(request.bag_count or 0) + 1)
    assert price(catalog, more, NOW, conditions).total_cents >= price(catalog, request, NOW, conditions).total_cents


@given(DAYS, st.integers(1, 199))
def test_more_deliveries_are_never_cheaper(day: date, count: int) -> None:
    fewer = priced("standard_delivery", day, standard_delivery_item_count=count)
    assert priced("standard_delivery", day, standard_delivery_item_count=count + 1).total_cents >= fewer.total_cents


@given(
    catalogs(),
    CONDITIONS,
    st.sampled_from(["specialty_item", "standard_delivery"]),
    st.lists(st.sampled_from(list(ITEMS.values())), min_size=1, max_size=20),
    st.randoms(),
)
def test_the_order_of_items_does_not_matter(
    catalog: Catalog, conditions: Conditions, service_type: str, items: list[str], chance: random.Random
) -> None:
    count = 3 if service_type == "standard_delivery" else None
    ordered = PriceRequest(
        service_type, date(2027, 4, 17), standard_delivery_item_count=count, specialty_item_ids=tuple(items)
    )
    shuffled = replace(ordered, specialty_item_ids=tuple(chance.sample(items, len(items))))
    assert timeless_price(catalog, shuffled, conditions) == timeless_price(catalog, ordered, conditions)


@given(PLAIN)
def test_a_date_rule_never_touches_organizing_insurance_or_geography(request: PriceRequest) -> None:
    found = price(CATALOG, request, NOW)
    assert found.sum_of("date_surcharge") <= max(found.sum_of("base") * 15 // 100, 17_500)


@given(catalogs(), WITH_OPTIONS, CONDITIONS)
def test_a_discount_never_exceeds_what_it_is_taken_from(
    catalog: Catalog, request: PriceRequest, conditions: Conditions
) -> None:
    found = price(catalog, request, NOW, conditions)
    before_tax = sum(line.amount_cents for line in found.lines if line.kind in BEFORE_TAX)
    assert 0 <= -found.sum_of("discount") <= before_tax
    maximum = conditions.promotion.maximum_discount_cents if conditions.promotion else 0
    assert not maximum or -found.sum_of("discount") <= maximum
    assert 0 <= -found.sum_of("credit") <= before_tax + found.sum_of("tax") + found.sum_of("discount")


@given(catalogs(), WITH_OPTIONS, CONDITIONS)
def test_demand_is_always_lines_of_its_own_between_floor_and_ceiling(
    catalog: Catalog, request: PriceRequest, conditions: Conditions
) -> None:
    found = price(catalog, request, NOW, conditions)
    without = price(replace(catalog, demand_rules=()), request, NOW, conditions)
    untouched = BEFORE_TAX - {"demand"} | {"tax"}
    assert [line for line in found.lines if line.kind in untouched] == [
        line for line in without.lines if line.kind in untouched
    ]
    rules = [rule for rule in catalog.demand_rules if request.service_type in rule.service_types]
    lowest = sum(rule.floor_basis_points * found.sum_of(rule.target) for rule in rules)  # type: ignore[arg-type]
    highest = sum(rule.ceiling_basis_points * found.sum_of(rule.target) for rule in rules)  # type: ignore[arg-type]
    assert lowest <= found.sum_of("demand") * 10_000 <= highest
