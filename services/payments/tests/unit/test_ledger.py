"""Every movement adds up to zero, and says which accounts it moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from payments.domain import ledger
from payments.domain.dispute import is_news
from payments.domain.ledger import Entry, Sale

CENTS = some.integers(min_value=0, max_value=10_000_000)


def amounts(sides: tuple[Entry, ...]) -> dict[str, int]:
    return {side.account: side.amount_cents for side in sides}


@given(CENTS, CENTS, CENTS, CENTS)
def test_a_sale_adds_up_whatever_it_is_made_of(total: int, organizing: int, tax: int, credit: int) -> None:
    sides = ledger.sold(Sale(total, organizing, tax, credit))
    assert sum(side.amount_cents for side in sides) == 0


def test_a_move_with_packing_is_two_kinds_of_revenue() -> None:
    sides = amounts(ledger.sold(Sale(total_cents=244_500, organizing_cents=140_000)))
    assert sides == {"receivable": 244_500, "organizing_revenue": -140_000, "revenue": -104_500}


def test_what_credit_paid_is_revenue_and_no_money() -> None:
    sides = amounts(ledger.sold(Sale(total_cents=90_000, tax_cents=1_000, credit_cents=10_000)))
    assert sides == {"receivable": 90_000, "customer_credit": 10_000, "sales_tax": -1_000, "revenue": -99_000}


def test_a_payment_and_its_sale_leave_nothing_receivable() -> None:
    sides = [*ledger.captured(104_500), *ledger.sold(Sale(104_500))]
    assert sum(side.amount_cents for side in sides if side.account == "receivable") == 0


def test_a_refund_of_money_that_was_for_nothing_is_no_loss_of_revenue() -> None:
    assert amounts(ledger.refunded(100, was_for_something=False)) == {"receivable": 100, "cash_at_stripe": -100}
    assert amounts(ledger.refunded(100, was_for_something=True)) == {"refunds": 100, "cash_at_stripe": -100}


@given(CENTS)
def test_what_is_reversed_was_never_there(cents: int) -> None:
    sides = ledger.disputed(cents)
    assert sum(side.amount_cents for side in [*sides, *ledger.reverse(sides)] if side.account == "disputes") == 0


def test_a_movement_that_does_not_add_up_is_no_movement() -> None:
    with pytest.raises(ValueError, match="zero"):
        ledger.entries([("fees", 1), ("cash_at_stripe", -2)])


def test_a_decided_dispute_stays_decided() -> None:
    assert is_news("needs_response", "under_review")
    assert is_news("under_review", "lost")
    assert not any(is_news("won", told) for told in ("needs_response", "under_review", "lost"))
    assert not is_news("under_review", "needs_response")
