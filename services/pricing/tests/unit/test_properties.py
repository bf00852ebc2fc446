"""What is true of every price, whatever is asked for."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from first_catalog import CATALOG, ITEMS, NOW, PACKAGES, priced
from hypothesis import given
from hypothesis import strategies as st
from pricing.domain.price import price
from pricing.domain.request import PriceRequest

DAYS = st.dates(min_value=date(2027, 1, 3), max_value=date(2029, 12, 31))
ZIP_CODES = st.sampled_from(["", *CATALOG.areas])
KINDS: Any = ("base", "date_surcharge", "geographic_surcharge", "coi", "organizing")


def asked(service_type: str, **members: st.SearchStrategy[Any]) -> st.SearchStrategy[PriceRequest]:
    """Requests of one service type."""
    places = {"pickup_zip_code": ZIP_CODES, "delivery_zip_code": ZIP_CODES}
    coi = st.just(value=False) if service_type == "mini_storage" else st.booleans()
    return st.builds(PriceRequest, st.just(service_type), DAYS, coi_required=coi, **places, **members)


REQUESTS = st.one_of(
    asked(
        "mini_move",
        mini_move_package_id=st.sampled_from(list(PACKAGES.values())),
        include_packing=st.booleans(),
        include_unpacking=st.booleans(),
        estimated_minutes=st.integers(0, 1440),
    ),
    asked("standard_delivery", standard_delivery_item_count=st.integers(1, 200)),
    asked(
        "specialty_item",
        specialty_item_ids=st.lists(st.sampled_from(list(ITEMS.values())), min_size=1, max_size=50).map(tuple),
    ),
    asked(
        "blade_luggage",
        bag_count=st.integers(1, 20),
        airport=st.sampled_from(["JFK", "EWR"]),
        is_expedited=st.booleans(),
    ),
    asked("mini_storage", months=st.integers(1, 36)),
)


@given(REQUESTS)
def test_the_total_is_the_sum_of_the_lines_and_of_the_roll_ups(request: PriceRequest) -> None:
    found = price(CATALOG, request, NOW)
    assert found.total_cents == sum(line.quantity * line.unit_amount_cents for line in found.lines)
    assert found.total_cents == sum(found.sum_of(kind) for kind in KINDS)


@given(REQUESTS)
def test_nothing_is_free_and_no_line_gives_money_back(request: PriceRequest) -> None:
    lines = price(CATALOG, request, NOW).lines
    assert all(line.amount_cents > 0 for line in lines)
    assert lines[0].kind == "base"


@given(REQUESTS)
def test_every_line_says_what_and_why(request: PriceRequest) -> None:
    for line in price(CATALOG, request, NOW).lines:
        assert line.code.isascii()
        assert line.label
        assert line.reason.endswith(".")


@given(REQUESTS)
def test_the_same_request_at_the_same_catalogue_gives_the_same_lines(request: PriceRequest) -> None:
    earlier = NOW - timedelta(days=200)
    assert price(CATALOG, request, NOW) == price(CATALOG, request, earlier)


@given(DAYS, st.integers(1, 19))
def test_more_bags_are_never_cheaper(day: date, bags: int) -> None:
    fewer = priced("blade_luggage", day, bag_count=bags)
    assert priced("blade_luggage", day, bag_count=bags + 1).total_cents >= fewer.total_cents


@given(DAYS, st.integers(1, 199))
def test_more_deliveries_are_never_cheaper(day: date, count: int) -> None:
    fewer = priced("standard_delivery", day, standard_delivery_item_count=count)
    assert priced("standard_delivery", day, standard_delivery_item_count=count + 1).total_cents >= fewer.total_cents


@given(DAYS, st.lists(st.sampled_from(list(ITEMS.values())), min_size=1, max_size=20), st.randoms())
def test_the_order_of_items_does_not_matter(day: date, items: list[str], chance: random.Random) -> None:
    shuffled = chance.sample(items, len(items))
    ordered = priced("specialty_item", day, specialty_item_ids=tuple(items))
    assert priced("specialty_item", day, specialty_item_ids=tuple(shuffled)) == ordered


@given(REQUESTS)
def test_a_date_rule_never_touches_organizing_insurance_or_geography(request: PriceRequest) -> None:
    found = price(CATALOG, request, NOW)
    assert found.sum_of("date_surcharge") <= max(found.sum_of("base") * 15 // 100, 17_500)
