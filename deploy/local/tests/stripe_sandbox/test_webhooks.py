"""Webhooks are signed as Stripe signs, arrive in spite of refusals and restarts, and tell what happened."""

from __future__ import annotations

from typing import Any

import pytest
import stripe
from waiting import until

ORDER = {"amount": 104_500, "currency": "usd", "automatic_payment_methods": {"enabled": True}}


async def test_what_happened_is_told_and_signed(sandbox: Any, endpoint: Any) -> None:
    intent = sandbox.client().payment_intents.create(ORDER)
    sandbox.confirm(intent.id, "failed")
    sandbox.confirm(intent.id, "succeeded")
    await until(lambda: len(endpoint.received) == 5)
    told = [event.type for event in endpoint.events()]
    assert sorted(told) == [
        "charge.failed",
        "charge.succeeded",
        "payment_intent.created",
        "payment_intent.payment_failed",
        "payment_intent.succeeded",
    ]
    assert all(event.api_version == stripe.api_version for event in endpoint.events())


async def test_a_changed_body_is_not_signed(sandbox: Any, endpoint: Any) -> None:
    sandbox.client().payment_intents.create(ORDER)
    await until(lambda: endpoint.received)
    body, signature = endpoint.received[0]
    with pytest.raises(stripe.SignatureVerificationError):
        stripe.Webhook.construct_event(body + b" ", signature, "whsec_for_tests_only")  # type: ignore[no-untyped-call]


async def test_a_refused_webhook_comes_again(sandbox: Any, endpoint: Any) -> None:
    endpoint.refuse_next = 2
    sandbox.client().payment_intents.create(ORDER)
    await until(lambda: endpoint.received)
    assert endpoint.refuse_next == 0


async def test_a_sandbox_killed_before_it_told_tells_after_it_is_back(sandbox: Any, endpoint: Any) -> None:
    endpoint.refuse_next = 1_000
    intent = sandbox.client().payment_intents.create(ORDER)
    sandbox.confirm(intent.id, "succeeded")
    sandbox.kill()
    endpoint.refuse_next = 0
    await sandbox.start()
    assert sandbox.client().payment_intents.retrieve(intent.id).status == "succeeded"
    await until(lambda: "payment_intent.succeeded" in {event.type for event in endpoint.events()})


async def test_webhooks_can_be_lost_and_doubled_on_purpose(sandbox: Any, endpoint: Any) -> None:
    sandbox.misbehave(drop=1.0)
    sandbox.client().payment_intents.create(ORDER)
    sandbox.misbehave(drop=0.0, duplicate=1.0)
    kept = sandbox.client().payment_intents.create(ORDER)
    await until(lambda: [event.data.object.id for event in endpoint.events()].count(kept.id) == 2)
