"""A payment that can't be compared is counted and shown, and the others are compared all the same."""

from __future__ import annotations

from datetime import timedelta

from payments.actions.reconcile import Report, Window, reconcile
from payments_stage import Stage


async def compare(stage: Stage) -> Report:
    """A reconciliation that leaves nothing out for being young."""
    later = stage.now() + timedelta(seconds=5)
    return await reconcile(stage.database, stage.desk.stripe, Window.at(later, 1, 0), later)


async def test_an_intent_that_stripe_does_not_know_does_not_hide_a_lost_webhook(stage: Stage) -> None:
    lost = (await stage.start(stage.counter.open())).payment
    async with stage.database.transaction() as connection:
        await connection.exec_driver_sql(
            "UPDATE payment SET stripe_payment_intent_id = 'pi_unknown', created_at = created_at - interval '1 minute'"
        )
    started = (await stage.start(stage.counter.open())).payment
    await stage.card(started.stripe_payment_intent_id)
    report = await compare(stage)
    states = {row.id: row.status for row in await stage.rows("SELECT id, status FROM payment")}
    assert (states[started.id], states[lost.id]) == ("succeeded", "pending")
    assert (report.repaired, report.failed) == (1, 1)


async def test_a_wrong_amount_is_raised_each_time_and_settles_nothing(stage: Stage) -> None:
    started = (await stage.start(stage.counter.open())).payment
    await stage.card(started.stripe_payment_intent_id)
    async with stage.database.transaction() as connection:
        await connection.exec_driver_sql("UPDATE payment SET amount_cents = amount_cents + 1")
    other = (await stage.start(stage.counter.open())).payment
    await stage.card(other.stripe_payment_intent_id)
    assert [(await compare(stage)).failed > 0 for _ in range(2)] == [True, True]
    states = {row.id: row.status for row in await stage.rows("SELECT id, status FROM payment")}
    assert (states[started.id], states[other.id]) == ("pending", "succeeded")
