"""Closing a day while everybody books it, calls off, moves and waits: nothing is taken once it is closed."""

from __future__ import annotations

import random
from collections.abc import Awaitable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from booking.actions import Move, cancel_for_customer, move_for_customer
from booking.actions.staff_calendar import PlannedDay, set_day_capacity
from booking_callers import STAFF, act_as_staff
from booking_stage import DAY, NOW, TERMS, booked, outcomes, patiently, places_used
from chassis.database import Database
from chassis.refusal import Conflict
from totetaxi.booking.v1.booking_service_pb2 import CreateGuestBookingResponse
from waiting_stage import states, waits

NEXT_WEEK = DAY + timedelta(days=7)
PLACES = TERMS.usual.places


@pytest.fixture(autouse=True)
async def staff() -> None:
    act_as_staff()


def cancelling(database: Database, booking_id: str) -> Awaitable[Any]:
    return patiently(lambda: cancel_for_customer(database, UUID(booking_id), None, "They asked.", STAFF, NOW))


def moving(database: Database, booking_id: str) -> Awaitable[Any]:
    move = Move(UUID(booking_id), DAY, None)
    return patiently(lambda: move_for_customer(database, move, STAFF, "They called.", TERMS, NOW))


def giving(database: Database, places: int | None) -> Awaitable[Any]:
    return patiently(lambda: set_day_capacity(database, DAY, places, "Snow.", TERMS.usual, NOW))


def made_by(results: list[Any]) -> list[str]:
    """The bookings that were made; whatever was not is a refusal, never a lock that was waited for in vain."""
    raised = [result for result in results if isinstance(result, BaseException)]
    assert [each for each in raised if not isinstance(each, Conflict)] == []
    return [result.booking.id for result in results if isinstance(result, CreateGuestBookingResponse)]


@pytest.mark.race
@pytest.mark.parametrize("seed", range(3))
async def test_nothing_is_taken_once_a_day_is_closed_whatever_happens_at_once(database: Database, seed: int) -> None:
    here = [(await booked(database)).booking.id for _ in range(PLACES)]
    there = [(await booked(database, pickup_date=NEXT_WEEK)).booking.id for _ in range(5)]
    await waits(database, "Ada")
    tries = [cancelling(database, each) for each in here] + [moving(database, each) for each in there]
    tries += [patiently(lambda: booked(database)) for _ in range(20)]
    tries += [giving(database, 0)]
    random.Random(seed).shuffle(tries)
    results = await outcomes(tries)
    made = made_by(results)
    [closed] = [result for result in results if isinstance(result, PlannedDay)]
    assert await places_used(database) <= closed.day.used
    await outcomes([cancelling(database, each) for each in (*made, *there)])
    kept = (await states(database)).count("called")
    assert await places_used(database) == kept
    assert made_by(await outcomes([patiently(lambda: booked(database)) for _ in range(10)])) == []


@pytest.mark.race
async def test_a_day_that_closes_and_opens_again_and_again_ends_with_exactly_its_places(database: Database) -> None:
    made: list[str] = []
    for _ in range(4):
        tries = [patiently(lambda: booked(database)) for _ in range(10)]
        tries += [cancelling(database, each) for each in made] + [giving(database, places) for places in (0, None, 3)]
        made = made_by(await outcomes(tries))
    await giving(database, None)
    await outcomes([cancelling(database, each) for each in made])
    assert await places_used(database) == 0
    assert len(made_by(await outcomes([patiently(lambda: booked(database)) for _ in range(20)]))) == PLACES
