"""Calling off: at the policy's terms or at staff's, once, and only what can still be called off."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from booking.actions import cancel_for_customer, cancel_own_booking, preview_cancellation, take_payment, update_booking
from booking.actions.cancel_booking import Cancellation
from booking.actions.update_booking import Change
from booking.domain.lifecycle import Status
from booking_callers import GRACE, SOMEBODY_ELSE, STAFF, act_as_staff
from booking_stage import NOW, TOTAL_CENTS, booked, history_of, outcomes, payment_of, places_used, said, status_of
from chassis.database import Database
from chassis.refusal import Conflict, NotFound
from totetaxi.booking.v1.events_pb2 import AuditRecorded, BookingCancelled
from totetaxi.pricing.v1.price_pb2 import LINE_KIND_BASE, LINE_KIND_DATE_SURCHARGE, Price, PriceLine

EARLY = NOW - timedelta(days=7)
"""More than 48 hours before the pickup of June 2."""
PEAK = Price(
    lines=[
        PriceLine(code="package", quantity=1, amount_cents=99_500, kind=LINE_KIND_BASE),
        PriceLine(code="peak_date", quantity=1, amount_cents=17_500, kind=LINE_KIND_DATE_SURCHARGE),
    ],
    total_cents=117_000,
)


async def paid_booking(database: Database, **changes: object) -> UUID:
    booking = (await booked(database, customer_id=GRACE, **changes)).booking
    async with database.transaction() as connection:
        await take_payment(connection, payment_of(booking.id, booking.price.total_cents), NOW)
    return UUID(booking.id)


async def cancel(database: Database, booking_id: UUID, refund_cents: int, now: datetime) -> Cancellation:
    return await cancel_own_booking(database, booking_id, GRACE, refund_cents, "changed our minds", now)


async def test_early_everything_comes_back_and_the_place_is_free(database: Database) -> None:
    booking_id = await paid_booking(database)
    assert (await preview_cancellation(database, booking_id, GRACE, EARLY)).refund_cents == TOTAL_CENTS
    done = await cancel(database, booking_id, TOTAL_CENTS, EARLY)
    assert (done.record.status, done.refund_cents) == (Status.CANCELLED, TOTAL_CENTS)
    assert await places_used(database) == 0
    [event] = await said(database, BookingCancelled)
    assert (event.refund_cents, event.booking.customer_id) == (TOTAL_CENTS, str(GRACE))
    assert (await history_of(database, str(booking_id)))[-1] == ("paid", "cancelled", f"customer:{GRACE}")


async def test_late_half_comes_back(database: Database) -> None:
    booking_id = await paid_booking(database)
    assert (await cancel(database, booking_id, 119_750, NOW)).refund_cents == 119_750


async def test_a_peak_day_is_never_free(database: Database) -> None:
    booking_id = await paid_booking(database, price=PEAK)
    assert (await preview_cancellation(database, booking_id, GRACE, EARLY)).refund_cents == 58_500


async def test_terms_that_changed_meanwhile_are_shown_again_and_nothing_happens(database: Database) -> None:
    booking_id = await paid_booking(database)
    with pytest.raises(Conflict, match=r"\$1,197\.50 now") as refused:
        await cancel(database, booking_id, TOTAL_CENTS, NOW)
    assert refused.value.slug == "terms_changed"
    assert await status_of(database, str(booking_id)) == Status.PAID
    assert await places_used(database) == 1


async def test_what_was_not_paid_is_called_off_without_a_refund(database: Database) -> None:
    booking_id = UUID((await booked(database, customer_id=GRACE)).booking.id)
    assert (await cancel(database, booking_id, 0, NOW)).refund_cents == 0
    [event] = await said(database, BookingCancelled)
    assert not event.HasField("refund_cents"), "money that comes for it all the same goes back in full"


@pytest.mark.race
async def test_twenty_tries_at_once_are_one_cancellation(database: Database) -> None:
    booking_id = await paid_booking(database)
    answers = await outcomes([cancel(database, booking_id, TOTAL_CENTS, EARLY) for _ in range(20)])
    assert {answer.refund_cents for answer in answers} == {TOTAL_CENTS}
    assert len(await said(database, BookingCancelled)) == 1
    assert await places_used(database) == 0


@pytest.mark.parametrize("stranger", [SOMEBODY_ELSE, UUID(int=0)])
async def test_nobody_calls_off_what_is_somebody_elses(database: Database, stranger: UUID) -> None:
    booking_id = await paid_booking(database)
    with pytest.raises(NotFound):
        await cancel_own_booking(database, booking_id, stranger, TOTAL_CENTS, "", EARLY)
    assert await status_of(database, str(booking_id)) == Status.PAID


async def test_what_is_under_way_is_not_called_off(database: Database) -> None:
    act_as_staff()
    booking_id = await paid_booking(database)
    for status in (Status.SCHEDULED, Status.IN_PROGRESS):
        await update_booking(database, Change(booking_id, status, None, "", 0, STAFF), NOW)
    with pytest.raises(Conflict, match="under way"):
        await cancel(database, booking_id, 0, NOW)


async def test_staff_may_pay_back_more_than_the_policy_with_a_reason(database: Database) -> None:
    act_as_staff()
    booking_id = await paid_booking(database)
    done = await cancel_for_customer(database, booking_id, TOTAL_CENTS, "Our van broke down.", STAFF, NOW)
    assert done.refund_cents == TOTAL_CENTS
    [event] = await said(database, AuditRecorded)
    assert (event.act.action, event.act.reason) == ("booking.cancelled", "Our van broke down.")
    assert '"refund_cents_by_policy":119750' in event.act.after


async def test_nobody_pays_back_more_than_was_paid(database: Database) -> None:
    act_as_staff()
    booking_id = await paid_booking(database)
    with pytest.raises(Conflict, match="at most what was paid"):
        await cancel_for_customer(database, booking_id, TOTAL_CENTS + 1, "Sorry.", STAFF, NOW)
    assert await status_of(database, str(booking_id)) == Status.PAID


async def test_a_payment_that_comes_after_the_call_changes_nothing(database: Database) -> None:
    booking = (await booked(database, customer_id=GRACE)).booking
    await cancel(database, UUID(booking.id), 0, NOW)
    async with database.transaction() as connection:
        await take_payment(connection, payment_of(booking.id), NOW)
    assert await status_of(database, booking.id) == Status.CANCELLED
