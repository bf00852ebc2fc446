"""Whether a code may be used: each refusal is one sentence at the code."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from chassis.refusal import Conflict, Invalid, Refusal
from first_catalog import NOW, priced
from options import promotion as terms
from pricing.domain import promotion as rules
from pricing.domain.promotion import History, Promotion
from pricing.domain.reductions import discount_lines

NEVER_BEFORE = History(0, has_other_booking=False)
SUMMER = Promotion(
    terms=terms(),
    minimum_spend_cents=50_000,
    service_types=frozenset({"mini_move", "standard_delivery"}),
    starts_at=NOW,
    ends_at=NOW + timedelta(days=30),
    total_limit=7,
    per_customer_limit=2,
    is_first_booking_only=False,
    use_count=0,
    created_by="staff",
    created_at=NOW,
)


def judge(
    history: History = NEVER_BEFORE, at: Any = NOW, service: str = "mini_move", spend: int = 50_000, **m: Any
) -> None:
    promotion = replace(SUMMER, **m)
    rules.must_be_current(promotion, at)
    rules.must_suit(promotion, service, spend)
    rules.must_be_left(promotion)
    rules.must_be_allowed(promotion, history)


@pytest.mark.parametrize(
    "case",
    [
        {},
        {"at": NOW + timedelta(days=30, seconds=-1)},
        {"ends_at": None, "at": NOW + timedelta(days=9_999)},
        {"service_types": frozenset(), "service": "mini_storage"},
        {"minimum_spend_cents": 0, "spend": 0},
        {"use_count": 6},
        {"total_limit": 0, "use_count": 9_999},
        {"history": History(1, has_other_booking=True)},
        {"per_customer_limit": 0, "history": History(99, has_other_booking=False)},
        {"is_first_booking_only": True},
    ],
)
def test_a_code_inside_all_its_limits_may_be_used(case: dict[str, Any]) -> None:
    judge(**case)


@pytest.mark.parametrize(
    ("case", "kind", "slug", "sentence"),
    [
        (
            {"at": NOW - timedelta(seconds=1)},
            Invalid,
            "promotion_not_begun",
            "The code SUMMER can be used from January 2, 2027, 10:00 AM New York time on.",
        ),
        (
            {"at": NOW + timedelta(days=30)},
            Invalid,
            "promotion_over",
            "The code SUMMER could be used until February 1, 2027, 10:00 AM New York time.",
        ),
        (
            {"service": "blade_luggage"},
            Invalid,
            "promotion_other_service",
            "The code SUMMER is for a mini move or a standard delivery, not for a blade luggage.",
        ),
        (
            {"spend": 49_999},
            Invalid,
            "promotion_minimum_spend",
            "The code SUMMER needs an order of at least $500.00 before tax; this one is $499.99.",
        ),
        ({"use_count": 7}, Conflict, "promotion_used_up", "The code SUMMER was used as often as it can be."),
        (
            {"history": History(2, has_other_booking=False)},
            Conflict,
            "promotion_used_by_you",
            "The code SUMMER can be used 2 times by each customer, and you have used it.",
        ),
        (
            {"per_customer_limit": 1, "history": History(1, has_other_booking=False)},
            Conflict,
            "promotion_used_by_you",
            "The code SUMMER can be used once by each customer, and you have used it.",
        ),
        (
            {"is_first_booking_only": True, "history": History(0, has_other_booking=True)},
            Conflict,
            "promotion_first_booking_only",
            "The code SUMMER is for a first booking, and you have one already.",
        ),
    ],
)
def test_a_code_that_may_not_be_used_says_why(
    case: dict[str, Any], kind: type[Refusal], slug: str, sentence: str
) -> None:
    with pytest.raises(kind) as refused:
        judge(**case)
    assert (refused.value.slug, refused.value.message) == (slug, sentence)
    assert [fault.field for fault in refused.value.faults] == ["promotion_code"]


def test_a_code_nobody_made_says_so() -> None:
    refusal = rules.unknown_code("SUMER")
    assert (refusal.slug, refusal.message) == (
        "promotion_unknown",
        "We don't know the code SUMER; please check its spelling.",
    )


@pytest.mark.parametrize("typed", ["summer", " SUMMER ", "Summer", "\tsummer\n"])
def test_letter_case_and_spaces_mean_nothing(typed: str) -> None:
    assert rules.normalised_code(typed) == "SUMMER"


def test_a_minimum_spend_looks_at_everything_before_tax_and_discounts() -> None:
    found = priced("mini_move", coi_required=True, include_packing=True)
    discounted = replace(found, lines=(*found.lines, *discount_lines(found.total_cents, terms())))
    assert rules.spend_cents(discounted) == found.total_cents == 99_500 + 5_000 + 140_000


@pytest.mark.parametrize(("basis_points", "cents"), [(0, 0), (1_000, 5_000)])
def test_a_promotion_is_a_percentage_or_an_amount(basis_points: int, cents: int) -> None:
    with pytest.raises(Invalid, match="either"):
        rules.must_take_something(basis_points, cents)


def test_a_promotion_ends_after_it_begins() -> None:
    rules.must_end_after(NOW, None)
    rules.must_end_after(NOW, NOW + timedelta(seconds=1))
    with pytest.raises(Invalid):
        rules.must_end_after(NOW, NOW)
