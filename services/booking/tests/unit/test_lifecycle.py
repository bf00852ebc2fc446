"""The table of states and facts: complete, and never backwards."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from booking.domain.checkout import checkout_table
from booking.domain.lifecycle import (
    ACT_TO,
    ACTS,
    HOLDING,
    PAYABLE,
    TRANSITIONS,
    Fact,
    Status,
    act,
    act_towards,
    allowed_statuses,
    lifecycle_table,
    transition,
)
from chassis.refusal import Conflict

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


def test_a_booking_goes_its_way_step_by_step() -> None:
    way = [Fact.CONFIRMED, Fact.PAYMENT_SUCCEEDED, Fact.SCHEDULED, Fact.STARTED, Fact.COMPLETED]
    status = Status.PENDING
    passed = [status := transition(status, fact).to for fact in way]
    assert passed == [Status.CONFIRMED, Status.PAID, Status.SCHEDULED, Status.IN_PROGRESS, Status.COMPLETED]


@pytest.mark.parametrize("fact", sorted(set(Fact) - ACTS))
def test_facts_are_never_refused(fact: Fact) -> None:
    assert not any(transition(status, fact).is_refused for status in Status)


@pytest.mark.parametrize("status", sorted(OVER | {Status.COMPLETED}))
def test_what_is_over_stays_over(status: Status) -> None:
    assert {transition(status, fact).to for fact in Fact} == {status}


@pytest.mark.parametrize("status", [Status.PENDING, Status.CONFIRMED])
def test_nothing_is_scheduled_before_it_is_paid(status: Status) -> None:
    with pytest.raises(Conflict, match="not paid yet") as refused:
        act(status, Fact.SCHEDULED)
    assert refused.value.faults[0].field == "status"


@pytest.mark.parametrize("wanted", [Status.PAID, Status.PENDING, Status.EXPIRED])
def test_nobody_sets_by_hand_what_only_money_or_time_brings(wanted: Status) -> None:
    with pytest.raises(Conflict, match="by hand"):
        act_towards(Status.PENDING, wanted)


def test_staff_are_told_what_they_can_do() -> None:
    assert allowed_statuses(Status.PAID) == [Status.SCHEDULED, Status.CANCELLED]
    assert allowed_statuses(Status.COMPLETED) == []
    assert all(transition(status, ACT_TO[to]).to == to for status in Status for to in allowed_statuses(status))


def test_a_booking_holds_its_place_until_it_is_called_off_or_expired() -> None:
    assert set(Status) - OVER == HOLDING


def test_only_waiting_bookings_can_be_paid() -> None:
    assert {Status.PENDING, Status.CONFIRMED} == PAYABLE


def test_the_readme_shows_the_lifecycle_and_the_checkout_as_they_are() -> None:
    readme = README.read_text()
    assert lifecycle_table() in readme
    assert checkout_table() in readme
