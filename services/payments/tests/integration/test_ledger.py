"""The books: money that came and went is in them once, they add up, and nobody can change them afterwards."""

from __future__ import annotations

import pytest
from paid_bookings import say_paid
from payments.actions.close_booking import close_booking
from payments_stage import Stage
from sqlalchemy.exc import DBAPIError, IntegrityError

FEE = 3_061
LOPSIDED = """
WITH added AS (
    INSERT INTO ledger_movement (id, kind, source, service_type, occurred_at)
    VALUES (gen_random_uuid(), 'fee', 'x', '', now()) RETURNING id
)
INSERT INTO ledger_entry
SELECT id, side.position, side.account, side.cents
FROM added, (VALUES (0, 'fees', 5), (1, 'cash_at_stripe', -4)) AS side (position, account, cents)
"""


async def test_a_paid_booking_is_cash_a_fee_and_two_kinds_of_revenue(stage: Stage) -> None:
    payment = await stage.paid()
    await say_paid(stage, payment)
    await stage.book_fees()
    assert await stage.balances() == {
        "cash_at_stripe": payment.amount_cents - FEE,
        "fees": FEE,
        "receivable": 0,
        "revenue": -(payment.amount_cents - 40_000),
        "organizing_revenue": -40_000,
    }
    (sale,) = await stage.rows("SELECT service_type FROM ledger_movement WHERE kind = 'booking'")
    assert sale.service_type == "mini_move"


async def test_orphaned_money_leaves_no_trace_in_revenue_or_refunds(stage: Stage) -> None:
    payment = await stage.paid()
    async with stage.database.transaction() as connection:
        await close_booking(connection, payment.booking_id, "expired", stage.now())
    await stage.send_refunds()
    assert await stage.balances() == {"cash_at_stripe": 0, "receivable": 0}


async def test_a_refund_that_comes_back_is_booked_back(stage: Stage) -> None:
    payment = await stage.paid()
    async with stage.database.transaction() as connection:
        await close_booking(connection, payment.booking_id, "cancelled", stage.now(), 50_000)
    await stage.send_refunds()
    assert (await stage.balances())["refunds"] == 50_000
    (sent,) = await stage.rows("SELECT stripe_refund_id FROM refund")
    await stage.act(f"refunds/{sent.stripe_refund_id}/fail")
    await stage.hear_all()
    assert await stage.balances() == {
        "cash_at_stripe": payment.amount_cents,
        "receivable": -payment.amount_cents,
        "refunds": 0,
    }


@pytest.mark.parametrize(("outcome", "held"), [("win", 0), ("lose", 104_500)])
async def test_a_dispute_takes_cash_and_a_won_one_brings_it_back(stage: Stage, outcome: str, held: int) -> None:
    payment = await stage.paid("pm_card_createDispute")
    (dispute,) = (await stage.ask("/v1/disputes"))["data"]
    assert (await stage.balances())["disputes"] == payment.amount_cents
    await stage.act(f"disputes/{dispute['id']}/{outcome}")
    for _ in range(2):
        await stage.hear_all()
    assert (await stage.balances())["disputes"] == held
    (row,) = await stage.rows("SELECT status, payment_id FROM dispute")
    assert (row.status, row.payment_id) == ("won" if outcome == "win" else "lost", payment.id)
    assert [fact for fact in await stage.said() if "dispute" in fact] == ["dispute.opened", "dispute.closed"]


async def test_the_database_refuses_a_movement_that_does_not_add_up(stage: Stage) -> None:
    with pytest.raises(IntegrityError, match="does not add up"):
        await write(stage, LOPSIDED)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_entry SET amount_cents = amount_cents * 2",
        "DELETE FROM ledger_entry",
        "UPDATE ledger_movement SET source = 'another'",
        "TRUNCATE ledger_movement CASCADE",
    ],
)
async def test_the_database_refuses_to_change_the_books(stage: Stage, statement: str) -> None:
    await stage.paid()
    with pytest.raises(DBAPIError, match="append-only"):
        await write(stage, statement)


async def write(stage: Stage, statement: str) -> None:
    async with stage.database.transaction() as connection:
        await connection.exec_driver_sql(statement)
