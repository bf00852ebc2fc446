"""The waiting list: a place that comes free is kept for the first who waits for it, and for nobody else."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from booking.actions import erase_customer, expire_unpaid, export_customer, place_booking
from booking.actions.staff_calendar import set_day_capacity
from booking.actions.waiting_list import (
    call_waiting,
    forget_past_days,
    leave_waiting_list,
    list_waiting,
    look_at_waiting,
    pass_offers_on,
)
from booking.domain.pickup import PickupWindow
from booking.domain.waiting import MOST_EACH, WaitingState
from booking.store.privacy import Erasure
from booking_callers import GRACE, act_as_staff
from booking_stage import DAY, NOW, booked, outcomes, places_used, record, said
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.refusal import Conflict, Invalid, NotFound
from totetaxi.booking.v1.booking_service_pb2 import CreateGuestBookingResponse
from totetaxi.booking.v1.events_pb2 import WaitlistPassed
from waiting_stage import LATER, MINUTES, ONE_PLACE, book_offer, called_off, full_morning, offers, states, waits


async def test_a_place_that_comes_free_goes_to_the_first_who_waits_and_to_nobody_else(database: Database) -> None:
    [taken] = await full_morning(database)
    await waits(database, "Ada")
    await waits(database, "Ben")
    await called_off(database, taken)
    assert await places_used(database) == 1
    with pytest.raises(Conflict, match="sold out"):
        await place_booking(database, record(), None, ONE_PLACE, NOW)
    [offer] = await offers(database)
    assert (offer.contact.email, offer.language, offer.pickup_date) == ("ada@example.com", "fr", DAY.isoformat())
    assert offer.offer_ends_at.ToDatetime(NOW.tzinfo) == LATER
    answer = await book_offer(database, offer.token)
    assert answer.booking.booking_number
    assert await places_used(database) == 1
    assert await states(database) == ["booked", "waiting"]


async def test_what_nobody_takes_in_time_passes_on_and_then_comes_free_for_all(database: Database) -> None:
    [taken] = await full_morning(database)
    await waits(database, "Ada")
    await waits(database, "Ben")
    await called_off(database, taken)
    [first] = await offers(database)
    assert await pass_offers_on(database, LATER - timedelta(seconds=1), 50) == 0
    assert await pass_offers_on(database, LATER, 50) == 1
    assert [event.contact.email for event in await said(database, WaitlistPassed)] == ["ada@example.com"]
    assert await states(database) == ["passed", "called"]
    with pytest.raises(Conflict, match="no longer kept"):
        await book_offer(database, first.token, LATER)
    second = (await offers(database, LATER))[-1]
    assert second.contact.email == "ben@example.com"
    assert await pass_offers_on(database, LATER + timedelta(minutes=MINUTES), 50) == 1
    assert await places_used(database) == 0


async def test_an_offer_is_over_at_its_end_even_before_the_clock_looks(database: Database) -> None:
    [taken] = await full_morning(database)
    await waits(database, "Ada")
    await called_off(database, taken)
    [offer] = await offers(database)
    with pytest.raises(Conflict, match="no longer kept"):
        await book_offer(database, offer.token, LATER)


@pytest.mark.race
async def test_an_offer_books_its_own_place_once(database: Database) -> None:
    [taken] = await full_morning(database)
    await waits(database, "Ada")
    await called_off(database, taken)
    [offer] = await offers(database)
    with pytest.raises(Conflict, match="the morning of June 2, 2027"):
        await book_offer(database, offer.token, pickup_window=PickupWindow.EVENING)
    results = await outcomes([book_offer(database, offer.token) for _ in range(10)])
    assert len([result for result in results if isinstance(result, CreateGuestBookingResponse)]) == 1
    assert {result.slug for result in results if isinstance(result, Conflict)} == {"offer_over"}
    assert await places_used(database) == 1


@pytest.mark.race
async def test_many_places_that_come_free_at_once_go_to_as_many_in_line(database: Database) -> None:
    bookings = await full_morning(database, places=7)
    for number in range(10):
        await waits(database, f"Guest{number}")
    strangers = [booked(database) for _ in range(20)]
    await outcomes([*[called_off(database, booking_id) for booking_id in bookings], *strangers])
    assert await states(database) == ["called"] * 7 + ["waiting"] * 3
    assert await places_used(database) == 7
    made = await outcomes([book_offer(database, offer.token) for offer in await offers(database)])
    assert len([answer for answer in made if isinstance(answer, CreateGuestBookingResponse)]) == 7
    assert await places_used(database) == 7


async def test_an_unpaid_booking_that_ends_and_one_that_was_offered_both_pass_on(database: Database) -> None:
    await full_morning(database)
    await waits(database, "Ada")
    await waits(database, "Ben")
    assert await expire_unpaid(database, LATER, 50) == 1
    [offer] = await offers(database, LATER)
    await book_offer(database, offer.token, LATER, expires_at=LATER + timedelta(minutes=30))
    assert await expire_unpaid(database, LATER + timedelta(minutes=30), 50) == 1
    assert await states(database) == ["booked", "called"]


async def test_places_that_staff_add_go_to_those_who_wait(database: Database) -> None:
    await full_morning(database)
    await waits(database, "Ada")
    await waits(database, "Ben")
    act_as_staff()
    await set_day_capacity(database, DAY, 2, "another van", ONE_PLACE.usual, NOW)
    assert await states(database) == ["called", "waiting"]
    assert await call_waiting(database, NOW, 50) == 0


async def test_any_window_of_the_day_will_do_for_who_names_none(database: Database) -> None:
    for window in PickupWindow:
        await place_booking(database, record(pickup_window=window), None, ONE_PLACE, NOW)
    await waits(database, "Ada", pickup_window=None)
    await expire_unpaid(database, LATER, 1)
    [offer] = await offers(database, LATER)
    assert offer.pickup_window
    assert await places_used(database) == 3


async def test_nobody_waits_for_a_place_that_is_free_or_a_day_that_is_over(database: Database) -> None:
    with pytest.raises(Conflict, match="still has a place"):
        await waits(database, "Ada")
    with pytest.raises(Invalid, match="must not be in the past"):
        await waits(database, "Ada", pickup_date=DAY - timedelta(days=2))


@pytest.mark.race
async def test_joining_twice_is_joining_once_and_proves_nothing(database: Database) -> None:
    await full_morning(database)
    results = await outcomes([waits(database, "Ada") for _ in range(5)])
    assert len({joined.entry.id for joined in results}) == 1
    assert sorted(bool(joined.token) for joined in results) == [False] * 4 + [True]
    assert await states(database) == ["waiting"]


async def test_an_email_waits_for_so_many_days_and_no_more(database: Database) -> None:
    days = [DAY + timedelta(days=number) for number in range(MOST_EACH + 1)]
    for day in days:
        await place_booking(database, record(pickup_date=day), None, ONE_PLACE, NOW)
    for day in days[:-1]:
        await waits(database, "Ada", pickup_date=day)
    with pytest.raises(Conflict, match="wait for 5 days already"):
        await waits(database, "Ada", pickup_date=days[-1])


async def test_who_leaves_gives_the_place_to_the_next(database: Database) -> None:
    [taken] = await full_morning(database)
    ada = await waits(database, "Ada")
    await waits(database, "Ben")
    await called_off(database, taken)
    await offers(database)
    left = await leave_waiting_list(database, ada.token, NOW)
    assert (left.state, left.offer_ends_at) == (WaitingState.LEFT, None)
    assert await leave_waiting_list(database, ada.token, NOW) == await look_at_waiting(database, ada.token)
    assert await states(database) == ["left", "called"]
    with pytest.raises(NotFound):
        await look_at_waiting(database, "nothing-that-we-gave-out")


async def test_who_is_forgotten_leaves_no_trace_and_gives_the_place_to_the_next(database: Database) -> None:
    [taken] = await full_morning(database)
    await waits(database, "Grace", customer_id=GRACE)
    await waits(database, "Ben")
    await called_off(database, taken)
    exported, _ = await export_customer(database, GRACE, "")
    [kept] = exported["waiting"]
    assert (kept["email"], kept["state"]) == ("grace@example.com", "called")
    async with database.transaction() as connection:
        await erase_customer(connection, Erasure(GRACE, new_id(), "", NOW), NOW)
    entries, _ = await list_waiting(database, DAY, 100, "", NOW)
    assert [(entry.contact.first_name, entry.state) for entry in entries] == [("Ben", "called")]


async def test_a_line_has_pages_and_is_forgotten_a_month_after_its_day(database: Database) -> None:
    await full_morning(database)
    for name in ("Ada", "Ben", "Cleo"):
        await waits(database, name)
    act_as_staff()
    first, cursor = await list_waiting(database, DAY, 2, "", NOW)
    second, end = await list_waiting(database, DAY, 2, cursor, NOW)
    assert ([entry.contact.first_name for entry in (*first, *second)], end) == (["Ada", "Ben", "Cleo"], "")
    assert await forget_past_days(database, at(DAY + timedelta(days=30)), 50) == 0
    assert await forget_past_days(database, at(DAY + timedelta(days=31)), 50) == 3


def at(day: date) -> datetime:
    """Noon that day."""
    return datetime.combine(day, NOW.timetz())
