"""The reconciler: what never came is found, what differs is raised once, and what is young is left alone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from chassis.refusal import Conflict
from payments.actions.reconcile import reconcile_since
from payments.actions.resolve_difference import resolve_difference
from payments.reconciliation.window import Window
from payments_stage import Stage, acting


async def write(stage: Stage, statement: str) -> None:
    async with stage.database.transaction() as connection:
        await connection.exec_driver_sql(statement)


async def differences(stage: Stage) -> list[Any]:
    return await stage.rows("SELECT * FROM difference WHERE resolved_at IS NULL ORDER BY first_seen_at")


async def test_webhooks_that_never_came_are_found_and_applied(stage: Stage) -> None:
    started = await stage.start(stage.counter.open())
    await stage.card(started.payment.stripe_payment_intent_id)
    report = await stage.reconcile()
    (row,) = await stage.rows("SELECT status FROM payment")
    assert (row.status, report.lost) == ("succeeded", 3)
    assert await stage.said() == ["payment.succeeded", "reconciliation.differed"]
    again = await stage.reconcile()
    assert (again.lost, again.repaired, again.raised) == (0, 0, 0)
    assert (await stage.balances())["fees"] > 0


async def test_what_is_young_is_left_alone(stage: Stage) -> None:
    started = await stage.start(stage.counter.open())
    await stage.card(started.payment.stripe_payment_intent_id)
    report = await stage.reconcile(grace_seconds=30)
    assert (report.compared, report.lost, report.repaired) == (0, 0, 0)
    (row,) = await stage.rows("SELECT status FROM payment")
    assert row.status == "pending"


async def test_a_payment_is_brought_to_where_stripe_has_it_even_when_its_webhook_did_nothing(stage: Stage) -> None:
    payment = await stage.paid()
    await write(stage, "UPDATE payment SET status = 'pending'")
    report = await stage.reconcile()
    (row,) = await stage.rows("SELECT status FROM payment")
    assert (row.status, report.lost, report.repaired) == ("succeeded", 0, 1)
    assert payment.amount_cents == (await stage.balances())["cash_at_stripe"] + (await stage.balances())["fees"]


async def test_money_that_is_not_ours_is_raised_once(stage: Stage) -> None:
    await stage.paid()
    await write(stage, "DELETE FROM payment")
    assert (await stage.reconcile()).raised == 1
    assert (await stage.reconcile()).raised == 0
    (found,) = await differences(stage)
    assert (found.kind, found.amount_cents) == ("stranger", 104_500)
    assert (await stage.said()).count("payment.orphaned") == 1


async def test_an_intent_that_stripe_does_not_know_does_not_hide_a_lost_webhook(stage: Stage) -> None:
    lost = (await stage.start(stage.counter.open())).payment
    await write(stage, "UPDATE payment SET stripe_payment_intent_id = 'pi_unknown'")
    started = (await stage.start(stage.counter.open())).payment
    await stage.card(started.stripe_payment_intent_id)
    await stage.reconcile()
    states = {row.id: row.status for row in await stage.rows("SELECT id, status FROM payment")}
    assert (states[started.id], states[lost.id]) == ("succeeded", "pending")
    assert [(found.kind, found.payment_id) for found in await differences(stage)] == [("not_comparable", lost.id)]


async def test_a_wrong_amount_settles_nothing_and_is_seen_by_staff(stage: Stage) -> None:
    started = (await stage.start(stage.counter.open())).payment
    await stage.card(started.stripe_payment_intent_id)
    await write(stage, "UPDATE payment SET amount_cents = amount_cents + 1")
    assert (await stage.reconcile()).raised == 1
    assert (await stage.reconcile()).raised == 0
    (row,) = await stage.rows("SELECT status FROM payment")
    assert row.status == "pending"
    assert {found.kind for found in await differences(stage)} == {"not_comparable"}


async def test_money_that_we_believe_in_and_stripe_does_not_is_raised(stage: Stage) -> None:
    await stage.start(stage.counter.open())
    await write(stage, "UPDATE payment SET status = 'succeeded'")
    await stage.reconcile()
    assert [found.kind for found in await differences(stage)] == ["not_captured"]


async def test_a_movement_that_is_not_in_the_books_is_raised_until_it_is(stage: Stage) -> None:
    started = (await stage.start(stage.counter.open())).payment
    await stage.card(started.stripe_payment_intent_id)
    for event in await stage.events():
        await write(
            stage,
            "INSERT INTO webhook_event (id, type, payload, received_at, processed_at, next_attempt_at) "  # noqa: S608
            f"VALUES ('{event['id']}', 'x', '', now(), now(), now())",
        )
    await write(stage, "UPDATE payment SET status = 'succeeded'")
    await stage.reconcile()
    assert [found.kind for found in await differences(stage)] == ["not_in_books"]
    await stage.hear_all()
    await write(stage, "DELETE FROM webhook_event")
    await stage.reconcile()
    assert await differences(stage) == []


async def test_staff_say_what_became_of_a_difference(stage: Stage) -> None:
    await stage.paid()
    await write(stage, "DELETE FROM payment")
    await stage.reconcile()
    (found,) = await differences(stage)
    resolved = await acting("maria", resolve_difference(stage.database, found.id, "A test charge.", stage.now()))
    assert (resolved.resolved_by, resolved.resolution) == ("maria", "A test charge.")
    with pytest.raises(Conflict):
        await acting("maria", resolve_difference(stage.database, found.id, "Again.", stage.now()))


async def test_a_scheduled_comparison_goes_on_where_the_last_one_ended(stage: Stage) -> None:
    now = stage.now()
    await reconcile_since(stage.database, stage.desk.stripe, Window.at(now, 72, 30), now)
    later = now + timedelta(minutes=5)
    await reconcile_since(stage.database, stage.desk.stripe, Window.at(later, 72, 30), later)
    next_day = now + timedelta(hours=25)
    await reconcile_since(stage.database, stage.desk.stripe, Window.at(next_day, 72, 30), next_day)
    rows = await stage.rows("SELECT is_whole, compared_until - compared_from AS span FROM reconciliation ORDER BY 2")
    spans = [(row.is_whole, row.span) for row in rows]
    whole = timedelta(hours=72, seconds=-30)
    assert spans == [(False, timedelta(hours=1, minutes=5)), (True, whole), (True, whole)]
