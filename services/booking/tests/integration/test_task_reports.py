"""How far a task is: step by step, said to the others, and felt by its booking."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import Any
from uuid import UUID

import pytest
from booking.domain.lifecycle import Status
from booking.domain.logistics import STEPS, TaskKind, TaskStatus
from booking.domain.storage import Direction
from booking.store import storage_contents
from booking_callers import STAFF, act_as_staff
from booking_stage import NOW, history_of, said, status_of
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.refusal import Conflict, Invalid, NotFound
from logistics_stage import a_driver, a_van, assign, on_day, paid, report, schedule, scheduled
from storage_stage import stored
from totetaxi.booking.v1 import events_pb2 as events
from totetaxi.booking.v1.booking_pb2 import BOOKING_STATUS_COMPLETED, BOOKING_STATUS_IN_PROGRESS
from totetaxi.pricing.v1.catalog_pb2 import SERVICE_TYPE_BLADE_LUGGAGE
from totetaxi.pricing.v1.price_pb2 import PriceRequest

EN_ROUTE, ARRIVED, LOADED, DELIVERED, FAILED = (
    TaskStatus.EN_ROUTE,
    TaskStatus.ARRIVED,
    TaskStatus.LOADED,
    TaskStatus.DELIVERED,
    TaskStatus.FAILED,
)


@pytest.fixture(autouse=True)
async def staff() -> None:
    act_as_staff()


async def with_a_crew(database: Database, **changes: Any) -> Any:
    """The tasks of a scheduled booking, all given to one crew."""
    made = await scheduled(database, **changes)
    driver, van = await a_driver(database), await a_van(database)
    for task in made.values():
        await assign(database, task, driver, van)
    return made


async def test_the_first_thing_loaded_begins_the_booking_and_the_last_handed_over_completes_it(
    database: Database,
) -> None:
    made = await with_a_crew(database)
    pickup, delivery = made[TaskKind.PICKUP], made[TaskKind.DELIVERY]
    booking_id = str(pickup.booking_id)
    await report(database, pickup, EN_ROUTE, ARRIVED)
    assert await status_of(database, booking_id) is Status.SCHEDULED
    await report(database, pickup, LOADED)
    assert await status_of(database, booking_id) is Status.IN_PROGRESS
    await report(database, delivery, EN_ROUTE, ARRIVED, DELIVERED)
    assert await status_of(database, booking_id) is Status.COMPLETED
    assert (await history_of(database, booking_id))[-2:] == [
        (Status.SCHEDULED, Status.IN_PROGRESS, STAFF),
        (Status.IN_PROGRESS, Status.COMPLETED, STAFF),
    ]
    [loaded], [delivered] = await said(database, events.DeliveryLoaded), await said(database, events.DeliveryDelivered)
    assert (loaded.booking.status, delivered.booking.status) == (BOOKING_STATUS_IN_PROGRESS, BOOKING_STATUS_COMPLETED)
    counts = [len(await said(database, kind)) for kind in (events.DeliveryEnRoute, events.DeliveryArrived)]
    assert counts == [2, 2]
    [started], [completed] = await said(database, events.BookingStarted), await said(database, events.BookingCompleted)
    assert (started.booking.id, completed.booking.status) == (booking_id, BOOKING_STATUS_COMPLETED)
    assert completed.completed_at.ToDatetime(UTC) == NOW


async def test_a_report_made_twice_changes_and_says_nothing_more(database: Database) -> None:
    pickup = (await with_a_crew(database))[TaskKind.PICKUP]
    first, again = [await report(database, pickup, EN_ROUTE) for _ in range(2)]
    assert first == again
    assert len(await said(database, events.DeliveryEnRoute)) == 1


async def test_no_step_is_left_out_and_the_next_one_is_named(database: Database) -> None:
    pickup = (await with_a_crew(database))[TaskKind.PICKUP]
    with pytest.raises(Conflict, match=r"is assigned\. It can become en route or failed") as refused:
        await report(database, pickup, LOADED)
    assert refused.value.faults[0].field == "status"
    await report(database, pickup, EN_ROUTE)
    with pytest.raises(Conflict, match="it is en route now"):
        await report(database, pickup, ARRIVED, version=pickup.version)


async def test_nothing_is_handed_over_that_nobody_has_loaded(database: Database) -> None:
    delivery = (await with_a_crew(database))[TaskKind.DELIVERY]
    await report(database, delivery, EN_ROUTE, ARRIVED)
    with pytest.raises(Conflict, match="It has not begun yet"):
        await report(database, delivery, DELIVERED)
    assert await said(database, events.DeliveryDelivered) == []


async def test_what_failed_says_why_and_is_given_to_a_crew_again(database: Database) -> None:
    pickup = (await with_a_crew(database))[TaskKind.PICKUP]
    for wrong in ({"reason": "no reason"}, {}):
        with pytest.raises(Invalid, match="reason must be given") as refused:
            await report(database, pickup, FAILED if not wrong else EN_ROUTE, **wrong)
        assert refused.value.faults[0].field == "reason"
    await report(database, pickup, EN_ROUTE)
    failed = await report(database, pickup, FAILED, reason="nobody opened")
    assert (failed.record.failure, failed.record.status) == ("nobody opened", FAILED)
    [event] = await said(database, events.DeliveryFailed)
    assert event.reason == "nobody opened"
    again = await assign(database, pickup, await a_driver(database, "Eve"), await a_van(database))
    assert (again.driver, again.record.failure) == ("Eve", "")


@pytest.mark.parametrize(
    ("direction", "kind", "city"),
    [
        (Direction.PICKUP, TaskKind.TO_STORAGE, "New York"),
        (Direction.DELIVERY, TaskKind.FROM_STORAGE, "East Hampton"),
    ],
)
async def test_a_leg_of_storage_is_one_task_that_completes_its_booking(
    database: Database, direction: Direction, kind: TaskKind, city: str
) -> None:
    booking_id, storage = await paid(database), await stored(database)
    async with database.transaction() as connection:
        await storage_contents.add_leg(connection, UUID(storage.id), booking_id, direction)
    [task] = (await schedule(database, booking_id)).values()
    assert task.kind is kind
    assert [each.address.city for each in await on_day(database)] == [city]
    await assign(database, task, await a_driver(database), await a_van(database))
    await report(database, task, *STEPS[kind][1:])
    assert await status_of(database, str(booking_id)) is Status.COMPLETED


async def test_luggage_is_handed_over_at_its_airport(database: Database) -> None:
    asked = PriceRequest(service_type=SERVICE_TYPE_BLADE_LUGGAGE, pickup_date="2027-06-02", airport="JFK", bag_count=2)
    await scheduled(database, service_type="blade_luggage", request=asked)
    assert [(each.record.kind, each.airport) for each in await on_day(database)] == [
        (TaskKind.PICKUP, ""),
        (TaskKind.AIRPORT_DELIVERY, "JFK"),
    ]


async def test_a_task_that_is_nobodys_is_not_found(database: Database) -> None:
    task = (await scheduled(database))[TaskKind.PICKUP]
    with pytest.raises(NotFound, match="no such task"):
        await report(database, replace(task, id=new_id()), EN_ROUTE)
