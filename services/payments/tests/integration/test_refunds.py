"""Refunds: asked for by one, approved by another, sent once, and never more than was captured."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from chassis.identifiers import new_id
from chassis.principal import Principal, serve_as
from chassis.refusal import Conflict, Invalid, NotAllowed, Refusal
from payments.actions.decide_refund import approve_refund, reject_refund
from payments.actions.request_refund import Wish, request_refund
from payments.api.refund_api import RefundApi
from payments_stage import Stage, acting
from totetaxi.payments.v1.refund_service_pb2 import RequestRefundRequest


async def ask(stage: Stage, payment: Any, cents: int = 0, key: str = "", who: str = "maria") -> Any:
    wish = Wish(payment.id, cents, "The van came late.", key)
    return await acting(who, request_refund(stage.database, new_id(), wish, stage.now()))


async def approve(stage: Stage, refund: Any, who: str = "dan") -> Any:
    return await acting(who, approve_refund(stage.database, refund.id, stage.now()))


async def test_a_refund_is_asked_for_approved_and_sent(stage: Stage) -> None:
    payment = await stage.paid()
    refund = await ask(stage, payment, 4_500)
    assert (refund.status, refund.requested_by, refund.booking_number) == ("requested", "maria", "TT-ABC123")
    await stage.send_refunds()
    assert await stage.refunded_cents() == 0
    approved = await approve(stage, refund)
    assert (approved.status, approved.decided_by) == ("approved", "dan")
    await stage.send_refunds()
    (sent,) = await stage.rows("SELECT * FROM refund")
    assert (sent.status, sent.stripe_refund_id[:3]) == ("completed", "re_")
    assert await stage.refunded_cents() == 4_500
    assert (await stage.said())[-3:] == ["refund.requested", "refund.approved", "refund.completed"]


async def test_who_asked_may_not_approve(stage: Stage) -> None:
    refund = await ask(stage, await stage.paid())
    with pytest.raises(NotAllowed):
        await approve(stage, refund, "maria")
    await stage.send_refunds()
    assert await stage.refunded_cents() == 0


async def test_for_whom_booking_asked_may_not_approve_either(stage: Stage) -> None:
    maria = str(new_id())
    wish = Wish((await stage.paid()).id, 4_500, "Damage claim.", "claim-1", maria)
    refund = await acting("booking", request_refund(stage.database, new_id(), wish, stage.now()))
    assert refund.requested_by == maria
    with pytest.raises(NotAllowed):
        await approve(stage, refund, maria)
    assert (await approve(stage, refund, "dan")).status == "approved"


async def test_nobody_but_booking_asks_for_somebody_else(stage: Stage) -> None:
    serve_as(Principal("staff", "maria", "admin", frozenset({"can_manage_bookings"}), 0))
    with pytest.raises(NotAllowed):
        await RefundApi(stage.desk).RequestRefund(RequestRefundRequest(staff_id=str(new_id())), None)


async def test_two_who_approve_at_the_same_moment_send_one_refund(stage: Stage) -> None:
    refund = await ask(stage, await stage.paid())
    await asyncio.gather(*(approve(stage, refund, who) for who in ("dan", "eve", "dan", "eve")))
    await asyncio.gather(*(stage.send_refunds() for _ in range(3)))
    assert len((await stage.ask("/v1/refunds"))["data"]) == 1
    assert await stage.refunded_cents() == refund.amount_cents
    assert (await stage.said()).count("refund.approved") == 1


async def test_those_who_ask_at_the_same_moment_never_get_more_than_was_paid(stage: Stage) -> None:
    payment = await stage.paid()
    asked = await asyncio.gather(
        *(ask(stage, payment, 30_000, who=f"staff{number}") for number in range(8)), return_exceptions=True
    )
    granted = [one for one in asked if not isinstance(one, BaseException)]
    assert len(granted) == payment.amount_cents // 30_000
    assert all(isinstance(one, Refusal) for one in asked if one not in granted)


@pytest.mark.parametrize("cents", [104_501, 99_999_999])
async def test_more_than_was_paid_is_refused_with_what_is_left(stage: Stage, cents: int) -> None:
    with pytest.raises(Invalid, match=r"\$1,045\.00"):
        await ask(stage, await stage.paid(), cents)


async def test_what_was_not_captured_can_not_go_back(stage: Stage) -> None:
    payment = (await stage.start(stage.counter.open())).payment
    with pytest.raises(Invalid) as refused:
        await ask(stage, payment, 99_999_999)
    assert refused.value.slug == "payment_not_captured"


async def test_a_rejected_refund_may_be_asked_for_again_and_is_never_approved(stage: Stage) -> None:
    payment = await stage.paid()
    refund = await ask(stage, payment)
    await acting("dan", reject_refund(stage.database, refund.id, "Not agreed.", stage.now()))
    with pytest.raises(Conflict):
        await approve(stage, refund)
    assert (await ask(stage, payment)).status == "requested"


async def test_the_same_key_gives_the_same_refund(stage: Stage) -> None:
    payment = await stage.paid()
    first, again = [await ask(stage, payment, 100, "one-key") for _ in range(2)]
    assert first.id == again.id
    assert (await ask(stage, payment, 100, "one-key", "dan")).id != first.id


async def test_every_step_is_in_the_audit_log_with_who_did_it(stage: Stage) -> None:
    await approve(stage, await ask(stage, await stage.paid()))
    await stage.send_refunds()
    acts = await stage.acts()
    done = [(act.action, act.actor_id) for act in acts if act.action.startswith("refund.")]
    assert done == [("refund.requested", "maria"), ("refund.approved", "dan"), ("refund.completed", "payments")]
