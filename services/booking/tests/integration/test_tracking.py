"""How far a booking is: stages from what its crew reports, until it is moved or called off."""

from __future__ import annotations

from uuid import UUID

import pytest
from booking.actions import Asker, cancel_for_customer, find_tracking
from booking.domain.lifecycle import Status
from booking.domain.logistics import TaskKind, TaskStatus
from booking.domain.tracking import Leg
from booking.domain.visibility import Proof
from booking_callers import STAFF, act_as_staff
from booking_stage import NOW
from chassis.database import Database
from logistics_stage import a_driver, a_van, assign, paid, report, schedule, scheduled


@pytest.fixture(autouse=True)
async def staff() -> None:
    act_as_staff()


async def legs(database: Database, booking_id: UUID) -> list[Leg]:
    asker = Asker(booking_id, "", Proof("", ""), None, is_staff=True)
    return list((await find_tracking(database, asker, NOW)).legs)


def reached(leg: Leg) -> list[str]:
    return [each.stage.value for each in leg.stages if each.at]


async def test_a_booking_has_no_way_until_it_is_scheduled_and_then_pickup_before_delivery(database: Database) -> None:
    booking_id = await paid(database)
    assert await legs(database, booking_id) == []
    await schedule(database, booking_id)
    seen = await legs(database, booking_id)
    assert [(leg.kind, reached(leg)) for leg in seen] == [
        (TaskKind.PICKUP, ["scheduled"]),
        (TaskKind.DELIVERY, ["scheduled"]),
    ]


async def test_what_the_crew_reports_is_seen_with_its_time_and_the_planned_time_while_it_is_awaited(
    database: Database,
) -> None:
    pickup = (await scheduled(database))[TaskKind.PICKUP]
    given = await assign(database, pickup, await a_driver(database), await a_van(database))
    await report(database, pickup, TaskStatus.EN_ROUTE)
    [leg, _] = await legs(database, pickup.booking_id)
    assert reached(leg) == ["scheduled", "on_the_way"]
    assert leg.arrives
    assert (leg.arrives.begins, leg.arrives.ends) == (given.record.planned_from, given.record.planned_until)
    await report(database, pickup, TaskStatus.ARRIVED, TaskStatus.LOADED)
    [leg, _] = await legs(database, pickup.booking_id)
    assert (reached(leg), leg.arrives) == (["scheduled", "on_the_way", "arrived", "loaded"], None)


async def test_another_attempt_after_a_failure_begins_anew(database: Database) -> None:
    pickup = (await scheduled(database))[TaskKind.PICKUP]
    driver, van = await a_driver(database), await a_van(database)
    await assign(database, pickup, driver, van)
    await report(database, pickup, TaskStatus.EN_ROUTE)
    await report(database, pickup, TaskStatus.FAILED, reason="nobody opened")
    [leg, _] = await legs(database, pickup.booking_id)
    assert (reached(leg), leg.arrives) == (["scheduled", "on_the_way", "failed"], None)
    await assign(database, pickup, driver, van)
    [leg, _] = await legs(database, pickup.booking_id)
    assert reached(leg) == ["scheduled"]


async def test_what_is_called_off_has_no_way_any_more(database: Database) -> None:
    booking_id = (await scheduled(database))[TaskKind.PICKUP].booking_id
    await cancel_for_customer(database, booking_id, None, "ill", STAFF, NOW)
    asker = Asker(booking_id, "", Proof("", ""), None, is_staff=True)
    found = await find_tracking(database, asker, NOW)
    assert (found.status, found.legs) == (Status.CANCELLED, [])
