"""Payment links: one live one a booking, good for a while and for one payment; their token is kept nowhere."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from chassis.refusal import Conflict, NotFound
from payments.actions.close_booking import close_booking
from payments.actions.payment_links import Made, create_link, find_link, pay_by_link, revoke_link
from payments.api.payment_link_api import PaymentLinkApi
from payments_stage import Stage, acting
from totetaxi.booking.v1 import booking_pb2
from totetaxi.payments.v1.events_pb2 import PaymentLinkCreated
from totetaxi.payments.v1.payment_link_service_pb2 import GetPaymentLinkRequest


async def make(stage: Stage, booking: UUID, email: str = "") -> Made:
    made: Made = await acting("maria", create_link(stage.desk, uuid4(), booking, 0, email, stage.now()))
    return made


async def refusal(stage: Stage, token: str, later: timedelta = timedelta()) -> str:
    with pytest.raises(Conflict) as refused:
        await pay_by_link(stage.desk, token, stage.now() + later)
    return refused.value.slug


async def test_a_link_leads_to_the_one_intent_of_its_booking(stage: Stage) -> None:
    booking = stage.counter.open()
    made = await make(stage, booking)
    assert made.link.expires_at - made.link.created_at == timedelta(hours=72)
    by_link = await pay_by_link(stage.desk, made.token, stage.now())
    assert (await stage.start(booking)).payment.id == by_link.payment.id


async def test_a_link_is_used_up_when_the_booking_is_paid(stage: Stage) -> None:
    made = await make(stage, stage.counter.open())
    started = await pay_by_link(stage.desk, made.token, stage.now())
    await stage.card(started.payment.stripe_payment_intent_id)
    await stage.hear_all()
    assert await refusal(stage, made.token) == "payment_link_used"


async def test_whoever_opens_a_link_is_told_how_a_card_is_taken(stage: Stage) -> None:
    made = await make(stage, stage.counter.open())
    answer = await PaymentLinkApi(stage.desk).GetPaymentLink(GetPaymentLinkRequest(token=made.token), None)
    assert (answer.link.amount_cents, answer.takes_test_cards, answer.publishable_key) == (104_500, True, "")


async def test_a_newer_link_ends_the_one_before(stage: Stage) -> None:
    booking = stage.counter.open()
    older, newer = [await make(stage, booking) for _ in range(2)]
    assert await refusal(stage, older.token) == "payment_link_revoked"
    assert (await pay_by_link(stage.desk, newer.token, stage.now())).client_secret


async def test_a_link_expires_can_be_ended_and_ends_with_its_booking(stage: Stage) -> None:
    made = await make(stage, stage.counter.open())
    assert await refusal(stage, made.token, timedelta(hours=73)) == "payment_link_expired"
    await acting("maria", revoke_link(stage.desk, made.link.id, stage.now()))
    assert await refusal(stage, made.token) == "payment_link_revoked"
    booking = stage.counter.open()
    other = await make(stage, booking)
    async with stage.database.transaction() as connection:
        await close_booking(connection, booking, "cancelled", stage.now())
    assert await refusal(stage, other.token) == "payment_link_revoked"


async def test_what_can_not_be_paid_gets_no_link_and_guesses_find_none(stage: Stage) -> None:
    booking = stage.counter.open()
    stage.counter.status[str(booking)] = booking_pb2.BOOKING_STATUS_PAID
    with pytest.raises(Conflict):
        await make(stage, booking)
    with pytest.raises(NotFound):
        await find_link(stage.desk, "guessed-guessed-guessed")


@pytest.mark.parametrize(("email", "is_mailed"), [("ada@example.com", True), ("", False)])
async def test_the_token_is_stored_nowhere_and_told_only_to_who_mails_it(
    stage: Stage, email: str, is_mailed: bool
) -> None:
    made = await make(stage, stage.counter.open(), email)
    (row,) = await stage.rows("SELECT payment_link::text AS everything FROM payment_link")
    assert made.token not in row.everything
    said: Any = await stage.rows("SELECT payload FROM outbox WHERE subject LIKE '%payment_link.created'")
    assert (PaymentLinkCreated.FromString(said[0].payload).token == made.token) is is_mailed
    assert all(made.token not in act.after for act in await stage.acts())
