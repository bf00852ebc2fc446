"""The rules of a day's routes, whichever day it is: everything that a plan must never do."""

from __future__ import annotations

from datetime import date

import pytest
from booking.domain.loads import Load
from booking.domain.logistics import TaskKind
from booking.domain.pickup import PickupWindow
from booking.domain.routing import LONGEST_DRIVING_SECONDS, Answer, Problem, Trip
from booking.domain.van_days import Planning
from booking.routing.plan import answer
from hypothesis import given, settings
from hypothesis import strategies as any_of
from route_days import DAY, DEPOT, move, problem_of, task

CITY = any_of.sampled_from(["10001", "10021", "10128", "11201", "07030", "06830"])
EAST = any_of.sampled_from(["11937", "11963", "11954", "11968"])
SPRING, AUTUMN = date(2027, 3, 14), date(2027, 11, 7)
LOADS = any_of.builds(Load, any_of.integers(1, 40), any_of.booleans(), any_of.booleans())
KINDS = any_of.sampled_from([None, TaskKind.TO_STORAGE, TaskKind.FROM_STORAGE])


@any_of.composite
def days(draw: any_of.DrawFn) -> Problem:
    """Up to a dozen bookings of all kinds, and up to four vans."""
    day = draw(any_of.sampled_from([DAY, SPRING, AUTUMN]))
    tasks = []
    for number in range(draw(any_of.integers(1, 12))):
        common = {"window": draw(any_of.sampled_from(PickupWindow)), "load": draw(LOADS), "day": day}
        kind, city, east = draw(KINDS), draw(CITY), draw(EAST)
        if kind:
            tasks.append(task(str(number), kind, city, **common))
        else:
            tasks += [task(str(number), TaskKind.PICKUP, city, **common)]
            tasks += [task(str(number), TaskKind.DELIVERY, east, **common)]
    return problem_of(tasks, draw(any_of.integers(0, 4)), now=Planning(day, 0, DEPOT).starts, day=day)[0]


def stops_of(found: Answer) -> dict[str, tuple[str, int, int]]:
    """By task: the van, when it begins, and when it goes on."""
    return {stop.task_id: (route.van_id, stop.begins, stop.departs) for route in found.routes for stop in route.stops}


@settings(max_examples=60, deadline=None)
@given(days())
def test_every_plan_keeps_every_rule(problem: Problem) -> None:
    found = answer(problem)
    stops = stops_of(found)
    asked = [call.task_id for trip in problem.trips for call in trip.calls]
    made = [stop.task_id for route in found.routes for stop in route.stops]
    left = [each.task_id for each in found.left_out]
    assert sorted(made + left) == sorted(asked)
    assert all(each.reason.endswith(".") for each in found.left_out)
    for trip in problem.trips:
        keeps_its_windows(trip, stops)
        keeps_together(trip, stops)
    for route in found.routes:
        keeps_its_times(problem, found, route.van_id)
        holds_its_load(problem, found, route.van_id)
    assert found == answer(problem)


def keeps_its_windows(trip: Trip, stops: dict[str, tuple[str, int, int]]) -> None:
    for call in trip.calls:
        if call.task_id in stops:
            _, begins, departs = stops[call.task_id]
            assert call.opens <= begins
            assert departs == begins + call.seconds <= call.closes


def keeps_together(trip: Trip, stops: dict[str, tuple[str, int, int]]) -> None:
    made = [stops[call.task_id] for call in trip.calls if call.task_id in stops]
    assert len(made) in (0, len(trip.calls))
    if len(made) == 2:
        assert made[0][0] == made[1][0]
        assert made[0][2] <= made[1][1]


def keeps_its_times(problem: Problem, found: Answer, van_id: str) -> None:
    [van] = [each for each in problem.vans if each.van_id == van_id]
    [route] = [each for each in found.routes if each.van_id == van_id]
    assert van.starts <= route.starts <= route.ends <= van.ends
    assert route.drive_seconds <= LONGEST_DRIVING_SECONDS
    at = route.starts
    for stop in route.stops:
        assert stop.arrives == at + stop.drive_seconds
        assert stop.begins >= stop.arrives
        at = stop.departs
    driven = sum(stop.drive_seconds for stop in route.stops) + route.ends - at
    assert route.drive_seconds == driven


def holds_its_load(problem: Problem, found: Answer, van_id: str) -> None:
    [van] = [each for each in problem.vans if each.van_id == van_id]
    [route] = [each for each in found.routes if each.van_id == van_id]
    trips = {call.task_id: trip for trip in problem.trips for call in trip.calls}
    here = {stop.task_id for stop in route.stops}
    aboard = [trip for trip in problem.trips if not trip.pickup and trip.calls[0].task_id in here]
    for stop in route.stops:
        trip = trips[stop.task_id]
        is_loading = trip.pickup is not None and trip.pickup.task_id == stop.task_id
        aboard = [*aboard, trip] if is_loading else [each for each in aboard if each is not trip]
        assert sum(each.totes for each in aboard if not each.is_alone) <= van.capacity
        assert len(aboard) <= 1 or not any(each.is_alone for each in aboard)


@pytest.mark.parametrize(
    ("tasks", "vans", "reason"),
    [
        (move("a"), 0, "No van in service has a driver"),
        (move("a", load=Load(61, False, False)), 1, "takes 61 totes, and the largest van that could do it holds 60"),
        ([task("a", TaskKind.TO_STORAGE, "99998")], 1, "don't know where ZIP code 99998 lies"),
        ([task("a", TaskKind.PICKUP), task("a", TaskKind.DELIVERY, "14604")], 1, "windows are too short"),
        ([each for name in "abcde" for each in move(name)], 1, "full or elsewhere"),
    ],
)
def test_what_is_left_out_says_why(tasks: list, vans: int, reason: str) -> None:
    found = answer(problem_of(tasks, vans)[0])
    assert found.left_out
    assert all(reason in each.reason for each in found.left_out)


def test_what_was_promised_first_is_not_left_out_for_others() -> None:
    first = move("z", load=Load(30, is_alone=False, is_first=True))
    others = [each for name in "abcd" for each in move(name)]
    made = stops_of(answer(problem_of([*others, *first], 1)[0]))
    assert {each.id for each in first} <= set(made)


def test_on_the_day_the_clocks_change_vans_start_by_new_yorks_clock() -> None:
    hours = {day: (Planning(day, 0, DEPOT).ends - Planning(day, 0, DEPOT).starts) // 3600 for day in (SPRING, AUTUMN)}
    assert hours == {SPRING: 20, AUTUMN: 20}
    assert Planning(SPRING, 0, DEPOT).starts == 1_805_014_800
