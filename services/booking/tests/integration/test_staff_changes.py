"""Staff move a booking along its life and note what they know; nothing is overwritten unseen."""

from __future__ import annotations

from uuid import UUID

import pytest
from booking.actions import Change, inspect_booking, take_payment, update_booking
from booking.domain.lifecycle import Status
from booking_callers import STAFF, act_as_staff
from booking_stage import NOW, booked, history_of, outcomes, payment_of, said
from chassis.database import Database
from chassis.refusal import Conflict, Invalid, NotFound
from totetaxi.booking.v1.events_pb2 import AuditRecorded


@pytest.fixture(autouse=True)
async def staff() -> None:
    act_as_staff()


def change(booking_id: str, status: Status | None = None, notes: str | None = None, version: int = 0) -> Change:
    return Change(UUID(booking_id), status, notes, "", version, STAFF)


async def test_a_booking_is_confirmed_and_noted_in_one_step(database: Database) -> None:
    booking = (await booked(database)).booking
    changed = await update_booking(database, change(booking.id, Status.CONFIRMED, "called"), NOW)
    assert (changed.status, changed.staff_notes, changed.expires_at) == (Status.CONFIRMED, "called", None)
    assert (await history_of(database, booking.id))[-1] == ("pending", "confirmed", STAFF)
    [event] = await said(database, AuditRecorded)
    assert (event.act.before, event.act.after) == (
        '{"staff_notes":"personal","status":"pending"}',
        '{"staff_notes":"personal","status":"confirmed"}',
    )


async def test_nobody_sets_paid_by_hand(database: Database) -> None:
    booking = (await booked(database)).booking
    with pytest.raises(Conflict, match="by hand"):
        await update_booking(database, change(booking.id, Status.PAID), NOW)


async def test_a_booking_is_not_called_off_without_saying_what_is_paid_back(database: Database) -> None:
    booking = (await booked(database)).booking
    with pytest.raises(Invalid, match="cancellation instead"):
        await update_booking(database, change(booking.id, Status.CANCELLED), NOW)


async def test_a_change_made_on_an_old_sight_is_refused_and_says_how_it_is(database: Database) -> None:
    booking = (await booked(database)).booking
    await update_booking(database, change(booking.id, Status.CONFIRMED, version=1), NOW)
    with pytest.raises(Conflict, match="it is confirmed now"):
        await update_booking(database, change(booking.id, notes="late", version=1), NOW)


@pytest.mark.race
async def test_of_two_changes_at_once_on_the_same_sight_one_wins(database: Database) -> None:
    booking = (await booked(database)).booking
    tries = [update_booking(database, change(booking.id, notes=f"note {n}", version=1), NOW) for n in range(2)]
    answers = await outcomes(tries)
    assert [type(answer) for answer in answers].count(Conflict) == 1


async def test_a_status_that_is_there_already_changes_nothing(database: Database) -> None:
    booking = (await booked(database)).booking
    again = await update_booking(database, change(booking.id, Status.PENDING), NOW)
    assert again.version == 1
    assert await said(database, AuditRecorded) == []


async def test_staff_changes_never_touch_the_price(database: Database) -> None:
    booking = (await booked(database)).booking
    async with database.transaction() as connection:
        await take_payment(connection, payment_of(booking.id), NOW)
    changed = await update_booking(database, change(booking.id, Status.SCHEDULED), NOW)
    assert changed.price == booking.price


async def test_an_inspection_shows_the_history_and_is_recorded(database: Database) -> None:
    booking = (await booked(database)).booking
    seen = await inspect_booking(database, UUID(booking.id), NOW)
    assert [entry.to_status for entry in seen.history] == [Status.PENDING]
    [event] = await said(database, AuditRecorded)
    assert (event.act.action, event.act.subject_id) == ("booking.viewed", booking.id)


async def test_an_unknown_booking_is_not_found(database: Database) -> None:
    with pytest.raises(NotFound):
        await inspect_booking(database, UUID(int=7), NOW)
