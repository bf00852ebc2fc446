"""What calling off gives back: free until 48 hours before, then half, nothing on the day; peak days are never free."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from booking.domain.change_policy import DEFAULT_POLICY, ChangePolicy, Pickup, cancellation_terms
from booking.domain.pickup import PickupWindow, window_begins
from chassis.clock import NEW_YORK
from hypothesis import given
from hypothesis import strategies as some

DAY = date(2027, 6, 10)
BEGINS = window_begins(DAY, PickupWindow.MORNING)
PLAIN = Pickup(BEGINS, is_peak=False)
PEAK = Pickup(BEGINS, is_peak=True)
PAID = 99_501


def new_york(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=NEW_YORK)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("now", "refund"),
    [
        (new_york(2027, 6, 8, 7, 59, 59), PAID),
        (new_york(2027, 6, 8, 8), 49_750),
        (new_york(2027, 6, 9, 23, 30), 49_750),
        (new_york(2027, 6, 10, 0, 0), 0),
        (new_york(2027, 6, 10, 0, 30), 0),
        (new_york(2027, 6, 12, 9), 0),
    ],
)
def test_free_until_48_hours_before_then_half_then_nothing(now: datetime, refund: int) -> None:
    terms = cancellation_terms(DEFAULT_POLICY, PLAIN, PAID, now)
    assert (terms.refund_cents, terms.kept_cents) == (refund, PAID - refund)


def test_a_peak_day_is_never_free() -> None:
    early = cancellation_terms(DEFAULT_POLICY, PEAK, PAID, new_york(2027, 1, 1))
    assert early.refund_cents == 49_750
    assert "busiest days" in early.reason
    lenient = ChangePolicy(is_peak_never_free=False)
    assert cancellation_terms(lenient, PEAK, PAID, new_york(2027, 1, 1)).refund_cents == PAID


def test_what_was_not_paid_is_called_off_for_nothing() -> None:
    terms = cancellation_terms(DEFAULT_POLICY, PLAIN, 0, new_york(2027, 6, 10, 9))
    assert (terms.refund_cents, terms.kept_cents, terms.holds_until) == (0, 0, None)


@pytest.mark.parametrize(
    ("begins", "free_until"),
    [
        (window_begins(date(2027, 3, 15), PickupWindow.MORNING), new_york(2027, 3, 13, 8)),
        (window_begins(date(2027, 11, 8), PickupWindow.MORNING), new_york(2027, 11, 6, 8)),
    ],
)
def test_48_hours_are_48_hours_on_the_clock_also_when_it_changes(begins: datetime, free_until: datetime) -> None:
    before = cancellation_terms(DEFAULT_POLICY, Pickup(begins, is_peak=False), PAID, free_until - timedelta(seconds=1))
    after = cancellation_terms(DEFAULT_POLICY, Pickup(begins, is_peak=False), PAID, free_until)
    assert (before.refund_cents, after.refund_cents) == (PAID, 49_750)


@given(
    paid=some.integers(0, 10_000_000),
    hours=some.integers(-100, 1000),
    late=some.integers(0, 10_000),
    same_day=some.integers(0, 10_000),
    is_peak=some.booleans(),
)
def test_never_more_than_was_paid_and_never_a_cent_lost(
    paid: int, hours: int, late: int, same_day: int, is_peak: bool
) -> None:
    policy = ChangePolicy(late_refund_basis_points=late, same_day_refund_basis_points=same_day)
    terms = cancellation_terms(policy, Pickup(BEGINS, is_peak), paid, BEGINS - timedelta(hours=hours))
    assert 0 <= terms.refund_cents <= paid
    assert terms.refund_cents + terms.kept_cents == paid


@given(first=some.integers(0, 500), later=some.integers(0, 500))
def test_waiting_never_gives_back_more(first: int, later: int) -> None:
    now, afterwards = BEGINS - timedelta(hours=first + later), BEGINS - timedelta(hours=first)
    before = cancellation_terms(DEFAULT_POLICY, PLAIN, PAID, now)
    after = cancellation_terms(DEFAULT_POLICY, PLAIN, PAID, afterwards)
    assert after.refund_cents <= before.refund_cents
