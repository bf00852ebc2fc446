"""Organizers under concurrency: never one too many, none lost, and nobody blocks anybody for ever."""

from __future__ import annotations

import random
from collections.abc import Awaitable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from booking.actions import Move, cancel_for_customer, expire_unpaid, move_for_customer, place_booking
from booking.domain.availability import Places
from booking.domain.pickup import PickupWindow
from booking_callers import STAFF, act_as_staff
from booking_stage import DAY, NOW, TERMS, outcomes, patiently, places_used, record
from chassis.database import Database
from chassis.refusal import Conflict
from organizer_stage import EXPIRED_BY, organized, organizers_on
from totetaxi.booking.v1.booking_service_pb2 import CreateGuestBookingResponse

ROOMY = replace(TERMS, usual=replace(TERMS.usual, places=1_000))
DAYS = [DAY + timedelta(days=number) for number in range(3)]


@pytest.fixture(autouse=True)
async def staff() -> None:
    act_as_staff()


def booking(database: Database, **changes: Any) -> Awaitable[Any]:
    return patiently(lambda: place_booking(database, record(**changes), None, ROOMY, NOW))


def cancelling(database: Database, booking_id: str) -> Awaitable[Any]:
    return patiently(lambda: cancel_for_customer(database, UUID(booking_id), None, "They asked.", STAFF, NOW))


def moving(database: Database, booking_id: str, day: date, window: PickupWindow) -> Awaitable[Any]:
    return patiently(
        lambda: move_for_customer(database, Move(UUID(booking_id), day, window), STAFF, "They called.", ROOMY, NOW)
    )


@pytest.mark.race
async def test_two_hundred_at_once_share_the_last_organizers_and_give_all_of_them_back(database: Database) -> None:
    windows = list(PickupWindow)
    tries = [
        booking(database, price=organized(2), pickup_window=windows[number % len(windows)]) for number in range(200)
    ]
    results = await outcomes(tries)
    made = [result for result in results if isinstance(result, CreateGuestBookingResponse)]
    refused = [result for result in results if isinstance(result, Conflict)]
    assert (len(made), len(refused)) == (4, 196)
    assert {refusal.slug for refusal in refused} == {"no_organizers"}
    assert "the next days with enough are June 3, 2027" in refused[0].message
    assert await organizers_on(database) == Places(8, 8)
    await outcomes([cancelling(database, answer.booking.id) for answer in made for _ in range(3)])
    assert (await organizers_on(database), await places_used(database)) == (Places(0, 8), 0)


@pytest.mark.race
@pytest.mark.parametrize("seed", range(3))
async def test_bookings_moves_and_cancellations_all_at_once_never_block_each_other_or_lose_anybody(
    database: Database, seed: int
) -> None:
    chance = random.Random(seed)
    made: list[str] = []
    for _ in range(4):
        results = await outcomes([anything(database, made, chance) for _ in range(40)])
        raised = [result for result in results if isinstance(result, BaseException)]
        assert [each for each in raised if not isinstance(each, Conflict)] == []
        made += [answer.booking.id for answer in results if isinstance(answer, CreateGuestBookingResponse)]
        found = [await organizers_on(database, day) for day in DAYS]
        assert all(0 <= each.used <= each.maximum for each in found), found
    while await expire_unpaid(database, EXPIRED_BY, 50):
        pass
    assert [await organizers_on(database, day) for day in DAYS] == [Places(0, 8)] * 3
    assert sum([await places_used(database, day) for day in DAYS]) == 0


def anything(database: Database, made: list[str], chance: random.Random) -> Awaitable[Any]:
    """A booking with or without organizing, a move to any day, or a cancellation."""
    day, window = chance.choice(DAYS), chance.choice(list(PickupWindow))
    if not made or chance.random() < 0.4:
        teams = chance.choice([(), (2,), (2, 2), (4,)])
        return booking(database, price=organized(*teams), pickup_date=day, pickup_window=window)
    booking_id = chance.choice(made)
    return cancelling(database, booking_id) if chance.random() < 0.2 else moving(database, booking_id, day, window)


@pytest.mark.race
async def test_moves_in_opposite_directions_through_different_windows_never_block_each_other(
    database: Database,
) -> None:
    here, there, _ = DAYS
    forth, back = PickupWindow.MORNING, PickupWindow.EVENING
    few = [
        (await booking(database, price=organized(1), pickup_date=day, pickup_window=window)).booking.id
        for day, window in ((here, forth), (there, back))
        for _ in range(3)
    ]
    ways = [(there, forth)] * 3 + [(here, back)] * 3
    for _ in range(5):
        tries = [moving(database, each, day, window) for each, (day, window) in zip(few, ways, strict=True)]
        assert [result for result in await outcomes(tries) if isinstance(result, BaseException)] == []
        ways = [(here if day == there else there, window) for day, window in ways]
    assert [(await organizers_on(database, day)).used for day in (here, there)] == [3, 3]


@pytest.mark.race
async def test_moves_to_days_that_nobody_has_booked_yet_never_block_each_other(database: Database) -> None:
    for attempt in range(5):
        here, there = (DAY + timedelta(days=attempt * 2 + number) for number in range(2))
        made = [(await booking(database, price=organized(1), pickup_date=here)).booking.id for _ in range(2)]
        tries = [moving(database, each, there, PickupWindow.EVENING) for each in made]
        strangers = [booking(database, price=organized(1), pickup_date=there) for _ in range(4)]
        backwards = [moving(database, each, here, PickupWindow.MORNING) for each in made]
        results = await outcomes([*tries, *strangers, *backwards])
        assert [result for result in results if isinstance(result, BaseException)] == []
        assert (await organizers_on(database, here)).used + (await organizers_on(database, there)).used == 6
