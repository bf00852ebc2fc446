"""A refund is decided once, and what failed or was rejected moves no money any more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from payments.domain.refund_fact import FAILED_OTHERWISE, STEPS, fact_of_refund, failure_words
from payments.domain.refund_states import HOLDING, REFUND_TRANSITIONS, RefundState, RefundStep, after_step

ALL_STEPS: tuple[RefundStep, ...] = ("approve", "reject", "send", "pending", "succeeded", "failed")


def replay(steps: list[RefundStep], begin: RefundState = "requested") -> RefundState:
    state = begin
    for step in steps:
        state = after_step(state, step) or state
    return state


@given(some.lists(some.sampled_from(ALL_STEPS)))
def test_nothing_is_completed_that_nobody_approved(steps: list[RefundStep]) -> None:
    if replay(steps) in {"completed", "failed", "processing"}:
        assert "approve" in steps


@given(some.lists(some.sampled_from(ALL_STEPS)))
def test_what_was_rejected_first_never_moves(steps: list[RefundStep]) -> None:
    assert replay(["reject", *steps]) == "rejected"


@given(some.lists(some.sampled_from(("pending", "succeeded", "failed"))).filter(lambda steps: "failed" in steps))
def test_a_failure_is_final_whatever_order_stripes_news_come_in(steps: list[RefundStep]) -> None:
    assert replay(steps, "processing") == "failed"


def test_what_is_over_holds_nothing_back() -> None:
    assert {state for state, steps in REFUND_TRANSITIONS.items() if not steps}.isdisjoint(HOLDING)


@pytest.mark.parametrize("status", STEPS)
def test_every_status_of_stripe_is_a_step(status: str) -> None:
    fact = fact_of_refund({"id": "re_1", "status": status, "payment_intent": {"id": "pi_1"}, "amount": 5, "created": 1})
    assert (fact.intent_id, fact.amount_cents, fact.refund_id) == ("pi_1", 5, "")


def test_staff_are_told_why_in_words() -> None:
    assert "dispute" in failure_words("charge_disputed")
    assert failure_words("never_heard_of") == FAILED_OTHERWISE
