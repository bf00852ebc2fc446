"""Giving places back: to the first who waits for one, else to everybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from chassis.clock import new_york_date
from chassis.database import Database
from sqlalchemy.ext.asyncio import AsyncConnection

from booking.domain.pickup import PickupWindow, is_bookable
from booking.domain.waiting import Waiting, WaitingState
from booking.store import capacity, waiting
from booking.store.waiting import Place


async def give_places_back(connection: AsyncConnection, places: Sequence[Place], now: datetime) -> None:
    """Keeps each place for the first in line for it, or frees it; one entry for each place that was taken.

    What is taken beyond the places that a day has, such as all of a closed one, is kept for nobody.
    """
    if not places:
        return
    locked = await capacity.lock_places(connection, places)  # who joins now waits for us, and finds a place or a line
    waited_for = await waiting.days_waited_for(connection, [day for day, _ in places])
    beyond = Counter({place: -found.left for place, found in locked.items()})
    free: list[Place] = []
    for place in sorted(places):
        if beyond[place] > 0 or not await is_kept(connection, place, waited_for, now):
            free.append(place)
            beyond[place] -= 1
    await capacity.free_places(connection, free)


async def is_kept(connection: AsyncConnection, place: Place, waited_for: set[date], now: datetime) -> bool:
    """Whether a taken place is kept for somebody now; it stays taken then."""
    day, window = place
    if day not in waited_for or not is_bookable(day, window, now):
        return False
    return await call_next(connection, place, now) is not None


async def call_next(connection: AsyncConnection, place: Place, now: datetime) -> Waiting | None:
    """Keeps a taken place for the first in line; the offer is written by the clock. None when nobody waits."""
    first = await waiting.lock_next(connection, place)
    if first is None:
        return None
    called = replace(first, state=WaitingState.CALLED, offered_window=place[1], updated_at=now)
    await waiting.save_waiting(connection, called)
    return called


async def call_waiting(database: Database, now: datetime, limit: int) -> int:
    """Takes places that are free although somebody waits for them, for the first in line; how many."""
    async with database.transaction() as connection:
        places = await waiting.find_waited_for(connection, new_york_date(now), limit)
        return sum([await call_for(connection, place, now) for place in places if is_bookable(*place, now)])


async def call_for_day(connection: AsyncConnection, day: date, now: datetime) -> None:
    """Keeps the free places of a day for those who wait for it, as many as there are of either."""
    if day not in await waiting.days_waited_for(connection, [day]):
        return
    for window in PickupWindow:
        while is_bookable(day, window, now) and await call_for(connection, (day, window), now):
            pass


async def call_for(connection: AsyncConnection, place: tuple[date, PickupWindow], now: datetime) -> bool:
    """Takes one free place for the first who waits for it."""
    await capacity.lock_places(connection, [place])
    if not await capacity.take_known_place(connection, *place):
        return False
    if await call_next(connection, place, now):
        return True
    await capacity.free_places(connection, [place])
    return False
