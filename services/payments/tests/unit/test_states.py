"""A payment's state never goes back on an older fact, whatever order facts come in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from payments.domain.states import LIVE, TRANSITIONS, FactKind, State, after

FACTS: tuple[FactKind, ...] = ("created", "requires_action", "failed", "succeeded", "cancelled", "closed", "refunded")
STATES: tuple[State, ...] = tuple(TRANSITIONS)
FROM_STRIPE: tuple[FactKind, ...] = ("requires_action", "failed", "succeeded", "cancelled")


def replay(facts: list[FactKind], begin: State = "pending") -> State:
    state = begin
    for fact in facts:
        state = after(state, fact) or state
    return state


@given(some.lists(some.sampled_from(FROM_STRIPE)).filter(lambda facts: "succeeded" in facts))
def test_money_that_came_is_never_forgotten(facts: list[FactKind]) -> None:
    assert replay(facts) == "succeeded"


@given(some.lists(some.sampled_from(FACTS)).filter(lambda facts: "succeeded" in facts))
def test_money_that_came_is_kept_or_was_paid_back(facts: list[FactKind]) -> None:
    assert replay(facts) in {"succeeded", "refunded"}


@given(some.lists(some.sampled_from(FROM_STRIPE), min_size=1), some.integers(1, 5))
def test_facts_told_several_times_change_nothing_more(facts: list[FactKind], times: int) -> None:
    if "succeeded" in facts:
        assert replay(facts * times) == replay(facts)


@pytest.mark.parametrize("late", ["failed", "requires_action", "cancelled", "created", "closed"])
def test_a_late_fact_does_not_unpay(late: FactKind) -> None:
    assert after("succeeded", late) is None


def test_what_is_live_can_be_paid_and_what_is_over_cannot_come_back_to_life() -> None:
    assert all(after(state, "succeeded") == "succeeded" for state in LIVE)
    reachable = {after(state, fact) for state in ("succeeded", "refunded", "cancelled") for fact in FACTS}
    assert reachable.isdisjoint(LIVE)


def test_every_transition_leads_to_a_known_state() -> None:
    assert {state for row in TRANSITIONS.values() for state in row.values()} <= set(STATES)
