"""Claims for damage: opened in time, settled once, and refunded by payments once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID, uuid4

import grpc
import pytest
from booking.actions import Change, Handler, export_customer, take_payment, update_booking
from booking.actions.open_claim import open_claim, search_claims, show_claims
from booking.actions.settle_claim import accept_claim, reject_claim, request_refund
from booking.domain.claims import ClaimItem, ClaimStatus
from booking.domain.lifecycle import Status
from booking_callers import GRACE, SOMEBODY_ELSE, STAFF, act_as_staff
from booking_stage import NOW, TOTAL_CENTS, booked, outcomes, payment_of, said
from chassis.database import Database
from chassis.refusal import Conflict, Invalid, NotFound
from payments_desk import PaymentsDesk, payments_desk
from totetaxi.booking.v1 import events_pb2 as events

OWNER = Handler(GRACE, f"customer:{GRACE}")
LAMP = (ClaimItem("The lamp's foot is broken.", 18_000),)
LATER = NOW + timedelta(days=1)


@pytest.fixture
async def booking_id(database: Database) -> UUID:
    """Grace's move, paid and done."""
    act_as_staff()
    made = (await booked(database, customer_id=GRACE)).booking
    async with database.transaction() as connection:
        await take_payment(connection, payment_of(made.id), NOW)
    for status in (Status.SCHEDULED, Status.IN_PROGRESS, Status.COMPLETED):
        await update_booking(database, Change(UUID(made.id), status, None, "", 0, STAFF), NOW)
    return UUID(made.id)


@pytest.fixture
async def desk() -> AsyncIterator[PaymentsDesk]:
    async with payments_desk() as opened:
        yield opened


@pytest.mark.race
async def test_a_claim_is_opened_once_however_often_it_is_sent(database: Database, booking_id: UUID) -> None:
    answers = await outcomes([open_claim(database, booking_id, LAMP, OWNER, LATER) for _ in range(5)])
    assert len({claim.id for claim in answers}) == 1
    [event] = await said(database, events.ClaimOpened)
    assert (event.claim.wanted_cents, event.booking.contact.email) == (18_000, "ada@example.com")
    with pytest.raises(Conflict) as refused:
        await open_claim(database, booking_id, (ClaimItem("A chair.", 1),), OWNER, LATER)
    assert refused.value.slug == "claim_open"


async def test_one_can_claim_until_the_fourteenth_day(database: Database, booking_id: UUID) -> None:
    with pytest.raises(Conflict) as refused:
        await open_claim(database, booking_id, LAMP, OWNER, NOW + timedelta(days=15))
    assert refused.value.slug == "claim_too_late"
    assert "June 15, 2027" in refused.value.message
    last_moment = NOW.replace(day=16, hour=3, minute=59)
    assert (await open_claim(database, booking_id, LAMP, OWNER, last_moment)).status is ClaimStatus.OPEN


async def test_one_cannot_claim_before_the_move_is_done_or_for_somebody_elses(
    database: Database, booking_id: UUID
) -> None:
    made = (await booked(database, customer_id=GRACE)).booking
    with pytest.raises(Conflict) as refused:
        await open_claim(database, UUID(made.id), LAMP, OWNER, LATER)
    assert refused.value.slug == "not_completed_yet"
    eve = Handler(SOMEBODY_ELSE, "customer:eve")
    for attempt in (open_claim(database, booking_id, LAMP, eve, LATER), show_claims(database, booking_id, eve, LATER)):
        with pytest.raises(NotFound):
            await attempt


@pytest.mark.race
async def test_what_is_accepted_is_asked_of_payments_once(
    database: Database, booking_id: UUID, desk: PaymentsDesk
) -> None:
    opened = await open_claim(database, booking_id, LAMP, OWNER, LATER)
    tries = [accept_claim(database, opened.id, 9_000, "We are sorry.", STAFF, LATER) for _ in range(4)]
    assert {claim.accepted_cents for claim in await outcomes(tries)} == {9_000}
    runs = [request_refund(database, desk.payments, desk.refunds, LATER) for _ in range(3)]
    assert sum(await outcomes(runs)) == 1
    [asked] = desk.asked
    assert (asked.payment_id, asked.amount_cents) == (desk.payment_id, 9_000)
    assert asked.idempotency_key == f"claim-{opened.id}"
    [shown] = await show_claims(database, booking_id, OWNER, LATER)
    assert (str(shown.refund_id), shown.refund_due_at) == (desk.refund_id, None)
    assert len(await said(database, events.ClaimAccepted)) == 1


async def test_a_crash_while_payments_is_asked_asks_again_with_the_same_key(
    database: Database, booking_id: UUID, desk: PaymentsDesk
) -> None:
    opened = await open_claim(database, booking_id, LAMP, OWNER, LATER)
    await accept_claim(database, opened.id, 9_000, "We are sorry.", STAFF, LATER)
    desk.is_away = True
    with pytest.raises(grpc.aio.AioRpcError):
        await request_refund(database, desk.payments, desk.refunds, LATER)
    desk.is_away = False
    assert await request_refund(database, desk.payments, desk.refunds, LATER) == 0
    assert await request_refund(database, desk.payments, desk.refunds, LATER + timedelta(minutes=1)) == 1
    assert {asked.idempotency_key for asked in desk.asked} == {f"claim-{opened.id}"}


async def test_a_claim_is_settled_once_and_never_gives_more_than_was_paid(database: Database, booking_id: UUID) -> None:
    first = await open_claim(database, booking_id, LAMP, OWNER, LATER)
    with pytest.raises(Conflict) as refused:
        await accept_claim(database, first.id, TOTAL_CENTS + 1, "Sorry.", STAFF, LATER)
    assert refused.value.slug == "more_than_was_paid"
    await accept_claim(database, first.id, TOTAL_CENTS - 1_000, "Sorry.", STAFF, LATER)
    with pytest.raises(Conflict):
        await reject_claim(database, first.id, "No.", STAFF, LATER)
    second = await open_claim(database, booking_id, LAMP, OWNER, LATER)
    with pytest.raises(Conflict):
        await accept_claim(database, second.id, 1_001, "Sorry.", STAFF, LATER)
    await reject_claim(database, second.id, "It was noted at pickup.", STAFF, LATER)
    [event] = await said(database, events.ClaimRejected)
    assert event.claim.reason == "It was noted at pickup."


async def test_staff_find_claims_by_state_page_by_page(database: Database, booking_id: UUID) -> None:
    for _ in range(3):
        claim = await open_claim(database, booking_id, LAMP, OWNER, LATER)
        await reject_claim(database, claim.id, "No.", STAFF, LATER)
    waiting = await open_claim(database, booking_id, LAMP, OWNER, LATER)
    assert [claim.id for claim in (await search_claims(database, ClaimStatus.OPEN, 5, "", LATER))[0]] == [waiting.id]
    first, cursor = await search_claims(database, None, 3, "", LATER)
    second, end = await search_claims(database, None, 3, cursor, LATER)
    assert (len({claim.id for claim in (*first, *second)}), end) == (4, "")
    with pytest.raises(Invalid):
        await search_claims(database, None, 3, "nonsense", LATER)


async def test_a_customer_takes_their_claims_home(database: Database, booking_id: UUID) -> None:
    await open_claim(database, booking_id, LAMP, OWNER, LATER)
    page, _ = await export_customer(database, GRACE, "")
    [claim] = page["bookings"][0]["claims"]
    assert (claim["status"], claim["items"][0]["amount_cents"]) == ("open", 18_000)


async def test_an_unknown_claim_is_not_found(database: Database) -> None:
    with pytest.raises(NotFound):
        await accept_claim(database, uuid4(), 1, "Sorry.", STAFF, NOW)
