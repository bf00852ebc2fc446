"""Every type that Stripe may send: what concerns us takes effect, the rest is kept, and none holds up the others."""

from __future__ import annotations

import argparse
import json
import time
from typing import Any
from uuid import uuid4

import pytest
from chassis.refusal import Invalid
from payments.__main__ import SERVICE
from payments.actions.plan_storage import start_storage
from payments.actions.receive_webhook import receive_webhook
from payments.actions.send_cards import send_next_default
from payments.actions.send_storage import send_next_plan
from payments_stage import SECRET, Stage
from saved_cards import save
from stripe_sandbox.webhooks import signature
from totetaxi.booking.v1.booking_pb2 import BookingSummary

UNHANDLED = (
    "payment_intent.processing",
    "payment_intent.partially_funded",
    "payment_intent.amount_capturable_updated",
    "setup_intent.created",
    "setup_intent.requires_action",
    "setup_intent.setup_failed",
    "setup_intent.canceled",
    "customer.created",
    "customer.subscription.trial_will_end",
    "customer.subscription.paused",
    "customer.subscription.resumed",
    "customer.subscription.pending_update_applied",
    "invoice.upcoming",
    "invoice.sent",
    "invoice.updated",
    "invoice.overdue",
    "invoice.payment_action_required",
    "invoice_payment.paid",
    "charge.updated",
    "charge.failed",
    "balance.available",
    "radar.early_fraud_warning.created",
    "a.type.that.stripe.has.not.thought.of.yet",
)


async def a_month_of_everything(stage: Stage) -> dict[str, dict[str, Any]]:
    """A paid booking, a saved card and a billed storage: the newest object of each kind, as Stripe has it."""
    customer = uuid4()
    await save(stage, customer)
    booking = BookingSummary(id=str(uuid4()), booking_number="TT-STORED", customer_id=str(customer))
    async with stage.database.transaction() as connection:
        await start_storage(connection, booking, 15_000, 1, stage.now())
    for step in (send_next_default, send_next_plan):
        while await step(stage.database, stage.desk.stripe, stage.now()):
            pass
    await stage.paid()
    return {event["type"].rpartition(".")[0]: event["data"]["object"] for event in await stage.events()}


async def tell(stage: Stage, event_type: str, subject: dict[str, Any]) -> str:
    event = {"id": f"evt_{uuid4().hex}", "type": event_type, "created": int(time.time()), "data": {"object": subject}}
    await stage.webhook(event)
    await stage.process_all()
    return str(event["id"])


async def test_types_that_change_nothing_are_kept_and_processed_whatever_they_carry(stage: Stage) -> None:
    objects = await a_month_of_everything(stage)
    assert {"payment_intent", "setup_intent", "invoice", "customer.subscription", "payment_method"} <= set(objects)
    before = await stage.said()
    told = {
        await tell(stage, event_type, without_id(event_type, objects.get(event_type.rpartition(".")[0], {"id": "x"})))
        for event_type in UNHANDLED
    }
    rows = await stage.rows("SELECT id, type, last_error FROM webhook_event WHERE processed_at IS NULL")
    assert [(row.type, row.last_error) for row in rows] == []
    assert told <= {row.id for row in await stage.rows("SELECT id FROM webhook_event")}
    assert await stage.said() == before


def without_id(event_type: str, subject: dict[str, Any]) -> dict[str, Any]:
    """An invoice that is only foreseen has no id yet."""
    if event_type != "invoice.upcoming":
        return subject
    return {name: value for name, value in subject.items() if name != "id"}


async def test_an_account_at_a_bank_that_is_attached_is_kept_by_its_kind(stage: Stage) -> None:
    customer = uuid4()
    await save(stage, customer)
    (kept,) = await stage.rows("SELECT stripe_customer_id FROM stripe_customer")
    account = {"id": "pm_bank", "type": "us_bank_account", "customer": kept.stripe_customer_id}
    await tell(stage, "payment_method.attached", account)
    assert await stage.rows("SELECT 1 FROM webhook_event WHERE processed_at IS NULL") == []
    assert len(await stage.rows("SELECT 1 FROM payment_method WHERE brand = 'us_bank_account'")) == 1


async def test_a_subscription_that_stripe_ended_ends_the_storages_billing(stage: Stage) -> None:
    subscription = (await a_month_of_everything(stage))["customer.subscription"]
    await tell(stage, "customer.subscription.deleted", subscription | {"status": "canceled"})
    (plan,) = await stage.rows("SELECT status FROM storage_plan")
    assert plan.status == "ended"


@pytest.mark.parametrize(("age_seconds", "is_believed"), [(290, True), (310, False)])
async def test_a_signature_is_believed_for_five_minutes(stage: Stage, age_seconds: int, is_believed: bool) -> None:
    payload = json.dumps({"id": "evt_1", "type": "customer.created", "data": {"object": {}}}).encode()
    signed = signature(payload, SECRET, int(time.time()) - age_seconds)
    hearing = receive_webhook(stage.database, stage.desk.settings, payload, signed, stage.now())
    if is_believed:
        assert await hearing is False
        return
    with pytest.raises(Invalid):
        await hearing
    assert await stage.rows("SELECT 1 FROM webhook_event") == []


@pytest.mark.parametrize("arguments", [["--id", "evt_1"], ["--since", "2020-01-01T00:00:00Z"]])
async def test_the_replay_command_says_how_many_will_be_processed_again(
    stage: Stage, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    subject = {"id": "x"}
    await stage.webhook({"id": "evt_1", "type": "customer.created", "created": 1, "data": {"object": subject}})
    await stage.process_all()
    command = SERVICE.commands["webhooks"]
    parser = argparse.ArgumentParser()
    command.arguments(parser)
    await command.run(stage.desk, parser.parse_args(["replay", *arguments]))
    assert capsys.readouterr().out == "1 webhooks will be processed again\n"
    assert len(await stage.rows("SELECT 1 FROM webhook_event WHERE processed_at IS NULL")) == 1


async def test_the_replay_command_wants_to_know_which(stage: Stage) -> None:
    with pytest.raises(Invalid):
        await SERVICE.commands["webhooks"].run(stage.desk, argparse.Namespace(id="", since=None))
