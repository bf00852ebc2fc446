"""Storage is billed each month; a card that fails is tried again, then the storage is suspended until it is paid."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from payments.actions.keep_card import set_default
from payments.actions.plan_storage import end_storage, start_storage
from payments.actions.send_cards import send_next_default
from payments.actions.send_storage import retry_next_invoice, send_next_plan
from payments_stage import Stage
from saved_cards import save
from totetaxi.booking.v1.booking_pb2 import BookingSummary

MONTHLY = 15_000


async def plan(stage: Stage, summary: BookingSummary, cents: int = MONTHLY, version: int = 1) -> None:
    """What booking says, twice, and what the clock then does."""
    for _ in range(2):
        async with stage.database.transaction() as connection:
            await start_storage(connection, summary, cents, version, stage.now())
    await send(stage)


async def send(stage: Stage) -> None:
    for step in (send_next_default, send_next_plan):
        while await step(stage.database, stage.desk.stripe, stage.now()):
            pass
    await stage.hear_all()


def storage_of(customer: UUID) -> BookingSummary:
    return BookingSummary(id=str(uuid4()), booking_number="TT-STORED", customer_id=str(customer))


async def stored(stage: Stage, card: str) -> tuple[UUID, BookingSummary]:
    customer = uuid4()
    summary = storage_of(customer)
    await save(stage, customer, card)
    await plan(stage, summary)
    return customer, summary


async def a_month_passes(stage: Stage) -> None:
    (found,) = await stage.rows("SELECT stripe_subscription_id AS id FROM storage_plan")
    await stage.act(f"subscriptions/{found.id}/advance")
    await stage.hear_all()


async def invoices(stage: Stage) -> list[Any]:
    return await stage.rows("SELECT * FROM invoice ORDER BY created_at, id")


async def try_again(stage: Stage, days: float) -> None:
    later = stage.now() + timedelta(days=days)
    await retry_next_invoice(stage.database, stage.desk.stripe, later)
    await stage.hear_all()


async def test_each_month_is_charged_mirrored_and_booked_as_storages_revenue(stage: Stage) -> None:
    await stored(stage, "pm_card_visa")
    await a_month_passes(stage)
    assert [(one.status, one.amount_cents) for one in await invoices(stage)] == [("paid", MONTHLY)] * 2
    assert (await stage.said()).count("invoice.paid") == 2
    balances = await stage.balances()
    assert (balances["revenue"], balances["receivable"]) == (-2 * MONTHLY, 0)
    rows = await stage.rows("SELECT DISTINCT service_type FROM ledger_movement WHERE kind = 'invoice'")
    assert [row.service_type for row in rows] == ["mini_storage"]
    assert len((await stage.ask("/v1/subscriptions"))["data"]) == 1


async def test_a_storage_waits_until_stripe_knows_the_usual_card(stage: Stage) -> None:
    customer = uuid4()
    await save(stage, customer, "pm_card_visa")
    async with stage.database.transaction() as connection:
        await start_storage(connection, storage_of(customer), MONTHLY, 1, stage.now())
    assert await send_next_plan(stage.database, stage.desk.stripe, stage.now()) == 0
    await send(stage)
    assert [one.status for one in await invoices(stage)] == ["paid"]


async def test_what_is_owed_is_not_tried_before_stripe_knows_the_other_card(stage: Stage) -> None:
    customer, _ = await stored(stage, "pm_card_chargeCustomerFail")
    newer = next(card for card in await save(stage, customer, "pm_card_visa") if not card.is_default)
    await set_default(stage.database, customer, newer.id, stage.now())
    assert await retry_next_invoice(stage.database, stage.desk.stripe, stage.now()) == 0
    await send(stage)
    await try_again(stage, 0)
    assert [one.status for one in await invoices(stage)] == ["paid"]


async def test_a_card_that_fails_is_tried_on_the_days_that_are_set_and_then_it_is_suspended(stage: Stage) -> None:
    await stored(stage, "pm_card_chargeCustomerFail")
    tries = [(await invoices(stage))[0].attempts]
    for days in (2.9, 3.1, 5.1, 7.1):
        await try_again(stage, days)
        tries.append((await invoices(stage))[0].attempts)
    assert tries == [1, 1, 2, 3, 4]
    (row,) = await stage.rows("SELECT status FROM storage_plan")
    assert row.status == "suspended"
    said = await stage.said()
    assert (said.count("invoice.failed"), said.count("storage.suspended")) == (4, 1)
    assert (await invoices(stage))[0].next_attempt_at is None


async def test_another_card_pays_what_is_owed_at_once_and_ends_the_suspension(stage: Stage) -> None:
    customer, _ = await stored(stage, "pm_card_chargeCustomerFail")
    for days in (3.1, 5.1, 7.1):
        await try_again(stage, days)
    newer = next(card for card in await save(stage, customer, "pm_card_visa") if not card.is_default)
    await set_usual(stage, customer, newer)
    await try_again(stage, 0)
    (invoice,) = await invoices(stage)
    (row,) = await stage.rows("SELECT status FROM storage_plan")
    assert (invoice.status, row.status) == ("paid", "active")
    assert (await stage.said())[-1] == "invoice.paid"


async def set_usual(stage: Stage, customer: UUID, card: Any) -> None:
    await set_default(stage.database, customer, card.id, stage.now())
    await send(stage)


async def test_another_price_is_prorated_and_older_news_of_the_price_change_nothing(stage: Stage) -> None:
    _, summary = await stored(stage, "pm_card_visa")
    await plan(stage, summary, 30_000, version=3)
    await plan(stage, summary, 20_000, version=2)
    await a_month_passes(stage)
    newest = (await invoices(stage))[-1]
    assert 44_000 <= newest.amount_cents <= 45_000


async def test_storage_that_ends_is_paid_to_the_end_of_its_month_and_no_further(stage: Stage) -> None:
    _, summary = await stored(stage, "pm_card_visa")
    async with stage.database.transaction() as connection:
        await end_storage(connection, summary, stage.now())
    await send(stage)
    (at_stripe,) = (await stage.ask("/v1/subscriptions"))["data"]
    assert (at_stripe["status"], at_stripe["cancel_at_period_end"]) == ("active", True)
    await a_month_passes(stage)
    (row,) = await stage.rows("SELECT status FROM storage_plan")
    assert (row.status, len(await invoices(stage))) == ("ended", 1)
