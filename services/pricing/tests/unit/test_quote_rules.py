"""A quote is good for the request it was made for, for its time, once; and what staff may write into one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from chassis.refusal import Conflict, Invalid
from first_catalog import ITEMS, NOW, TUESDAY, request
from pricing.domain.credit import earned_cents
from pricing.domain.custom_quote import CustomLine, CustomQuote, custom_price
from pricing.domain.quote import must_be_for, must_be_unused, must_hold

MOVE = request("mini_move", pickup_zip_code="10001", promotion_code="SUMMER")
CRIB, PELOTON = ITEMS["crib"], ITEMS["peloton"]


@pytest.mark.parametrize(
    ("service_type", "quoted", "booked"),
    [
        ("mini_move", {"pickup_zip_code": "10001"}, {"pickup_zip_code": "10001-2345"}),
        ("mini_move", {"delivery_zip_code": "11937-1234"}, {"delivery_zip_code": "11937-9876"}),
        ("mini_move", {"promotion_code": "SUMMER"}, {"promotion_code": " summer "}),
        ("blade_luggage", {"airport": "jfk", "airport_terminal": "b"}, {"airport": "JFK", "airport_terminal": "B"}),
        ("specialty_item", {"specialty_item_ids": (CRIB, PELOTON)}, {"specialty_item_ids": (PELOTON, CRIB)}),
    ],
)
def test_differences_that_mean_nothing_are_none(
    service_type: str, quoted: dict[str, Any], booked: dict[str, Any]
) -> None:
    must_be_for(request(service_type, **quoted), request(service_type, **booked), is_custom=False)


def test_a_quote_for_something_else_names_every_difference() -> None:
    other = request("mini_move", date(2027, 4, 14), pickup_zip_code="10002", promotion_code="", use_credit=True)
    with pytest.raises(Conflict) as refused:
        must_be_for(MOVE, other, is_custom=False)
    assert refused.value.slug == "quote_for_another_request"
    assert [fault.field for fault in refused.value.faults] == [
        "pickup_date",
        "pickup_zip_code",
        "promotion_code",
        "use_credit",
    ]


def test_a_custom_quote_is_for_its_service_and_day() -> None:
    quoted = request("mini_storage")
    must_be_for(quoted, request("mini_storage", months=9, pickup_zip_code="10001"), is_custom=True)
    with pytest.raises(Conflict):
        must_be_for(quoted, request("mini_storage", date(2027, 4, 14)), is_custom=True)


def test_a_quote_holds_until_its_last_moment_and_is_used_once() -> None:
    must_hold(NOW, NOW - timedelta(microseconds=1))
    with pytest.raises(Conflict):
        must_hold(NOW, NOW)
    must_be_unused(is_used=False)
    with pytest.raises(Conflict):
        must_be_unused(is_used=True)


def custom(*amounts: int, day: date = TUESDAY, valid: timedelta = timedelta(days=3)) -> CustomQuote:
    lines = tuple(CustomLine(f"Line of {amount}", 2, amount, "") for amount in amounts)
    return CustomQuote("b2b_popup", day, lines, NOW + valid, "", "staff", "")


def test_what_staff_add_is_the_base_and_what_they_take_off_a_discount() -> None:
    price = custom_price(custom(10_000, 0, -2_500), NOW)
    assert [(line.kind, line.amount_cents) for line in price.lines] == [
        ("base", 20_000),
        ("base", 0),
        ("discount", -5_000),
    ]
    assert price.total_cents == 15_000
    assert custom_price(custom(10_000, -10_000), NOW).total_cents == 0


@pytest.mark.parametrize(
    ("quote", "slug", "field"),
    [
        (custom(10_000, -10_001), "total_below_zero", "lines"),
        (custom(1, day=date(2027, 1, 1)), "pickup_in_the_past", "pickup_date"),
        (custom(1, valid=timedelta(0)), "validity_out_of_range", "valid_until"),
        (custom(1, valid=timedelta(days=90, seconds=1)), "validity_out_of_range", "valid_until"),
    ],
)
def test_staff_are_told_what_a_quote_may_be(quote: CustomQuote, slug: str, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        custom_price(quote, NOW)
    assert (refused.value.slug, refused.value.faults[0].field) == (slug, field)


@pytest.mark.parametrize(
    ("base", "paid", "rate", "earned"),
    [
        (99_500, 104_500, 100, 995),
        (99_999, 200_000, 150, 1_499),
        (99_500, 50_000, 100, 500),
        (99_500, 0, 100, 0),
        (1, 1, 0, 0),
    ],
)
def test_credit_is_earned_on_what_was_paid_of_the_base(base: int, paid: int, rate: int, earned: int) -> None:
    assert earned_cents(base, paid, rate) == earned
