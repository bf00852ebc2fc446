"""Refunds that fail later, disputes, and a balance that is the sum of everything that moved it."""

from __future__ import annotations

from typing import Any

import pytest
import requests
import stripe

ORDER = {"amount": 104_500, "currency": "usd", "automatic_payment_methods": {"enabled": True}}
FEE = 3_061


def paid(sandbox: Any, card: str = "pm_card_visa") -> Any:
    client = sandbox.client()
    intent = client.payment_intents.create(ORDER)
    return client.payment_intents.confirm(intent.id, {"payment_method": card})


def act(sandbox: Any, path: str) -> Any:
    return requests.post(f"{sandbox.url}/sandbox/{path}", timeout=5).json()


def balance(sandbox: Any) -> int:
    client = sandbox.client()
    movements = client.balance_transactions.list({"limit": 100}).data
    total = sum(movement.net for movement in movements)
    assert client.balance.retrieve().available[0]["amount"] == total
    return int(total)


def told(sandbox: Any) -> list[str]:
    return [event.type for event in reversed(sandbox.client().events.list({"limit": 100}).data)]


def test_a_payment_moves_the_balance_less_the_fee(sandbox: Any) -> None:
    paid(sandbox)
    assert balance(sandbox) == 104_500 - FEE


def test_a_refund_may_begin_pending_and_then_succeed(sandbox: Any) -> None:
    client = sandbox.client()
    refund = client.refunds.create({"payment_intent": paid(sandbox, "pm_card_pendingRefund").id})
    assert refund.status == "pending"
    act(sandbox, f"refunds/{refund.id}/succeed")
    assert client.refunds.retrieve(refund.id).status == "succeeded"
    assert told(sandbox)[-2:] == ["refund.updated", "charge.refund.updated"]
    assert balance(sandbox) == -FEE


def test_a_refund_that_fails_later_brings_the_money_back(sandbox: Any) -> None:
    client = sandbox.client()
    intent = paid(sandbox)
    refund = client.refunds.create({"payment_intent": intent.id})
    act(sandbox, f"refunds/{refund.id}/fail")
    assert client.refunds.retrieve(refund.id).status == "failed"
    assert client.charges.retrieve(intent.latest_charge).amount_refunded == 0
    assert told(sandbox)[-1] == "refund.failed"
    assert balance(sandbox) == 104_500 - FEE


def test_a_dispute_takes_the_money_and_a_fee_and_a_won_one_gives_the_money_back(sandbox: Any) -> None:
    client = sandbox.client()
    charge = paid(sandbox).latest_charge
    dispute = act(sandbox, f"charges/{charge}/dispute")
    assert balance(sandbox) == -FEE - 1_500
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.refunds.create({"charge": charge})
    assert refused.value.code == "charge_disputed"
    act(sandbox, f"disputes/{dispute['id']}/win")
    assert client.disputes.retrieve(dispute["id"]).status == "won"
    assert told(sandbox)[-2:] == ["charge.dispute.funds_reinstated", "charge.dispute.closed"]
    assert balance(sandbox) == 104_500 - FEE - 1_500


def test_a_lost_dispute_stays_lost(sandbox: Any) -> None:
    paid(sandbox, "pm_card_createDispute")
    (dispute,) = sandbox.client().disputes.list().data
    assert act(sandbox, f"disputes/{dispute.id}/lose")["status"] == "lost"
    assert "error" in act(sandbox, f"disputes/{dispute.id}/win")
    assert balance(sandbox) == -FEE - 1_500
