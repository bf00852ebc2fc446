"""What Stripe and banks do with refunds: late, failing, or made by hand in Stripe's dashboard."""

from __future__ import annotations

import asyncio
from typing import Any

import requests
from chassis.identifiers import new_id
from payments.actions.close_booking import close_booking
from payments.actions.decide_refund import approve_refund
from payments.actions.request_refund import Wish, request_refund
from payments_stage import KEY, Stage, acting


async def approved(stage: Stage, payment: Any, cents: int = 0) -> Any:
    wish = Wish(payment.id, cents, "Agreed on the phone.")
    refund = await acting("maria", request_refund(stage.database, new_id(), wish, stage.now()))
    return await acting("dan", approve_refund(stage.database, refund.id, stage.now()))


async def by_hand(stage: Stage, payment: Any, cents: int) -> dict[str, Any]:
    """A refund made in Stripe's dashboard."""
    data = {"payment_intent": payment.stripe_payment_intent_id, "amount": str(cents)}
    headers = {"Authorization": f"Bearer {KEY}"}
    answer = await asyncio.to_thread(
        requests.post, f"{stage.sandbox}/v1/refunds", data=data, headers=headers, timeout=5
    )
    return dict(answer.json())


async def refund_rows(stage: Stage) -> list[Any]:
    return await stage.rows("SELECT * FROM refund ORDER BY created_at, id")


async def test_a_refund_that_the_bank_sends_back_days_later_may_be_asked_for_again(stage: Stage) -> None:
    payment = await stage.paid()
    await approved(stage, payment)
    await stage.send_refunds()
    await stage.hear_all()
    (whole,) = await stage.rows("SELECT status, refunded_cents FROM payment")
    assert (whole.status, whole.refunded_cents) == ("refunded", payment.amount_cents)
    (sent,) = await refund_rows(stage)
    await stage.act(f"refunds/{sent.stripe_refund_id}/fail")
    await stage.hear_all()
    (failed,) = await refund_rows(stage)
    assert (failed.status, "lost or stolen" in failed.failure_reason) == ("failed", True)
    (back,) = await stage.rows("SELECT status, refunded_cents FROM payment")
    assert (back.status, back.refunded_cents) == ("succeeded", 0)
    assert (await stage.said())[-1] == "refund.failed"
    await approved(stage, payment)
    await stage.send_refunds()
    assert await stage.refunded_cents() == payment.amount_cents


async def test_a_refund_that_the_bank_takes_its_time_with_is_completed_when_it_says_so(stage: Stage) -> None:
    await approved(stage, await stage.paid("pm_card_pendingRefund"))
    await stage.send_refunds()
    (waiting,) = await refund_rows(stage)
    assert waiting.status == "processing"
    assert "refund.completed" not in await stage.said()
    await stage.act(f"refunds/{waiting.stripe_refund_id}/succeed")
    await stage.hear_all()
    (done,) = await refund_rows(stage)
    assert done.status == "completed"


async def test_a_refund_of_a_disputed_payment_fails_and_staff_are_told_why(stage: Stage) -> None:
    payment = await stage.paid()
    await stage.act(f"charges/{payment.stripe_charge_id}/dispute")
    await approved(stage, payment)
    await stage.send_refunds()
    (failed,) = await refund_rows(stage)
    assert (failed.status, "dispute" in failed.failure_reason) == ("failed", True)
    assert (await stage.said())[-1] == "refund.failed"


async def test_a_refund_made_in_stripes_dashboard_is_ours_too_and_takes_the_place_of_what_waits(stage: Stage) -> None:
    payment = await stage.paid()
    wish = Wish(payment.id, 100_000, "Too late.")
    await acting("maria", request_refund(stage.database, new_id(), wish, stage.now()))
    await by_hand(stage, payment, 60_000)
    await stage.hear_all()
    waited, made = await refund_rows(stage)
    assert (waited.status, made.status, made.origin, made.amount_cents) == ("rejected", "completed", "stripe", 60_000)
    (row,) = await stage.rows("SELECT refunded_cents FROM payment")
    assert row.refunded_cents == 60_000


async def test_charge_refunded_alone_is_enough_to_find_the_refund(stage: Stage) -> None:
    payment = await stage.paid()
    await by_hand(stage, payment, 60_000)
    await stage.hear_all("refund.created")
    (made,) = await refund_rows(stage)
    assert (made.status, made.amount_cents) == ("completed", 60_000)


async def test_a_cancelled_booking_gets_back_exactly_what_the_policy_says_once(stage: Stage) -> None:
    payment = await stage.paid()
    for _ in range(2):
        async with stage.database.transaction() as connection:
            await close_booking(connection, payment.booking_id, "cancelled", stage.now(), 50_000)
    await stage.send_refunds()
    assert await stage.refunded_cents() == 50_000
    (refund,) = await refund_rows(stage)
    assert (refund.origin, refund.requested_by, refund.decided_by) == ("cancellation", "payments", "payments")


async def test_a_late_cancellation_gets_nothing_back(stage: Stage) -> None:
    payment = await stage.paid()
    async with stage.database.transaction() as connection:
        await close_booking(connection, payment.booking_id, "cancelled", stage.now(), 0)
    await stage.send_refunds()
    assert await stage.refunded_cents() == 0


async def test_money_for_a_booking_that_was_cancelled_unpaid_goes_back_in_full(stage: Stage) -> None:
    booking = stage.counter.open()
    started = await stage.start(booking)
    await stage.card(started.payment.stripe_payment_intent_id)
    async with stage.database.transaction() as connection:
        await close_booking(connection, booking, "cancelled", stage.now())
    await stage.hear_all()
    await stage.send_refunds()
    assert await stage.refunded_cents() == started.payment.amount_cents
