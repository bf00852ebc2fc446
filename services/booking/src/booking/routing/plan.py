"""A day's plan: solved, and solved again without what can't be kept; with a reason for everything that is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from booking.domain.roads import Roads
from booking.domain.route_reasons import reason_for, unknown_places
from booking.domain.routing import Answer, IdleVan, LeftOut, Problem, Route, Totals, Trip, VanDay
from booking.routing.places import places_of
from booking.routing.solver import Way, solve

OWN_TIMES: Final = (
    "What it was given by hand can't be driven in time, by our distances; look at its tasks, or plan them anew."
)


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of it: nobody of `late` gets anything, since they can't do what they have at its time."""

    problem: Problem
    ways: Sequence[Way]
    late: Sequence[VanDay]


def answer(problem: Problem) -> Answer:
    """The whole plan. No van is in it whose tasks with fixed times would not all be kept."""
    roads = Roads(places_of(zip_codes_of(problem)))
    result = kept(problem, roads)
    routes = tuple(route_of(way) for way in result.ways)
    planned = {stop.task_id for route in routes for stop in route.stops}
    missed = [
        LeftOut(call.task_id, reason(trip, result, roads))
        for trip in problem.trips
        for call in trip.calls
        if not call.is_fixed and call.task_id not in planned
    ]
    idle = tuple(IdleVan(van.van_id, OWN_TIMES) for van in result.late)
    return Answer(routes, tuple(missed), idle, totals_before(problem, roads), totals_of(routes))


def kept(problem: Problem, roads: Roads) -> Kept:
    """Solves, again without what is open of a trip whose other end is fixed and missed, then without its van."""
    trips = [trip for trip in problem.trips if not unknown_places(trip, problem, roads)]
    missed = {trip.van_id for trip in problem.trips if trip not in trips and any(c.is_fixed for c in trip.calls)}
    late: list[VanDay] = [van for van in problem.vans if van.van_id in missed]
    while True:
        here = tuple(van for van in problem.vans if van not in late and van.zip_code in roads.places)
        left = replace(problem, vans=here)
        ways = solve(left, [trip for trip in trips if is_possible(trip, late)], roads)
        done = {stop.task_id for way in ways for stop in way.stops}
        broken = [trip for trip in trips if is_possible(trip, late) and is_broken(trip, done)]
        if not broken:
            return Kept(left, ways, late)
        trips = [fixed_end(trip) if trip in broken and not trip.is_fixed else trip for trip in trips]
        gone = {trip.van_id for trip in broken if trip.is_fixed}
        late += [van for van in here if van.van_id in gone]


def is_possible(trip: Trip, late: Sequence[VanDay]) -> bool:
    """Whether it can be asked for: somebody may do it, while its doors are open."""
    return trip.van_id not in {van.van_id for van in late} and all(
        call.opens + call.seconds <= call.closes for call in trip.calls
    )


def is_broken(trip: Trip, done: set[str]) -> bool:
    """Whether a crew would not be where it has to be."""
    return any(call.is_fixed and call.task_id not in done for call in trip.calls)


def fixed_end(trip: Trip) -> Trip:
    """The trip without its end that is open."""
    pickup, delivery = (call if call and call.is_fixed else None for call in (trip.pickup, trip.delivery))
    return replace(trip, pickup=pickup, delivery=delivery)


def zip_codes_of(problem: Problem) -> set[str]:
    """Every place that is asked for."""
    doors = {call.zip_code for trip in problem.trips for call in trip.calls}
    vans = {each for van in problem.vans for each in (van.zip_code, *van.given)}
    return doors | vans | {problem.depot}


def reason(trip: Trip, result: Kept, roads: Roads) -> str:
    """Why something of this trip is open still."""
    unknown = unknown_places(trip, result.problem, roads)
    if unknown:
        return f"We don't know where ZIP code {unknown[0]} lies."
    if trip.van_id in {van.van_id for van in result.late}:
        return OWN_TIMES
    return reason_for(trip, result.problem, roads)


def route_of(way: Way) -> Route:
    """A way with its sums."""
    return Route(
        van_id=way.van.van_id,
        driver_id=way.van.driver_id,
        starts=way.starts,
        ends=way.ends,
        drive_seconds=way.drive_seconds,
        drive_meters=way.drive_meters,
        waiting_seconds=sum(stop.begins - stop.arrives for stop in way.stops),
        stops=way.stops,
    )


def totals_before(problem: Problem, roads: Roads) -> Totals:
    """What driving to the doors that were given before costs, in their order, and back to the warehouse."""
    busy = [van for van in problem.vans if van.given]
    ways = [(van.zip_code, *van.given, problem.depot) for van in busy]
    known = [[each for each in way if each in roads.places] for way in ways]
    drives = [roads.drive(start, end) for way in known for start, end in pairwise(way)]
    stops = sum(len(van.given) for van in busy)
    return Totals(stops, len(busy), sum(each.seconds for each in drives), sum(each.meters for each in drives))


def totals_of(routes: Sequence[Route]) -> Totals:
    """What the plan costs."""
    return Totals(
        stops=sum(len(route.stops) for route in routes),
        vans=len(routes),
        drive_seconds=sum(route.drive_seconds for route in routes),
        drive_meters=sum(route.drive_meters for route in routes),
    )
