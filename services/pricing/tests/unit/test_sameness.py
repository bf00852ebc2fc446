"""A price that was written for another request is the price of this one, or it is not used."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from anything import CONDITIONS, DAYS, PLAIN, WITH_OPTIONS, catalogs
from chassis.refusal import Invalid
from first_catalog import CATALOG, ITEMS, SATURDAY, TUESDAY, request
from hypothesis import given
from hypothesis import strategies as st
from pricing.domain.catalog import Catalog
from pricing.domain.conditions import NO_CONDITIONS, Conditions
from pricing.domain.line import Price
from pricing.domain.price import timeless_price
from pricing.domain.request import PriceRequest
from pricing.domain.sameness import what_decides
from pricing.price_list import MOST_PRICES, PriceList
from pricing.price_messages import price_message
from totetaxi.pricing.v1.pricing_service_pb2 import BatchPreviewPricesResponse, PreviewPriceResponse

PRICES = PriceList(CATALOG, 1)
"""One for all examples: what one of them left there, the others find."""


ADDRESSES = st.sampled_from(["", "90210", "90210-1234", *CATALOG.areas])


def outcome(catalog: Catalog, request: PriceRequest, conditions: Conditions) -> Price | str:
    """The price, or why there is none."""
    try:
        return timeless_price(catalog, request, conditions)
    except Invalid as refusal:
        return refusal.message


@given(catalogs(), CONDITIONS, WITH_OPTIONS, WITH_OPTIONS, DAYS, ADDRESSES, ADDRESSES)
def test_what_decides_is_all_that_a_price_looks_at(
    catalog: Catalog,
    conditions: Conditions,
    one: PriceRequest,
    unlike: PriceRequest,
    day: date,
    pickup: str,
    delivery: str,
) -> None:
    alike = replace(one, pickup_date=day, pickup_zip_code=pickup, delivery_zip_code=delivery)
    for other in (alike, unlike):
        if what_decides(catalog, one) == what_decides(catalog, other):
            assert outcome(catalog, one, conditions) == outcome(catalog, other, conditions)


@given(PLAIN, CONDITIONS)
def test_a_price_of_the_list_is_the_price_however_it_came_there(request: PriceRequest, conditions: Conditions) -> None:
    expected = price_message(timeless_price(CATALOG, request, conditions), CATALOG, 1, request)
    written = PRICES.find(request, conditions)
    assert PreviewPriceResponse.FromString(written.preview).price == expected
    assert [result.price for result in BatchPreviewPricesResponse.FromString(written.result).results] == [expected]


def test_days_without_rules_and_addresses_of_one_area_come_to_the_same() -> None:
    one = request("mini_move", TUESDAY, pickup_zip_code="10001")
    assert what_decides(CATALOG, one) == what_decides(CATALOG, replace(one, pickup_date=date(2027, 4, 14)))
    assert what_decides(CATALOG, one) == what_decides(CATALOG, replace(one, pickup_zip_code="10003-1234"))
    for other in (
        replace(one, pickup_date=SATURDAY),
        replace(one, pickup_zip_code="11201"),
        replace(one, pickup_zip_code=""),
        replace(one, delivery_zip_code="10001"),
        replace(one, coi_required=True),
    ):
        assert what_decides(CATALOG, one) != what_decides(CATALOG, other)


def test_the_order_of_items_decides_nothing() -> None:
    crib, board = ITEMS["crib"], ITEMS["surfboard"]
    orders = [request("specialty_item", specialty_item_ids=ids) for ids in ((crib, board, crib), (crib, crib, board))]
    assert len({what_decides(CATALOG, each) for each in orders}) == 1


def test_an_address_we_do_not_serve_is_refused_whatever_was_priced_before() -> None:
    prices = PriceList(CATALOG, 1)
    for zip_code in ("", "10001", "90210", "60601"):
        assert prices.find(request("blade_luggage", pickup_zip_code=zip_code), NO_CONDITIONS) is not None
    prices.find(request("mini_move"), NO_CONDITIONS)
    for zip_code in ("90210", "60601"):
        with pytest.raises(Invalid, match=zip_code):
            prices.find(request("mini_move", pickup_zip_code=zip_code), NO_CONDITIONS)


def test_the_list_has_an_end() -> None:
    prices = PriceList(CATALOG, 1)
    for minutes in range(MOST_PRICES + 10):
        prices.find(request("mini_storage", estimated_minutes=minutes), NO_CONDITIONS)
    assert 0 < len(prices) <= MOST_PRICES
