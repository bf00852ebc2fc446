"""The table of states and facts: complete, and never backwards."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from booking.domain.checkout import checkout_table
from booking.domain.lifecycle import PAYABLE, TRANSITIONS, Fact, Status, lifecycle_table, transition

README = Path(__file__).parents[2] / "README.md"

OVER = {Status.CANCELLED, Status.EXPIRED}
PAID_OR_LATER = {Status.PAID, Status.SCHEDULED, Status.IN_PROGRESS, Status.COMPLETED}


def test_every_fact_has_an_answer_in_every_state() -> None:
    assert set(TRANSITIONS) == set(itertools.product(Status, Fact))


@pytest.mark.parametrize("status", [Status.PENDING, Status.CONFIRMED])
def test_a_payment_turns_a_waiting_booking_paid(status: Status) -> None:
    assert transition(status, Fact.PAYMENT_SUCCEEDED).to == Status.PAID


@pytest.mark.parametrize("status", sorted(PAID_OR_LATER))
def test_a_payment_told_again_changes_nothing(status: Status) -> None:
    after = transition(status, Fact.PAYMENT_SUCCEEDED)
    assert (after.to, after.is_noted) == (status, False)


@pytest.mark.parametrize("status", sorted(OVER))
def test_a_payment_that_comes_too_late_is_noted_and_revives_nothing(status: Status) -> None:
    after = transition(status, Fact.PAYMENT_SUCCEEDED)
    assert (after.to, after.is_noted) == (status, True)


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.PENDING}))
def test_only_a_pending_booking_expires(status: Status) -> None:
    assert transition(status, Fact.PAYMENT_TIME_OVER).to == status
    assert transition(Status.PENDING, Fact.PAYMENT_TIME_OVER).to == Status.EXPIRED


def test_no_order_of_facts_takes_a_paid_booking_back() -> None:
    for facts in itertools.permutations([Fact.PAYMENT_TIME_OVER, Fact.PAYMENT_SUCCEEDED, Fact.PAYMENT_TIME_OVER]):
        status = Status.PENDING
        for fact in facts:
            after = transition(status, fact).to
            assert not (status in PAID_OR_LATER and after not in PAID_OR_LATER)
            status = after


def test_only_waiting_bookings_can_be_paid() -> None:
    assert {Status.PENDING, Status.CONFIRMED} == PAYABLE


def test_the_readme_shows_the_lifecycle_and_the_checkout_as_they_are() -> None:
    readme = README.read_text()
    assert lifecycle_table() in readme
    assert checkout_table() in readme
