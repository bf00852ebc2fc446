"""Closed days: what is booked there stays, and whatever is given back is nobody's until the day is open again."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from booking.actions import Move, calendar_of, cancel_for_customer, expire_unpaid, move_for_customer
from booking.actions.staff_calendar import PlannedDay, set_day_capacity
from booking.actions.waiting_list import call_waiting, pass_offers_on
from booking.domain.pickup import PickupWindow
from booking_callers import STAFF, act_as_staff
from booking_stage import DAY, NOW, TERMS, booked, places_used, said
from chassis.database import Database
from chassis.refusal import Conflict
from migrated_again import run_migration
from sqlalchemy.exc import IntegrityError
from totetaxi.booking.v1.events_pb2 import WaitlistOffered
from waiting_stage import LATER, ONE_PLACE, book_offer, called_off, full_morning, offers, states, waits

NEXT_WEEK = DAY + timedelta(days=7)


@pytest.fixture(autouse=True)
async def staff() -> None:
    act_as_staff()


async def give(database: Database, places: int | None) -> PlannedDay:
    """So many places for every window of the day; none closes it, None makes it usual again."""
    return await set_day_capacity(database, DAY, places, "Snow.", TERMS.usual, NOW)


async def refuses_everything(database: Database, elsewhere: str) -> None:
    """Nothing can be booked on the day, or moved to it."""
    [day] = await calendar_of(database, [DAY], TERMS.usual, NOW)
    assert not day.is_available
    with pytest.raises(Conflict, match="sold out"):
        await booked(database)
    with pytest.raises(Conflict, match="sold out"):
        await move_for_customer(database, Move(UUID(elsewhere), DAY, None), STAFF, "They called.", TERMS, NOW)


@pytest.mark.parametrize("way", ["cancelled", "moved", "expired"])
async def test_a_place_that_comes_back_on_a_closed_day_is_not_bookable(database: Database, way: str) -> None:
    leaving = UUID((await booked(database)).booking.id)
    later = NOW + timedelta(minutes=1)
    elsewhere = (await booked(database, pickup_date=NEXT_WEEK, expires_at=later + timedelta(hours=1))).booking.id
    await give(database, 0)
    if way == "cancelled":
        await cancel_for_customer(database, leaving, None, "They asked.", STAFF, NOW)
    elif way == "moved":
        await move_for_customer(database, Move(leaving, NEXT_WEEK, None), STAFF, "They called.", TERMS, NOW)
    else:
        assert await expire_unpaid(database, NOW + timedelta(minutes=31), 50) == 1
    assert await places_used(database) == 0
    await refuses_everything(database, elsewhere)


async def test_no_other_window_of_a_closed_day_takes_what_is_booked_there(database: Database) -> None:
    here = UUID((await booked(database)).booking.id)
    await give(database, 0)
    with pytest.raises(Conflict, match="evening of June 2, 2027 is sold out"):
        await move_for_customer(database, Move(here, DAY, PickupWindow.EVENING), STAFF, "They called.", TERMS, NOW)


@pytest.mark.parametrize(("places", "morning"), [(None, 7), (3, 3)])
async def test_a_day_that_opens_again_has_exactly_its_own_places(
    database: Database, places: int | None, morning: int
) -> None:
    first = UUID((await booked(database)).booking.id)
    await booked(database)
    await give(database, 0)
    await cancel_for_customer(database, first, None, "They asked.", STAFF, NOW)
    opened = (await give(database, places)).day.windows[PickupWindow.MORNING]
    assert (opened.used, opened.maximum) == (1, morning)
    for _ in range(morning - 1):
        await booked(database)
    with pytest.raises(Conflict, match="sold out"):
        await booked(database)


async def test_a_day_with_fewer_places_than_are_taken_gives_none_of_them_away_again(database: Database) -> None:
    made = [UUID((await booked(database)).booking.id) for _ in range(4)]
    shown = (await give(database, 2)).day.windows[PickupWindow.MORNING]
    assert (shown.used, shown.maximum) == (4, 4)
    for each in made[:2]:
        await cancel_for_customer(database, each, None, "They asked.", STAFF, NOW)
        with pytest.raises(Conflict, match="sold out"):
            await booked(database)
    await cancel_for_customer(database, made[2], None, "They asked.", STAFF, NOW)
    await booked(database)


async def test_who_waits_for_a_closed_day_is_offered_nothing_until_it_opens(database: Database) -> None:
    [taken] = await full_morning(database)
    await waits(database, "Ada")
    await give(database, 0)
    await called_off(database, taken)
    assert (await call_waiting(database, NOW, 50), await offers(database)) == (0, [])
    assert (await states(database), await places_used(database)) == (["waiting"], 0)
    await give(database, 1)
    assert [offer.contact.email for offer in await offers(database)] == ["ada@example.com"]


async def test_who_was_called_when_the_day_closed_stands_in_line_again(database: Database) -> None:
    [taken] = await full_morning(database)
    await waits(database, "Ada")
    await waits(database, "Ben")
    await called_off(database, taken)
    assert await states(database) == ["called", "waiting"]
    await give(database, 0)
    assert await offers(database) == []
    assert (await states(database), await places_used(database)) == (["waiting", "waiting"], 0)
    await give(database, 1)
    assert await states(database) == ["called", "waiting"]


async def test_an_offer_of_a_day_that_closed_books_nothing_and_passes_to_nobody(database: Database) -> None:
    [taken] = await full_morning(database)
    await waits(database, "Ada")
    await waits(database, "Ben")
    await called_off(database, taken)
    [offer] = await offers(database)
    await give(database, 0)
    with pytest.raises(Conflict, match="sold out; the next free days are June 3, 2027"):
        await book_offer(database, offer.token)
    assert await pass_offers_on(database, LATER, 50) == 1
    assert (await states(database), await places_used(database)) == (["passed", "waiting"], 0)
    assert len(await said(database, WaitlistOffered)) == 1


async def test_a_place_that_is_kept_on_a_day_with_fewer_places_is_still_theirs(database: Database) -> None:
    first, _ = await full_morning(database, places=2)
    await waits(database, "Ada")
    await called_off(database, first)
    [offer] = await offers(database)
    await set_day_capacity(database, DAY, 1, "A van is broken.", ONE_PLACE.usual, NOW)
    assert (await book_offer(database, offer.token)).booking.booking_number


async def test_no_statement_can_take_a_place_of_a_closed_day(database: Database) -> None:
    await booked(database)
    await give(database, 0)
    for statement in (
        "UPDATE capacity SET used = used + 1",
        "INSERT INTO capacity (pickup_date, pickup_window, used, maximum) VALUES ('2027-06-09', 'morning', 1, 0)",
    ):
        with pytest.raises(IntegrityError, match="capacity_is_never_overbooked"):
            async with database.transaction() as connection:
                await connection.exec_driver_sql(statement)


async def test_days_that_were_closed_before_stay_closed(database: Database) -> None:
    taken = UUID((await booked(database)).booking.id)
    await give(database, 0)
    async with database.transaction() as connection:
        await connection.exec_driver_sql("UPDATE capacity SET maximum = used")
    await run_migration(database, "0049_closed_days", "WHAT_STAFF_SET")
    await cancel_for_customer(database, taken, None, "They asked.", STAFF, NOW)
    with pytest.raises(Conflict, match="sold out"):
        await booked(database)
