"""A day as it is: what is open, what crews have, what is under way, and what that means for a new plan."""

from __future__ import annotations

from typing import Any

import pytest
from booking.domain.day_tasks import Wishes, trips_of
from booking.domain.loads import Load, load_of, seconds_at_the_door
from booking.domain.logistics import TaskKind, TaskStatus
from booking.domain.routing import Answer
from booking.domain.van_days import Planning, Van, van_days
from booking.routing.plan import OWN_TIMES, answer
from route_days import DAY, DAY_BEFORE, DEPOT, EAST_HAMPTON, NEW_YORK, crew, move, problem_of, task

HOUR = 3600
NINE = task("x", TaskKind.PICKUP).opens + HOUR
ASSIGNED, EN_ROUTE, LOADED = TaskStatus.ASSIGNED, TaskStatus.EN_ROUTE, TaskStatus.LOADED


def given(booking: str, kind: TaskKind, begins: int, number: int = 1, **changes: Any) -> Any:
    """What a crew has, for half an hour."""
    times = {"planned_from": begins, "planned_until": begins + HOUR // 2}
    return task(booking, kind, **crew(number) | times | {"status": ASSIGNED} | changes)


def made(found: Answer) -> dict[str, tuple[str, int]]:
    """By task: its van and when work begins."""
    return {stop.task_id: (route.van_id, stop.begins) for route in found.routes for stop in route.stops}


@pytest.mark.parametrize(
    ("request_", "price", "load"),
    [
        ({}, {"mini_move_package": {"max_items": 15}}, Load(15, False, False)),
        ({}, {"mini_move_package": {"max_items": 30, "priority_scheduling": True}}, Load(30, False, True)),
        ({}, {"mini_move_package": {"name": "Full"}}, Load(0, True, False)),
        ({"standard_delivery_item_count": 4}, {"specialty_items": [{}, {}]}, Load(14, False, False)),
        ({"bag_count": 3}, {}, Load(3, False, False)),
        ({}, {}, Load(15, False, False)),
    ],
)
def test_a_booking_takes_what_was_asked_for(request_: dict[str, Any], price: dict[str, Any], load: Load) -> None:
    assert load_of(request_, price) == load
    assert 15 * 60 <= seconds_at_the_door(load) <= 75 * 60


def test_both_ends_go_together_and_each_end_of_storage_by_itself() -> None:
    tasks = [*move("a"), task("b", TaskKind.TO_STORAGE), task("c", TaskKind.FROM_STORAGE)]
    together, brought, fetched = problem_of(tasks)[0].trips
    assert [call.task_id for call in together.calls] == ["a-pickup", "a-delivery"]
    assert (brought.delivery, brought.is_from_depot) == (None, False)
    assert (fetched.pickup, fetched.is_from_depot) == (None, True)


def test_what_a_crew_has_stays_at_its_time_and_the_other_end_follows_in_the_same_van() -> None:
    tasks = [given("a", TaskKind.PICKUP, NINE, number=2), task("a", TaskKind.DELIVERY)]
    stops = made(answer(problem_of(tasks, vans=3)[0]))
    assert stops["a-pickup"] == ("van-2", NINE)
    assert stops["a-delivery"][0] == "van-2"


def test_a_crew_that_dropped_out_frees_what_it_has_not_begun() -> None:
    tasks = [given("a", TaskKind.PICKUP, NINE, number=9), given("a", TaskKind.DELIVERY, NINE + 4 * HOUR, number=9)]
    found = answer(problem_of(tasks)[0])
    assert {van for van, _ in made(found).values()} == {"van-1"}
    assert not any(stop.is_fixed for route in found.routes for stop in route.stops)


def test_things_in_a_van_that_broke_down_are_left_to_people() -> None:
    tasks = [given("a", TaskKind.PICKUP, NINE, number=9, status=LOADED), task("a", TaskKind.DELIVERY)]
    problem, [left] = problem_of(tasks)
    assert (problem.trips, left.task_id) == ((), "a-delivery")
    assert "in a van that is out of service" in left.reason


def test_the_other_end_of_what_failed_is_left_to_people() -> None:
    tasks = [task("a", TaskKind.PICKUP, status=TaskStatus.FAILED), task("a", TaskKind.DELIVERY)]
    _, [left] = problem_of(tasks)
    assert "The other end of this booking failed" in left.reason


def test_a_van_goes_on_from_where_it_was_last_seen() -> None:
    now = NINE + 600
    tasks = [given("a", TaskKind.PICKUP, NINE, status=EN_ROUTE), task("a", TaskKind.DELIVERY), *move("b")]
    problem, _ = problem_of(tasks, vans=2, now=now)
    van, fresh = problem.vans
    assert (van.zip_code, van.starts, van.is_at_depot) == (NEW_YORK, NINE + HOUR // 2, False)
    assert (fresh.zip_code, fresh.starts) == (DEPOT, now)
    stops = made(answer(problem))
    assert stops["a-delivery"][0] == "van-1"
    assert "a-pickup" not in stops


@pytest.mark.parametrize(
    ("status", "begins", "starts"),
    [
        (ASSIGNED, -HOUR, 900),
        (ASSIGNED, 0, HOUR // 2),
        (EN_ROUTE, -HOUR, 900),
        (LOADED, -HOUR, 0),
        (LOADED, 0, HOUR // 2),
        (EN_ROUTE, 0, HOUR // 2),
    ],
)
def test_who_is_late_is_free_a_little_later_and_who_is_early_at_the_planned_time(
    status: TaskStatus, begins: int, starts: int
) -> None:
    tasks = [given("a", TaskKind.PICKUP, NINE + begins, status=status)]
    assert problem_of(tasks, now=NINE)[0].vans[0].starts == NINE + starts


def test_a_van_that_left_loads_nothing_at_the_warehouse_any_more() -> None:
    tasks = [given("a", TaskKind.PICKUP, NINE, status=LOADED), task("b", TaskKind.FROM_STORAGE, NEW_YORK)]
    found = answer(problem_of(tasks, now=NINE)[0])
    [left] = found.left_out
    assert left.reason == "It is loaded at the warehouse, and every van has left already."


def test_what_is_brought_to_the_warehouse_ends_there() -> None:
    tasks = [given("a", TaskKind.TO_STORAGE, NINE, status=TaskStatus.DELIVERED)]
    assert problem_of(tasks, now=NINE)[0].vans[0].zip_code == DEPOT


def test_a_van_whose_own_times_cannot_be_driven_gets_nothing_more() -> None:
    impossible = [given("a", TaskKind.PICKUP, NINE), given("b", TaskKind.FROM_STORAGE, NINE + HOUR // 2)]
    found = answer(problem_of([*impossible, *move("c")])[0])
    assert [(idle.van_id, idle.reason) for idle in found.idle] == [("van-1", OWN_TIMES)]
    assert {left.task_id for left in found.left_out} == {"c-pickup", "c-delivery"}
    with_another = answer(problem_of([*impossible, *move("c")], vans=2)[0])
    assert {van for van, _ in made(with_another).values()} == {"van-2"}


def test_a_delivery_that_cannot_be_made_leaves_its_pickup_to_its_crew() -> None:
    tasks = [given("a", TaskKind.PICKUP, NINE + HOUR), task("a", TaskKind.DELIVERY, "14604")]
    found = answer(problem_of(tasks)[0])
    assert (list(made(found)), [left.task_id for left in found.left_out]) == (["a-pickup"], ["a-delivery"])
    assert found.idle == ()


def test_what_is_over_is_planned_no_more() -> None:
    after = NINE + 9 * HOUR
    found = answer(problem_of(move("a"), now=after)[0])
    assert {left.reason for left in found.left_out} == {
        "Its windows are too short, or too near to their end, for loading, driving and handing over."
    }


def test_two_ends_that_two_vans_have_stay_with_both() -> None:
    tasks = [given("a", TaskKind.PICKUP, NINE), given("a", TaskKind.DELIVERY, NINE + 4 * HOUR, number=2)]
    stops = made(answer(problem_of(tasks, vans=2)[0]))
    assert stops == {"a-pickup": ("van-1", NINE), "a-delivery": ("van-2", NINE + 4 * HOUR)}


def test_nobody_drives_two_vans_and_a_van_without_a_driver_stays() -> None:
    vans = [Van(f"van-{number}", f"Van {number}", 60) for number in (1, 2, 3)]
    tasks = [given("a", TaskKind.PICKUP, NINE, number=2)]
    planning = Planning(DAY, DAY_BEFORE, DEPOT)
    days, idle = van_days(planning, vans, ["driver-1", "driver-2"], {"van-3": "driver-1"}, tasks)
    assert [(day.van_id, day.driver_id) for day in days] == [("van-2", "driver-2"), ("van-3", "driver-1")]
    assert [each.van_id for each in idle] == ["van-1"]
    assert days[0].given == (NEW_YORK,)


def test_what_is_planned_anew_has_no_fixed_times() -> None:
    tasks = [given("a", TaskKind.PICKUP, NINE), given("a", TaskKind.DELIVERY, NINE + 4 * HOUR)]
    wishes = Wishes(DAY_BEFORE, True, {"van-1"}, {"driver-1"})
    [trip] = trips_of(tasks, wishes)[0]
    assert (trip.van_id, trip.is_fixed, trip.calls[1].zip_code) == ("", False, EAST_HAMPTON)
