"""Moving a booking: places move with it, its price does not."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from booking.actions import Move, move_for_customer
from booking.actions.staff_calendar import set_day_capacity, staff_calendar
from booking.domain.lifecycle import Status
from booking.domain.pickup import PickupWindow
from booking.messages import booking_message
from booking_callers import STAFF, act_as_staff
from booking_stage import DAY, NOW, PRICE, TERMS, booked, outcomes, places_used, said
from chassis.database import Database
from chassis.refusal import Conflict, Invalid
from totetaxi.booking.v1.events_pb2 import AuditRecorded, BookingRescheduled

LATER = DAY + timedelta(days=7)


@pytest.fixture(autouse=True)
async def staff() -> None:
    act_as_staff()


async def move(
    database: Database, booking_id: str, day: date = LATER, window: PickupWindow | None = None, now: datetime = NOW
) -> object:
    return await move_for_customer(
        database, Move(UUID(booking_id), day, window), STAFF, "The customer called.", TERMS, now
    )


async def test_the_place_moves_and_the_price_stays(database: Database) -> None:
    booking = (await booked(database)).booking
    moved = await move_for_customer(database, Move(UUID(booking.id), LATER, None), STAFF, "They called.", TERMS, NOW)
    assert (moved.pickup_date, moved.price, moved.version) == (LATER, PRICE, 2)
    assert booking_message(moved).request.pickup_date == LATER.isoformat()
    assert (await places_used(database), await places_used(database, LATER)) == (0, 1)
    [event] = await said(database, BookingRescheduled)
    assert (event.previous_pickup_date, event.booking.request.pickup_date) == (DAY.isoformat(), LATER.isoformat())


async def test_moving_to_where_it_is_changes_nothing(database: Database) -> None:
    booking = (await booked(database)).booking
    await move(database, booking.id, DAY, PickupWindow.MORNING)
    assert await said(database, BookingRescheduled) == []
    assert await places_used(database) == 1


async def test_a_full_day_keeps_the_booking_where_it_is(database: Database) -> None:
    booking = (await booked(database)).booking
    await set_day_capacity(database, LATER, 0, "The bridge is closed.", TERMS.usual, NOW)
    with pytest.raises(Conflict, match="sold out"):
        await move(database, booking.id)
    assert (await places_used(database), await places_used(database, LATER)) == (1, 0)


@pytest.mark.race
async def test_moves_in_opposite_directions_never_block_each_other_or_lose_a_place(database: Database) -> None:
    here = [(await booked(database)).booking.id for _ in range(5)]
    there = [(await booked(database, pickup_date=LATER)).booking.id for _ in range(5)]
    tries = [move(database, booking_id) for booking_id in here] + [
        move(database, booking_id, DAY) for booking_id in there
    ]
    answers = await outcomes(tries)
    refused = [answer for answer in answers if isinstance(answer, BaseException)]
    assert all(isinstance(answer, Conflict) for answer in refused), refused
    assert await places_used(database) + await places_used(database, LATER) == 10


@pytest.mark.parametrize("status", [Status.EXPIRED, Status.CANCELLED])
async def test_what_is_over_is_not_moved(database: Database, status: Status) -> None:
    booking = (await booked(database, status=status, expires_at=None)).booking
    with pytest.raises(Conflict, match="can't be moved"):
        await move(database, booking.id)


async def test_nothing_is_moved_into_the_past(database: Database) -> None:
    booking = (await booked(database)).booking
    with pytest.raises(Invalid, match="past"):
        await move(database, booking.id, date(2027, 5, 31))


async def test_a_closed_day_takes_nothing_new_and_keeps_what_is_booked(database: Database) -> None:
    await booked(database)
    day = await set_day_capacity(database, DAY, 0, "Snow.", TERMS.usual, NOW)
    assert day.rule is not None
    assert (day.rule.is_closed, day.rule.note, day.day.used, day.day.is_available) == (True, "Snow.", 1, False)
    with pytest.raises(Conflict, match="sold out"):
        await booked(database)
    await set_day_capacity(database, DAY, None, "It melted.", TERMS.usual, NOW)
    await booked(database)
    acts = [event.act for event in await said(database, AuditRecorded) if event.act.action == "day.capacity_set"]
    assert [act.reason for act in acts] == ["Snow.", "It melted."]


async def test_a_calendar_shows_every_day_with_what_takes_a_place(database: Database) -> None:
    number = (await booked(database)).booking.booking_number
    await booked(database, status=Status.EXPIRED, expires_at=None)
    days = await staff_calendar(database, DAY - timedelta(1), DAY + timedelta(1), TERMS.usual, NOW)
    assert [[record.number for record in day.bookings] for day in days] == [[], [number], []]
    with pytest.raises(Invalid, match="61 days later"):
        await staff_calendar(database, DAY, DAY + timedelta(62), TERMS.usual, NOW)
