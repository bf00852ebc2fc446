"""Why a task finds no van: one sentence for staff, from the most certain reason to the least."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from booking.domain.logistics import spoken_time
from booking.domain.roads import Roads
from booking.domain.routing import Problem, Trip, VanDay

CROWDED = "Every van that could do it is full or elsewhere then; another van, or another time, would make room."


def reason_for(trip: Trip, problem: Problem, roads: Roads) -> str:
    """Why this trip is in nobody's route."""
    vans = [van for van in problem.vans if may_take(trip, van)]
    if not vans:
        return nobody(trip, problem)
    if trip.totes > max(van.capacity for van in vans):
        most = max(van.capacity for van in vans)
        return f"It takes {trip.totes} totes, and the largest van that could do it holds {most}."
    arrivals = [first_arrival(trip, van, roads) for van in vans]
    last_chance = last_begin(trip, roads)
    if all(arrival > last_chance for arrival in arrivals):
        return too_late(trip, min(arrivals), last_chance)
    return CROWDED


def may_take(trip: Trip, van: VanDay) -> bool:
    """Whether it is a van that this trip may have."""
    return trip.van_id in ("", van.van_id) and (van.is_at_depot or not trip.is_from_depot)


def nobody(trip: Trip, problem: Problem) -> str:
    """There is no such van."""
    if not problem.vans:
        return "No van in service has a driver that day."
    if trip.is_from_depot:
        return "It is loaded at the warehouse, and every van has left already."
    return "Its things are in a van that nobody can send there now."


def first_arrival(trip: Trip, van: VanDay, roads: Roads) -> int:
    """When this van could begin, had it nothing else to do."""
    first = trip.calls[0]
    return max(first.opens, van.starts + roads.drive(van.zip_code, first.zip_code).seconds)


def last_begin(trip: Trip, roads: Roads) -> int:
    """When somebody must begin at its first door, to be in time at all of them."""
    first, *others = trip.calls
    latest = first.closes - first.seconds
    for second in others:
        drive = roads.drive(first.zip_code, second.zip_code).seconds
        latest = min(latest, second.closes - second.seconds - drive - first.seconds)
    return latest


def too_late(trip: Trip, arrival: int, last_chance: int) -> str:
    """Nobody can be there in time."""
    first = trip.calls[0]
    if last_chance < first.opens:
        return "Its windows are too short, or too near to their end, for loading, driving and handing over."
    return f"A crew must begin by {spoken(last_chance)}, and no van gets there before {spoken(arrival)}."


def spoken(instant: int) -> str:
    """`9:30 AM in New York`."""
    return spoken_time(datetime.fromtimestamp(instant, UTC))


def unknown_places(trip: Trip, problem: Problem, roads: Roads) -> Sequence[str]:
    """The ZIP codes that we can't find: of its doors, and of the warehouse."""
    return [each for each in (*(call.zip_code for call in trip.calls), problem.depot) if each not in roads.places]
