"""Tasks follow their booking, and are given to crews who are nowhere else then."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from booking.actions import Move, cancel_for_customer, move_for_customer
from booking.actions import logistics as actions
from booking.domain.logistics import TaskKind, TaskStatus
from booking.store import tasks
from booking_callers import STAFF, act_as_staff
from booking_stage import DAY, NOW, TERMS, outcomes, said
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.refusal import Conflict, NotFound
from logistics_stage import a_driver, a_van, assign, on_day, paid, report, schedule, scheduled, tasks_of
from sqlalchemy.exc import IntegrityError
from totetaxi.booking.v1.events_pb2 import AuditRecorded, DeliveryAssigned

HALF_AN_HOUR = timedelta(minutes=30)


@pytest.fixture(autouse=True)
async def staff() -> None:
    act_as_staff()


async def test_scheduling_makes_a_pickup_and_a_delivery_and_paying_makes_none(database: Database) -> None:
    booking_id = await paid(database)
    assert await tasks_of(database, booking_id) == {}
    made = await schedule(database, booking_id)
    assert list(made) == [TaskKind.PICKUP, TaskKind.DELIVERY]
    await schedule(database, booking_id)
    pickup, delivery = await on_day(database)
    assert (pickup.address.city, delivery.address.city) == ("New York", "East Hampton")
    assert (pickup.customer, pickup.driver, pickup.record.status) == ("Ada Byron", "", TaskStatus.UNASSIGNED)
    assert pickup.record.window_until == delivery.record.window_from


async def test_a_crew_gets_a_task_once_and_the_others_hear_of_it(database: Database) -> None:
    task = (await scheduled(database))[TaskKind.PICKUP]
    driver, van = await a_driver(database), await a_van(database)
    first, again = [await assign(database, task, driver, van) for _ in range(2)]
    assert first == again
    assert (first.driver, first.van, first.record.status) == ("Dan Driver", "Van 1", TaskStatus.ASSIGNED)
    [event] = await said(database, DeliveryAssigned)
    assert (event.task_id, event.booking.booking_number) == (str(task.id), first.number)
    acts = [each.act.action for each in await said(database, AuditRecorded)]
    assert [act for act in acts if not act.startswith("booking")] == ["driver.saved", "van.saved", "task.assigned"]


async def test_nobody_is_at_two_doors_at_once_and_the_one_in_the_way_is_named(database: Database) -> None:
    one, other = [(await scheduled(database))[TaskKind.PICKUP] for _ in range(2)]
    driver, van = await a_driver(database), await a_van(database)
    taken = await assign(database, one, driver, van)
    with pytest.raises(Conflict, match=f"Dan Driver is with booking {taken.number} from 8:00 AM") as busy:
        await assign(database, other, driver, await a_van(database, "Van 2"))
    assert (busy.value.slug, busy.value.faults[0].field) == ("driver_busy", "driver_id")
    with pytest.raises(Conflict, match="Van 1 is with booking") as no_van:
        await assign(database, other, await a_driver(database, "Eve"), van)
    assert (no_van.value.slug, no_van.value.faults[0].field) == ("van_busy", "van_id")


async def test_two_tasks_of_one_window_go_to_one_crew_one_after_another(database: Database) -> None:
    one, other = [(await scheduled(database))[TaskKind.PICKUP] for _ in range(2)]
    driver, van = await a_driver(database), await a_van(database)
    between = one.window_from + HALF_AN_HOUR
    await assign(database, one, driver, van, ends=between)
    await assign(database, other, driver, van, begins=between)
    assert [each.record.id for each in await on_day(database) if each.driver] == [one.id, other.id]


@pytest.mark.race
async def test_of_many_tasks_given_to_one_crew_at_once_one_is_theirs(database: Database) -> None:
    wanted = [(await scheduled(database))[TaskKind.PICKUP] for _ in range(5)]
    driver, van = await a_driver(database), await a_van(database)
    answers = await outcomes([assign(database, task, driver, van) for task in wanted])
    refused = [answer for answer in answers if isinstance(answer, Conflict)]
    assert (len(refused), {refusal.slug for refusal in refused}) == (4, {"driver_busy"})


@pytest.mark.parametrize("shared", ["driver_id", "van_id"])
async def test_the_database_itself_lets_nobody_be_at_two_doors(database: Database, shared: str) -> None:
    one, other = [(await scheduled(database))[TaskKind.PICKUP] for _ in range(2)]
    first = (await assign(database, one, await a_driver(database), await a_van(database))).record
    second = (await assign(database, other, await a_driver(database), await a_van(database))).record
    with pytest.raises(IntegrityError, match="is_at_one_door"):
        async with database.transaction() as connection:
            await tasks.save(connection, replace(second, **{shared: getattr(first, shared)}), NOW)


async def test_only_who_is_there_and_active_gets_tasks(database: Database) -> None:
    task = (await scheduled(database))[TaskKind.PICKUP]
    driver, van = await a_driver(database), await a_van(database)
    with pytest.raises(Conflict, match="Eve is not active") as refused:
        await assign(database, task, await a_driver(database, "Eve", is_active=False), van)
    assert refused.value.slug == "driver_not_active"
    for wrong, field in ((replace(driver, id=new_id()), "driver_id"), (replace(task, id=new_id()), "task_id")):
        is_task = field == "task_id"
        with pytest.raises(NotFound) as unknown:
            await assign(database, wrong if is_task else task, driver if is_task else wrong, van)
        assert unknown.value.faults[0].field == field


async def test_an_old_sight_is_refused_and_says_how_it_is(database: Database) -> None:
    task = (await scheduled(database))[TaskKind.PICKUP]
    driver, van = await a_driver(database), await a_van(database)
    await assign(database, task, driver, van)
    with pytest.raises(Conflict, match="it is assigned now"):
        await assign(database, task, await a_driver(database, "Eve"), van, version=task.version)
    with pytest.raises(Conflict, match="it is Dan Driver, active, now"):
        await actions.save_driver(database, replace(driver, name="Daniel"), driver.version + 1, NOW)


async def test_what_nobody_does_yet_is_urgent_when_it_begins_soon(database: Database) -> None:
    made = await scheduled(database)
    soon = made[TaskKind.DELIVERY].window_from - NOW

    async def urgent(within: timedelta) -> list[TaskKind]:
        return [each.record.kind for each in await actions.urgent_tasks(database, within, NOW)]

    assert await urgent(soon) == [TaskKind.PICKUP]
    assert await urgent(soon + HALF_AN_HOUR) == [TaskKind.PICKUP, TaskKind.DELIVERY]
    await assign(database, made[TaskKind.PICKUP], await a_driver(database), await a_van(database))
    assert await urgent(soon + HALF_AN_HOUR) == [TaskKind.DELIVERY]
    await report(database, made[TaskKind.PICKUP], TaskStatus.FAILED, reason="the van broke down")
    assert await urgent(soon) == [TaskKind.PICKUP]


async def test_moving_a_booking_gives_its_tasks_new_windows_and_frees_their_crew(database: Database) -> None:
    task = (await scheduled(database))[TaskKind.PICKUP]
    await assign(database, task, await a_driver(database), await a_van(database))
    move = Move(task.booking_id, DAY + timedelta(days=1), None)
    await move_for_customer(database, move, STAFF, "asked", TERMS, NOW)
    moved = (await tasks_of(database, task.booking_id))[TaskKind.PICKUP]
    assert (moved.status, moved.driver_id, moved.id) == (TaskStatus.UNASSIGNED, None, task.id)
    assert moved.planned_from == task.planned_from + timedelta(days=1)
    assert await on_day(database) == []


async def test_calling_a_booking_off_calls_off_its_tasks_and_frees_their_crew(database: Database) -> None:
    one, other = [(await scheduled(database))[TaskKind.PICKUP] for _ in range(2)]
    driver, van = await a_driver(database), await a_van(database)
    await assign(database, one, driver, van)
    await cancel_for_customer(database, one.booking_id, None, "ill", STAFF, NOW)
    assert {each.status for each in (await tasks_of(database, one.booking_id)).values()} == {TaskStatus.CANCELLED}
    assert (await assign(database, other, driver, van)).driver == "Dan Driver"
