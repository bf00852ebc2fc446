"""Confirming at the sandbox answers with what the webhook of this very try brought."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from chassis.refusal import Conflict, NotFound
from payments.actions.confirm_at_sandbox import confirm_at_sandbox
from payments_stage import Stage


async def confirm(stage: Stage, intent_id: str, outcome: str) -> Any:
    """Confirms while the webhooks it causes are carried over."""
    asked = asyncio.create_task(confirm_at_sandbox(stage.database, stage.sandbox, intent_id, outcome, ""))
    known = {row.id for row in await stage.rows("SELECT id FROM webhook_event")}
    while not asked.done():
        for event in await stage.events():
            if event["id"] not in known:
                await stage.webhook(event)
        await stage.process_all()
    return await asked


async def test_a_success_after_a_decline_is_answered_as_a_success(stage: Stage) -> None:
    intent = (await stage.start(stage.counter.open())).payment.stripe_payment_intent_id
    assert (await confirm(stage, intent, "failed")).status == "failed"
    assert (await confirm(stage, intent, "succeeded")).status == "succeeded"


async def test_what_is_paid_can_not_be_confirmed_again(stage: Stage) -> None:
    intent = (await stage.start(stage.counter.open())).payment.stripe_payment_intent_id
    await confirm(stage, intent, "succeeded")
    with pytest.raises(Conflict):
        await confirm(stage, intent, "succeeded")


async def test_without_a_sandbox_there_is_nothing_to_confirm(stage: Stage) -> None:
    with pytest.raises(NotFound):
        await confirm_at_sandbox(stage.database, "", "pi_1", "succeeded", "")


async def test_a_live_key_never_uses_the_sandbox(stage: Stage) -> None:
    settings = stage.desk.settings
    assert settings.sandbox_url() == stage.sandbox
    live = settings.model_copy(update={"stripe_api_key": type(settings.stripe_api_key)("sk_live_123456")})
    assert live.sandbox_url() == ""
