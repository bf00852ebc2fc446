"""What staff see: payments, refunds and disputes by any filter, page after page, and what the books add up to."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from chassis.clock import new_york_date
from chassis.identifiers import new_id
from chassis.refusal import Invalid
from paid_bookings import say_paid
from payments.actions.close_booking import close_booking
from payments.actions.list_for_staff import list_page
from payments.actions.report_revenue import report_revenue
from payments.actions.view_booking_money import view_booking_money
from payments.actions.view_payment import view_payment
from payments.api.finance_api import FinanceApi
from payments.domain.revenue import total_of
from payments.finance_messages import payment_conditions
from payments.store.lists import PAYMENTS
from payments_stage import Stage, acting
from totetaxi.payments.v1 import finance_service_pb2 as rpc
from totetaxi.payments.v1 import payment_pb2


async def listed(stage: Stage, size: int = 50, token: str = "", **wanted: Any) -> Any:
    conditions = payment_conditions(rpc.PaymentFilter(**wanted))
    return await acting("maria", list_page(stage.database, PAYMENTS, conditions, size, token, stage.now()))


async def test_pages_follow_each_other_without_gaps_whatever_is_added(stage: Stage) -> None:
    made = [(await stage.start(stage.counter.open())).payment.id for _ in range(5)]
    first = await listed(stage, 2)
    await stage.start(stage.counter.open())
    second = await listed(stage, 2, first.next_page_token)
    third = await listed(stage, 2, second.next_page_token)
    assert [row.id for page in (first, second, third) for row in page.rows] == made[::-1]
    assert (first.total_count, third.next_page_token) == (5, "")


@pytest.mark.parametrize("token", ["x", "WzEsMl0", "bm90LWpzb24"])
async def test_a_token_that_we_never_made_is_refused(stage: Stage, token: str) -> None:
    with pytest.raises(Invalid):
        await listed(stage, token=token)


async def test_payments_are_found_by_state_number_name_and_stripes_ids(stage: Stage) -> None:
    await stage.start(stage.counter.open())
    paid = await stage.paid()
    assert [row.id for row in (await listed(stage, status=payment_pb2.PAYMENT_STATUS_SUCCEEDED)).rows] == [paid.id]
    for text, count in (("tt-abc123", 2), ("ada b", 2), ("byron", 0), ("%", 0), (paid.stripe_charge_id, 1)):
        assert (await listed(stage, search=text)).total_count == count, text
    assert (await listed(stage, search=paid.stripe_payment_intent_id)).rows[0].id == paid.id
    with pytest.raises(Invalid):
        await listed(stage, booking_id="not-an-id")


async def test_one_payment_shows_what_became_of_it_and_who_looked(stage: Stage) -> None:
    payment = await stage.paid("pm_card_createDispute")
    seen = await acting("maria", view_payment(stage.database, payment.id, stage.now()))
    assert (seen.payment.id, seen.disputes[0].booking_number) == (payment.id, "TT-ABC123")
    looked = [act for act in await stage.acts() if act.action == "payment.viewed"]
    assert [(act.actor_id, act.subject_id) for act in looked] == [("maria", str(payment.id))]


async def test_a_bookings_money_is_seen_whole_without_anybody_elses_and_looking_is_noted(stage: Stage) -> None:
    payment = await stage.paid("pm_card_createDispute")
    await stage.paid()
    seen = await acting("maria", view_booking_money(stage.database, payment.booking_id, stage.now()))
    assert [row.id for row in seen.payments] == [payment.id]
    assert [row.payment_id for row in [*seen.refunds, *seen.disputes]] == [payment.id]
    looked = [act for act in await stage.acts() if act.action == "booking_payments.viewed"]
    assert [(act.actor_id, act.subject_id) for act in looked] == [("maria", str(payment.booking_id))]


async def test_revenue_counts_a_cancelled_booking_and_what_went_back(stage: Stage) -> None:
    for cents in (None, 50_000):
        payment = await stage.paid()
        await say_paid(stage, payment)
        if cents:
            async with stage.database.transaction() as connection:
                await close_booking(connection, payment.booking_id, "cancelled", stage.now(), cents)
    await stage.send_refunds()
    await stage.book_fees()
    today = new_york_date(stage.now()).isoformat()
    rows = await acting("maria", report_revenue(stage.database, today, today, "day", stage.now()))
    fees, moves = rows
    assert (fees.service_type, fees.fees_cents) == ("", 2 * 3_061)
    assert (moves.service_type, moves.bookings, moves.revenue_cents) == ("mini_move", 2, 2 * 64_500)
    assert (moves.organizing_cents, moves.refunds_cents) == (2 * 40_000, 50_000)
    statistics = await FinanceApi(stage.desk).GetPaymentStatistics(rpc.GetPaymentStatisticsRequest(), None)
    assert statistics.revenue_cents == 2 * payment.amount_cents - 50_000
    assert total_of(rows).net_cents == 2 * payment.amount_cents - 50_000 - 2 * 3_061
    wanted = rpc.GetRevenueReportRequest(start_date=today, end_date=today)
    answer = await acting("maria", FinanceApi(stage.desk).GetRevenueReport(wanted, None))
    assert answer.total.net_cents == total_of(rows).net_cents


async def test_a_day_is_new_yorks(stage: Stage) -> None:
    payment = await stage.paid()
    await say_paid(stage, payment)
    today = new_york_date(stage.now())
    before, after = (today - timedelta(days=1)).isoformat(), (today + timedelta(days=1)).isoformat()
    for start, end in ((before, before), (after, after)):
        assert await acting("maria", report_revenue(stage.database, start, end, "week", stage.now())) == []


@pytest.mark.parametrize(
    ("start", "end"), [("2027-02-30", "2027-03-01"), ("2027-03-02", "2027-03-01"), ("2020-01-01", "2027-01-01")]
)
async def test_a_range_that_can_not_be_is_refused(stage: Stage, start: str, end: str) -> None:
    with pytest.raises(Invalid):
        await report_revenue(stage.database, start, end, "day", stage.now())


async def test_the_books_are_listed_with_their_sides(stage: Stage) -> None:
    await stage.paid()

    async def ask() -> Any:
        return await FinanceApi(stage.desk).ListLedger(rpc.ListLedgerRequest(kind="capture"), None)

    answer = await acting(str(new_id()), ask())
    (movement,) = answer.movements
    assert sum(side.balance_cents for side in movement.entries) == 0
    assert {side.account for side in movement.entries} == {"cash_at_stripe", "receivable"}
