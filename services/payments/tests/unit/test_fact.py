"""Stripe's objects mean the same to us whether a webhook brings them or we ask."""

from __future__ import annotations

from typing import Any

import pytest
from payments.domain.decline import OTHERWISE, words_for
from payments.domain.fact import fact_of_intent


def intent(status: str, **changes: Any) -> dict[str, Any]:
    return {"id": "pi_1", "status": status, "metadata": {"payment_id": "p"}, "amount_received": 0, **changes}


def test_a_captured_intent_is_money() -> None:
    fact = fact_of_intent(intent("succeeded", latest_charge="ch_1", amount_received=104500))
    assert fact is not None
    assert (fact.kind, fact.charge_id, fact.amount_cents, fact.payment_id) == ("succeeded", "ch_1", 104500, "p")


def test_an_expanded_charge_is_the_same_charge() -> None:
    fact = fact_of_intent(intent("succeeded", latest_charge={"id": "ch_1"}))
    assert fact is not None
    assert fact.charge_id == "ch_1"


def test_a_fresh_intent_says_nothing() -> None:
    assert fact_of_intent(intent("requires_payment_method")) is None


def test_a_declined_try_is_told_in_a_customers_words() -> None:
    error = {"code": "card_declined", "decline_code": "insufficient_funds", "message": "internal: bank 42 said 51"}
    fact = fact_of_intent(intent("requires_payment_method", last_payment_error=error))
    assert fact is not None
    assert fact.kind == "failed"
    assert "insufficient funds" in fact.failure_reason
    assert "bank 42" not in fact.failure_reason


@pytest.mark.parametrize("error", [{"code": "card_declined"}, {"code": "brand_new", "decline_code": "never_heard_of"}])
def test_an_unknown_reason_has_words_too(error: dict[str, str]) -> None:
    assert words_for(error) == OTHERWISE


def test_a_stolen_card_is_not_told_that_it_is() -> None:
    assert "stolen" not in words_for({"decline_code": "stolen_card"})
