"""What comes off at the end: never more than there is."""

from __future__ import annotations

import pytest
from first_catalog import CATALOG, NOW, SATURDAY, request
from options import EVERYTHING, promotion
from pricing.domain.conditions import Conditions, PromotionTerms
from pricing.domain.line import Price
from pricing.domain.price import price


def priced(terms: PromotionTerms | None = None, credit: int = 0, use_credit: bool = True) -> Price:
    """A petite mini move of 995 dollars with insurance for 50."""
    asked = request("mini_move", coi_required=True, use_credit=use_credit)
    return price(CATALOG, asked, NOW, Conditions(promotion=terms, available_credit_cents=credit))


@pytest.mark.parametrize(
    ("terms", "cents"),
    [
        (promotion(), -10_450),
        (promotion(basis_points=1), -10),
        (promotion(maximum_discount_cents=10_000), -10_000),
        (promotion(maximum_discount_cents=10_451), -10_450),
        (promotion(basis_points=0, fixed_amount_cents=5_000), -5_000),
        (promotion(basis_points=0, fixed_amount_cents=5_000, maximum_discount_cents=4_000), -4_000),
        (promotion(basis_points=0, fixed_amount_cents=999_999), -104_500),
        (promotion(basis_points=10_000), -104_500),
        (promotion(basis_points=0, fixed_amount_cents=104_450), -104_450),
        (promotion(basis_points=0, fixed_amount_cents=104_451), -104_500),
        (promotion(basis_points=9_999), -104_500),
    ],
)
def test_a_discount_takes_what_it_says_and_never_more_than_there_is(terms: PromotionTerms, cents: int) -> None:
    found = priced(terms)
    assert found.sum_of("discount") == cents
    assert found.total_cents == 104_500 + cents


def test_a_discount_names_its_code() -> None:
    line = priced(promotion()).lines[-1]
    assert (line.code, line.label, line.reason) == ("promotion", "Summer", "Discount code SUMMER was applied.")


def test_no_promotion_no_line() -> None:
    assert priced().sum_of("discount") == 0
    assert [line.kind for line in priced(promotion(basis_points=0)).lines] == ["base", "coi"]


def test_a_discount_is_taken_before_tax_and_leaves_the_tax() -> None:
    asked = request("mini_move", include_packing=True)
    everything_off = Conditions(promotion=promotion(basis_points=10_000))
    found = price(EVERYTHING, asked, NOW, everything_off)
    assert found.total_cents == found.sum_of("tax") == 11_550


@pytest.mark.parametrize(("credit", "spent"), [(0, 0), (1, 1), (104_500, 104_500), (999_999, 104_500), (-5, 0)])
def test_credit_is_spent_as_far_as_there_is_something_to_pay(credit: int, spent: int) -> None:
    found = priced(credit=credit)
    assert found.sum_of("credit") == -spent
    assert found.total_cents == 104_500 - spent


def test_credit_comes_last_and_only_when_it_was_asked_for() -> None:
    assert [line.kind for line in priced(promotion(), 100_000).lines] == ["base", "coi", "discount", "credit"]
    assert priced(promotion(), 100_000).total_cents == 0
    assert priced(credit=100_000, use_credit=False).sum_of("credit") == 0


def test_lines_come_in_the_order_they_are_shown() -> None:
    asked = request(
        "mini_move",
        SATURDAY,
        mini_move_package_id=CATALOG.mini_move_packages[1].id,
        pickup_zip_code="07030",
        include_packing=True,
        one_hour_window=True,
        use_credit=True,
    )
    found = price(EVERYTHING, asked, NOW, Conditions(4, promotion(), 5_000))
    kinds = [line.kind for line in found.lines]
    assert kinds == [
        "base",
        "date_surcharge",
        "demand",
        "demand",
        "geographic_surcharge",
        "organizing",
        "option",
        "tax",
        "discount",
        "credit",
    ]


@pytest.mark.parametrize(("credit", "left"), [(104_449, 51), (104_450, 50), (104_451, 50), (104_499, 50), (104_500, 0)])
def test_credit_pays_everything_or_leaves_what_a_card_can_be_charged(credit: int, left: int) -> None:
    found = priced(credit=credit)
    assert (found.total_cents, found.sum_of("credit")) == (left, left - 104_500)


def test_credit_that_is_not_asked_for_leaves_everything_to_pay() -> None:
    assert priced(credit=104_499, use_credit=False).total_cents == 104_500
