"""The sandbox answers the real SDK as Stripe does."""

from __future__ import annotations

from typing import Any

import pytest
import stripe

ORDER = {
    "amount": 104_500,
    "currency": "usd",
    "automatic_payment_methods": {"enabled": True},
    "metadata": {"booking_id": "b1"},
}


def test_a_card_is_charged(sandbox: Any) -> None:
    client = sandbox.client()
    intent = client.payment_intents.create(ORDER)
    assert (intent.status, intent.amount_received) == ("requires_payment_method", 0)
    paid = client.payment_intents.confirm(intent.id, {"payment_method": "pm_card_visa"})
    assert (paid.status, paid.amount_received) == ("succeeded", 104_500)
    seen = client.payment_intents.retrieve(intent.id, {"expand": ["latest_charge"]})
    assert (seen.latest_charge.amount, seen.latest_charge.paid) == (104_500, True)


def test_a_declined_card_says_why_and_another_may_follow(sandbox: Any) -> None:
    client = sandbox.client()
    intent = client.payment_intents.create(ORDER)
    with pytest.raises(stripe.CardError) as declined:
        client.payment_intents.confirm(intent.id, {"payment_method": "pm_card_chargeDeclinedInsufficientFunds"})
    assert (declined.value.http_status, declined.value.code) == (402, "card_declined")
    again = client.payment_intents.retrieve(intent.id)
    assert again.status == "requires_payment_method"
    assert again.last_payment_error["decline_code"] == "insufficient_funds"
    assert client.payment_intents.confirm(intent.id, {"payment_method": "pm_card_visa"}).status == "succeeded"


def test_a_challenged_card_waits_for_its_owner(sandbox: Any) -> None:
    client = sandbox.client()
    intent = client.payment_intents.create(ORDER)
    waiting = client.payment_intents.confirm(intent.id, {"payment_method": "pm_card_threeDSecure2Required"})
    assert (waiting.status, waiting.next_action["type"]) == ("requires_action", "redirect_to_url")


def test_a_refund_never_exceeds_what_was_captured(sandbox: Any) -> None:
    client = sandbox.client()
    intent = client.payment_intents.create(ORDER)
    client.payment_intents.confirm(intent.id, {"payment_method": "pm_card_visa"})
    client.refunds.create({"payment_intent": intent.id, "amount": 100_000})
    with pytest.raises(stripe.InvalidRequestError):
        client.refunds.create({"payment_intent": intent.id, "amount": 4_501})
    client.refunds.create({"payment_intent": intent.id})
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.refunds.create({"payment_intent": intent.id})
    assert refused.value.code == "charge_already_refunded"


def test_the_same_key_gives_the_same_answer_and_never_a_second_intent(sandbox: Any) -> None:
    client = sandbox.client()
    first = client.payment_intents.create(ORDER, {"idempotency_key": "one"})
    again = client.payment_intents.create(ORDER, {"idempotency_key": "one"})
    assert again.id == first.id
    assert again._last_response.headers["Idempotent-Replayed"] == "true"
    with pytest.raises(stripe.IdempotencyError):
        client.payment_intents.create({**ORDER, "amount": 50_000}, {"idempotency_key": "one"})
    assert len(client.payment_intents.list().data) == 1


def test_a_refused_request_is_not_remembered_under_its_key(sandbox: Any) -> None:
    client = sandbox.client()
    with pytest.raises(stripe.InvalidRequestError):
        client.payment_intents.create({"currency": "usd"}, {"idempotency_key": "two"})
    assert client.payment_intents.create(ORDER, {"idempotency_key": "two"}).id


@pytest.mark.parametrize(
    ("parameters", "code", "parameter"),
    [
        ({**ORDER, "colour": "blue"}, "parameter_unknown", "colour"),
        ({"currency": "usd"}, "parameter_missing", "amount"),
        ({**ORDER, "amount": "12.50"}, "parameter_invalid_integer", "amount"),
        ({**ORDER, "amount": 1}, "amount_too_small", "amount"),
    ],
)
def test_wrong_parameters_are_refused_by_name(sandbox: Any, parameters: Any, code: str, parameter: str) -> None:
    with pytest.raises(stripe.InvalidRequestError) as refused:
        sandbox.client().payment_intents.create(parameters)
    assert (refused.value.code, refused.value.param) == (code, parameter)


def test_unknown_ids_and_keys_are_refused(sandbox: Any) -> None:
    with pytest.raises(stripe.InvalidRequestError) as refused:
        sandbox.client().payment_intents.retrieve("pi_nobody")
    assert (refused.value.http_status, refused.value.code) == (404, "resource_missing")
    with pytest.raises(stripe.AuthenticationError):
        sandbox.client("sk_test_wrong").payment_intents.list()


def test_what_is_paid_can_neither_be_cancelled_nor_paid_again(sandbox: Any) -> None:
    client = sandbox.client()
    intent = client.payment_intents.create(ORDER)
    client.payment_intents.confirm(intent.id, {"payment_method": "pm_card_visa"})
    for late in (client.payment_intents.cancel, client.payment_intents.confirm):
        with pytest.raises(stripe.InvalidRequestError) as refused:
            late(intent.id, {"payment_method": "pm_card_visa"} if late == client.payment_intents.confirm else {})
        assert refused.value.code == "payment_intent_unexpected_state"


def test_intents_are_listed_by_page_and_found_by_metadata(sandbox: Any) -> None:
    client = sandbox.client()
    made = [client.payment_intents.create({**ORDER, "metadata": {"booking_id": f"b{n}"}}).id for n in range(5)]
    listed = [intent.id for intent in client.payment_intents.list({"limit": 2}).auto_paging_iter()]
    assert listed == made[::-1]
    (found,) = client.payment_intents.search({"query": "metadata['booking_id']:'b3'"}).data
    assert found.id == made[3]


def test_a_card_is_saved_for_a_customer(sandbox: Any) -> None:
    client = sandbox.client()
    customer = client.customers.create({"email": "ada@example.com"})
    setup = client.setup_intents.create({"customer": customer.id})
    client.setup_intents.confirm(setup.id, {"payment_method": "pm_card_visa"})
    (method,) = client.payment_methods.list({"customer": customer.id}).data
    assert method.card.last4 == "4242"
    client.payment_methods.detach(method.id)
    assert client.payment_methods.list({"customer": customer.id}).data == []
