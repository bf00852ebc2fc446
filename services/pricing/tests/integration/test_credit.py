"""Credit: earned by paid bookings, spent once, never below zero, and every movement told."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
import sqlalchemy as sql
from bookings_heard import Booking, hear
from callers import ADA, BOOKING, CUSTOMER_ADA, EVE, STAFF, STAFF_ID, STAFF_WITHOUT_PERMISSIONS, VISITOR
from chassis.messaging_schema import OUTBOX
from chassis.refusal import Conflict, Invalid, NotAllowed
from options_published import CREDIT_CONTENT
from pricing.store.credit import accounts
from pricing_server import Replica, serving
from promotions_made import balance, credit
from requests_on_the_wire import held_preview, preview, redemption
from sqlalchemy.exc import IntegrityError
from totetaxi.pricing.v1.events_pb2 import AuditRecorded
from totetaxi.pricing.v1.price_pb2 import Quote
from totetaxi.pricing.v1.promotion_service_pb2 import (
    CREDIT_CAUSE_ADJUSTED,
    CREDIT_CAUSE_EARNED,
    CREDIT_CAUSE_RETURNED,
    CREDIT_CAUSE_REVOKED,
    CREDIT_CAUSE_SPENT,
    AdjustCreditRequest,
    GetCreditRequest,
    GetCreditResponse,
)
from versions import publish

FIVE_PERCENT = 4_975


async def redeem(replica: Replica, key: str, quote_id: str = "", customer_id: str = ADA) -> Quote:
    asked = redemption(key, quote_id, customer_id=customer_id, use_credit=True)
    quote: Quote = (await replica.call("RedeemQuote", asked, BOOKING)).quote
    return quote


async def told(replica: Replica, caller: Any = CUSTOMER_ADA, **members: Any) -> GetCreditResponse:
    answer: GetCreditResponse = await replica.call("GetCredit", GetCreditRequest(**members), caller)
    return answer


def adjustment(cents: int, key: str = "key-1", customer_id: str = ADA) -> AdjustCreditRequest:
    return AdjustCreditRequest(customer_id=customer_id, amount_cents=cents, reason="A scratch.", idempotency_key=key)


@pytest.fixture
async def earning(url: str, replica: Replica) -> Any:
    """A replica of a catalogue that gives five percent."""
    await publish(replica.database, 2, CREDIT_CONTENT)
    async with serving(url) as running:
        yield running


async def paid_booking(replica: Replica, key: str = "try-1") -> Booking:
    booking = Booking(await redeem(replica, key), customer_id=ADA)
    await hear(replica, booking.created(), booking.paid(), booking.paid())
    return booking


async def test_a_paid_booking_earns_once_and_its_end_takes_it_back_once(earning: Replica) -> None:
    booking = await paid_booking(earning)
    assert await balance(earning, ADA) == FIVE_PERCENT
    await hear(earning, booking.cancelled(), booking.cancelled(), booking.paid())
    assert await balance(earning, ADA) == 0
    entries = (await told(earning)).entries
    assert [(entry.cause, entry.amount_cents, entry.booking_id) for entry in entries] == [
        (CREDIT_CAUSE_REVOKED, -FIVE_PERCENT, str(booking.id)),
        (CREDIT_CAUSE_EARNED, FIVE_PERCENT, str(booking.id)),
    ]


async def test_a_guest_earns_nothing_and_neither_does_money_that_was_credit(earning: Replica) -> None:
    guest = Booking(await redeem(earning, "try-1"))
    await hear(earning, guest.created(), guest.paid())
    await credit(earning, ADA, 90_000)
    spender = Booking(await redeem(earning, "try-2"), customer_id=ADA)
    await hear(earning, spender.created(), spender.paid())
    assert await balance(earning, ADA) == 9_500 * 5 // 100


async def test_what_was_earned_and_spent_already_is_not_taken_twice(earning: Replica) -> None:
    booking = await paid_booking(earning)
    await redeem(earning, "try-2")
    await hear(earning, booking.cancelled())
    assert await balance(earning, ADA) == 0
    await credit(earning, ADA, 1_000)
    await hear(earning, booking.cancelled())
    assert await balance(earning, ADA) == 1_000


async def test_credit_is_spent_last_and_its_story_is_told(replica: Replica) -> None:
    await credit(replica, ADA, 5_000)
    answer = await replica.call("PreviewPrice", held_preview(use_credit=True), CUSTOMER_ADA)
    assert (answer.price.credit_cents, answer.price.total_cents) == (-5_000, 94_500)
    quote = await redeem(replica, "try-1", answer.quote_id)
    booking = Booking(quote, customer_id=ADA)
    assert [(entry.cause, entry.booking_id) for entry in (await told(replica)).entries] == [
        (CREDIT_CAUSE_SPENT, ""),
        (CREDIT_CAUSE_ADJUSTED, ""),
    ]
    await hear(replica, booking.created(), booking.cancelled())
    last, spent, first = (await told(replica)).entries
    assert (last.cause, last.amount_cents, last.booking_id) == (CREDIT_CAUSE_RETURNED, 5_000, str(booking.id))
    assert (spent.cause, spent.amount_cents, spent.booking_id) == (CREDIT_CAUSE_SPENT, -5_000, str(booking.id))
    assert (first.reason, (await told(replica)).balance_cents) == ("For a test.", 5_000)


async def test_credit_that_pays_for_everything_leaves_the_rest(replica: Replica) -> None:
    await credit(replica, ADA, 100_000)
    assert (await redeem(replica, "try-1")).price.total_cents == 0
    assert await balance(replica, ADA) == 500


async def test_twenty_at_once_spend_the_same_credit_once(replica: Replica) -> None:
    await credit(replica, ADA, 100_000)
    quotes = await asyncio.gather(*(redeem(replica, f"try-{n}") for n in range(20)))
    assert sum(-quote.price.credit_cents for quote in quotes) == 100_000
    assert await balance(replica, ADA) == 0


async def test_a_price_held_with_credit_that_is_gone_is_refused(replica: Replica) -> None:
    await credit(replica, ADA, 5_000)
    answer = await replica.call("PreviewPrice", held_preview(use_credit=True), CUSTOMER_ADA)
    await redeem(replica, "try-1")
    with pytest.raises(Conflict) as refused:
        await redeem(replica, "try-2", answer.quote_id)
    assert (refused.value.slug, refused.value.faults[0].field) == ("credit_not_enough", "use_credit")
    with pytest.raises(Conflict):
        await redeem(replica, "try-3", answer.quote_id, customer_id=EVE)


async def test_credit_needs_an_account(replica: Replica) -> None:
    calls = (replica.call("PreviewPrice", preview(use_credit=True)), redeem(replica, "try-1", customer_id=""))
    for call in calls:
        with pytest.raises(Invalid) as refused:
            await call
        assert (refused.value.slug, refused.value.faults[0].field) == ("credit_needs_account", "use_credit")


async def test_staff_adjust_credit_once_for_a_key_never_below_zero_and_are_written_down(replica: Replica) -> None:
    for _ in range(2):
        assert (await replica.call("AdjustCredit", adjustment(700), STAFF)).balance_cents == 700
    with pytest.raises(Invalid) as reused:
        await replica.call("AdjustCredit", adjustment(800), STAFF)
    assert reused.value.slug == "idempotency_key_reused"
    with pytest.raises(Conflict, match=r"\$7\.00") as refused:
        await replica.call("AdjustCredit", adjustment(-701, "key-2"), STAFF)
    assert refused.value.slug == "credit_not_enough"
    async with replica.database.reading() as connection:
        said = (await connection.execute(sql.select(OUTBOX.c.payload))).scalars().all()
    [act] = [AuditRecorded.FromString(payload).act for payload in said]
    assert (act.action, act.actor_id, act.subject_type, act.subject_id) == (
        "credit.adjusted",
        STAFF_ID,
        "customer",
        ADA,
    )
    assert (act.before, act.after, act.reason) == ('{"balance_cents":0}', '{"balance_cents":700}', "A scratch.")


async def test_customers_see_their_own_credit_and_staff_everybodys(replica: Replica) -> None:
    await credit(replica, ADA, 700)
    assert (await told(replica)).balance_cents == (await told(replica, customer_id=ADA)).balance_cents == 700
    assert (await told(replica, STAFF_WITHOUT_PERMISSIONS, customer_id=ADA)).balance_cents == 700
    with pytest.raises(NotAllowed):
        await told(replica, customer_id=EVE)
    with pytest.raises(Invalid):
        await told(replica, STAFF)
    for method, request in (("GetCredit", GetCreditRequest()), ("AdjustCredit", adjustment(1))):
        with pytest.raises(NotAllowed):
            await replica.call(method, request, VISITOR)
    with pytest.raises(NotAllowed):
        await replica.call("AdjustCredit", adjustment(1), STAFF_WITHOUT_PERMISSIONS)


async def test_a_long_story_is_told_page_by_page(replica: Replica) -> None:
    for cents in range(1, 6):
        await credit(replica, ADA, cents)
    first = await told(replica, page_size=2)
    second = await told(replica, page_size=2, page_token=first.next_page_token)
    last = await told(replica, page_size=2, page_token=second.next_page_token)
    amounts = [entry.amount_cents for page in (first, second, last) for entry in page.entries]
    assert (amounts, last.next_page_token) == ([5, 4, 3, 2, 1], "")
    with pytest.raises(Invalid) as refused:
        await told(replica, page_token="elsewhere")
    assert (refused.value.slug, refused.value.faults[0].field) == ("wrong_cursor", "page_token")


async def test_the_database_lets_no_balance_below_zero(replica: Replica) -> None:
    await credit(replica, ADA, 1)
    with pytest.raises(IntegrityError, match="credit_is_never_below_zero"):
        async with replica.database.transaction() as connection:
            await connection.execute(accounts.update().values(balance_cents=-1))
