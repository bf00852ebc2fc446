"""The driver's sheet of a van and a day: what crews are given, for who plans and for who drives, and nobody else."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from booking.actions import logistics as actions
from booking.domain.driver_sheet import DriverSheet
from booking.domain.logistics import TaskKind, TaskStatus
from booking.route_plan_api import own_driver
from booking_callers import STAFF_ID, act_as_staff
from booking_stage import DAY, NOW, said
from booking_world import World, acting_as
from chassis.database import Database
from chassis.principal import Principal, serve_as
from chassis.refusal import Invalid, NotAllowed, NotFound
from chassis.remote import remote_stub
from counted import statements_of
from logistics_stage import a_driver, a_van, assign, report
from paper_reader import text_of
from route_stage import accept, crews, moves, plan
from totetaxi.booking.v1 import route_plan_service_pb2 as messages
from totetaxi.booking.v1.events_pb2 import AuditRecorded
from totetaxi.booking.v1.route_plan_service_pb2_grpc import RoutePlanServiceStub

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
async def staff() -> None:
    act_as_staff()


async def sheet(database: Database, van_id: UUID, driver_id: UUID | None = None) -> DriverSheet:
    return await actions.find_driver_sheet(database, van_id, DAY, driver_id, NOW)


async def test_an_accepted_plan_is_on_the_sheet_in_order_with_what_the_crew_must_know(database: Database) -> None:
    await moves(database, 2)
    [(van, driver)] = await crews(database)
    accepted = await accept(database, await plan(database))
    made = await sheet(database, van.id)
    [route] = accepted.record.answer.routes
    assert [stop.planned.begins.timestamp() for stop in made.stops] == [stop.begins for stop in route.stops]
    assert (made.van, made.drivers, made.day) == (van.name, (driver.name,), DAY)
    pickup = made.stops[0]
    assert (pickup.title, pickup.place[0], pickup.first_name) == (
        "Pickup",
        "350 Fifth Ave, Apt 9, New York, NY 10001",
        "Ada",
    )
    assert (pickup.phone, pickup.notes, pickup.items) == ("(212) 555-0100", "ring twice", ("Petite",))
    assert pickup.to_collect == ("Photos of the condition", "The customer's code, or a signature")
    [act] = [each.act for each in await said(database, AuditRecorded) if each.act.action == "driver_sheet.viewed"]
    assert (act.subject_id, act.after) == (str(van.id), '{"day":"2027-06-02","stops":4}')


async def test_the_sheet_is_as_things_stand_and_as_many_questions_however_many_stops(database: Database) -> None:
    van, driver = await a_van(database), await a_driver(database)
    asked = []
    for number in range(2):
        [one] = await moves(database, 1)
        begins = one[TaskKind.PICKUP].window_from + number * HOUR
        await assign(database, one[TaskKind.PICKUP], driver, van, begins, begins + HOUR)
        with statements_of(database) as statements:
            made = await sheet(database, van.id)
        asked.append(len(statements))
    assert ([stop.state for stop in made.stops], asked[0] == asked[1]) == (["", ""], True)
    await report(database, one[TaskKind.PICKUP], TaskStatus.FAILED, reason="Nobody there.")
    assert [stop.state for stop in (await sheet(database, van.id)).stops] == ["", "Failed: Nobody there."]


async def test_who_drives_sees_their_own_stops_and_nobody_elses(database: Database) -> None:
    van, dan, dora = await a_van(database), await a_driver(database), await a_driver(database, "Dora Driver")
    [one, other] = await moves(database, 2)
    eight = one[TaskKind.PICKUP].window_from
    await assign(database, one[TaskKind.PICKUP], dan, van, eight, eight + HOUR)
    await assign(database, other[TaskKind.PICKUP], dora, van, eight + HOUR, eight + 2 * HOUR)
    assert (await sheet(database, van.id)).drivers == ("Dan Driver", "Dora Driver")
    assert [stop.planned.begins for stop in (await sheet(database, van.id, dora.id)).stops] == [eight + HOUR]
    with pytest.raises(NotAllowed, match="no stops with this van"):
        await sheet(database, van.id, uuid4())
    with pytest.raises(NotAllowed, match="no stops with this van"):
        await sheet(database, (await a_van(database, "Van 2")).id, dora.id)


async def test_a_van_that_is_none_is_named_and_one_with_nothing_to_do_has_an_empty_sheet(database: Database) -> None:
    with pytest.raises(NotFound, match="no such van"):
        await sheet(database, uuid4())
    assert (await sheet(database, (await a_van(database)).id)).stops == ()


async def test_only_who_manages_bookings_sees_more_than_their_own_stops() -> None:
    assert own_driver() is None
    serve_as(Principal("staff", STAFF_ID, "staff", frozenset({"can_manage_catalog"}), 0))
    assert own_driver() == UUID(STAFF_ID)


async def test_staff_get_it_as_a_pdf_through_the_door_and_customers_do_not(world: World) -> None:
    van = await a_van(world.booking_database)
    plans = remote_stub(RoutePlanServiceStub, world.channel, world.caller)
    asked = messages.GetDriverSheetRequest(van_id=str(van.id), day="2027-06-02")
    with acting_as(await world.identity.staff()):
        paper = (await plans.GetDriverSheet(asked)).paper
        assert (paper.content_type, paper.file_name) == ("application/pdf", "ToteTaxi-driver-2027-06-02.pdf")
        assert "Nothing is planned for this van." in text_of(paper.content)
        with pytest.raises(Invalid, match="calendar date"):
            await plans.GetDriverSheet(messages.GetDriverSheetRequest(van_id=str(van.id), day="2027-02-30"))
    with acting_as(await world.identity.customer()), pytest.raises(NotAllowed):
        await plans.GetDriverSheet(asked)
