"""Storage: its months as Stripe bills them, and how its bills stand whatever comes first."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from booking.domain.booking_number import new_storage_number, normalised_number
from booking.domain.storage import (
    InvoiceState,
    Period,
    Standing,
    StorageStatus,
    end_if_asked,
    is_further,
    must_be_as_shown,
    must_begin_soon,
    must_let_go,
    must_take_in,
    period_of,
    standing_of,
)
from chassis.refusal import Conflict, Invalid

TODAY = date(2027, 6, 15)


@pytest.mark.parametrize(
    ("start", "today", "first", "last"),
    [
        ("2027-06-15", "2027-06-15", "2027-06-15", "2027-07-14"),
        ("2027-06-15", "2027-07-14", "2027-06-15", "2027-07-14"),
        ("2027-06-15", "2027-07-15", "2027-07-15", "2027-08-14"),
        ("2027-01-31", "2027-02-27", "2027-01-31", "2027-02-27"),
        ("2027-01-31", "2027-02-28", "2027-02-28", "2027-03-30"),
        ("2027-01-31", "2027-03-31", "2027-03-31", "2027-04-29"),
        ("2027-12-20", "2028-01-19", "2027-12-20", "2028-01-19"),
        ("2028-02-29", "2029-02-28", "2029-02-28", "2029-03-28"),
        ("2027-08-01", "2027-06-15", "2027-08-01", "2027-08-31"),
    ],
)
def test_a_month_runs_from_the_day_it_began_to_the_day_before_the_next(
    start: str, today: str, first: str, last: str
) -> None:
    expected = Period(date.fromisoformat(first), date.fromisoformat(last))
    assert period_of(date.fromisoformat(start), date.fromisoformat(today)) == expected


@pytest.mark.parametrize("start", ["2027-01-31", "2027-06-15", "2028-02-29"])
def test_the_months_of_three_years_leave_no_day_out_and_count_none_twice(start: str) -> None:
    first = date.fromisoformat(start)
    day = first
    while day < first + timedelta(days=1096):
        period = period_of(first, day)
        assert period.first == day
        assert period_of(first, period.last) == period
        day = period.last + timedelta(days=1)


def test_what_never_began_ends_today_and_what_runs_ends_with_its_month() -> None:
    assert end_if_asked(StorageStatus.PLANNED, date(2027, 8, 1), TODAY) == TODAY
    assert end_if_asked(StorageStatus.ACTIVE, TODAY, TODAY) == date(2027, 7, 14)


def test_a_paid_bill_stays_paid_whatever_comes_late() -> None:
    assert is_further(None, InvoiceState.FAILED)
    assert is_further(InvoiceState.FAILED, InvoiceState.PAID)
    assert not any(is_further(InvoiceState.PAID, said) for said in InvoiceState)
    assert not is_further(InvoiceState.GIVEN_UP, InvoiceState.FAILED)


@pytest.mark.parametrize(
    ("states", "standing"),
    [
        ([], Standing.GOOD),
        ([InvoiceState.PAID], Standing.GOOD),
        ([InvoiceState.PAID, InvoiceState.FAILED], Standing.LATE),
        ([InvoiceState.GIVEN_UP, InvoiceState.FAILED, InvoiceState.PAID], Standing.SUSPENDED),
    ],
)
def test_the_worst_bill_says_how_all_stand(states: list[InvoiceState], standing: Standing) -> None:
    assert standing_of(states) is standing


def test_nothing_leaves_while_a_bill_is_given_up() -> None:
    must_let_go(Standing.LATE)
    with pytest.raises(Conflict, match="unpaid"):
        must_let_go(Standing.SUSPENDED)


def test_nothing_comes_into_what_is_over_and_no_more_than_there_is_room_for() -> None:
    must_take_in(StorageStatus.ACTIVE, 400, 100)
    with pytest.raises(Conflict):
        must_take_in(StorageStatus.ENDING, 0, 1)
    with pytest.raises(Invalid, match="at most 500") as refused:
        must_take_in(StorageStatus.ACTIVE, 450, 51)
    assert refused.value.faults[0].field == "items"


def test_storage_begins_neither_in_the_past_nor_in_two_years() -> None:
    must_begin_soon(TODAY, TODAY)
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=367)):
        with pytest.raises(Invalid) as refused:
            must_begin_soon(day, TODAY)
        assert refused.value.faults[0].field == "start_date"


def test_an_end_on_another_day_than_was_shown_is_asked_again() -> None:
    with pytest.raises(Conflict, match=r"July 14, 2027.*confirm"):
        must_be_as_shown(date(2027, 7, 14), date(2027, 6, 14))


def test_nobody_takes_a_storages_number_for_a_bookings() -> None:
    assert new_storage_number().startswith("TS-")
    assert normalised_number(new_storage_number()) is None
