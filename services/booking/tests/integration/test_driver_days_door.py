"""A driver's day through booking's door: staff make links, whoever has one uses it, and members are bounded."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from booking_world import World, acting_as
from chassis.clock import Clock, new_york_date
from chassis.refusal import Invalid, NotAllowed, NotFound
from chassis.remote import remote_stub
from totetaxi.booking.v1 import driver_day_service_pb2 as messages
from totetaxi.booking.v1 import logistics_pb2 as contract
from totetaxi.booking.v1.driver_day_service_pb2_grpc import DriverDayServiceStub
from totetaxi.booking.v1.logistics_service_pb2 import SaveDriverRequest
from totetaxi.booking.v1.logistics_service_pb2_grpc import LogisticsServiceStub

pytestmark = pytest.mark.xdist_group("services")

TOKEN = "nobodys-token-at-all"
EN_ROUTE, ASSIGNED = contract.DELIVERY_TASK_STATUS_EN_ROUTE, contract.DELIVERY_TASK_STATUS_ASSIGNED


@pytest.fixture
def days(world: World) -> Any:
    return remote_stub(DriverDayServiceStub, world.channel, world.caller)


async def test_staff_make_a_link_that_a_visitor_opens_until_it_is_revoked(world: World, days: Any) -> None:
    driver_id, day = str(uuid4()), new_york_date(Clock().now()).isoformat()
    logistics = remote_stub(LogisticsServiceStub, world.channel, world.caller)
    wanted = messages.CreateDriverLinkRequest(driver_id=driver_id, day=day)
    with acting_as(await world.identity.staff()):
        await logistics.SaveDriver(
            SaveDriverRequest(driver_id=driver_id, name="Dan Driver", phone="(212) 555-0111", is_active=True)
        )
        made = await days.CreateDriverLink(wanted)
    opened = messages.GetDriverDayRequest(token=made.token)
    with acting_as(await world.identity.anonymous()):
        shown = (await days.GetDriverDay(opened)).day
        assert (shown.driver_name, shown.day, shown.good_until) == ("Dan Driver", day, made.good_until)
        report = messages.ReportDriverTaskRequest(token=made.token, task_id=str(uuid4()), status=EN_ROUTE)
        with pytest.raises(NotFound, match="not on your list"):
            await days.ReportDriverTask(report)
    with acting_as(await world.identity.staff()):
        await days.RevokeDriverLink(messages.RevokeDriverLinkRequest(driver_id=driver_id, day=day))
    with acting_as(await world.identity.anonymous()), pytest.raises(NotFound, match="leads nowhere"):
        await days.GetDriverDay(opened)


async def test_nobody_but_staff_makes_links(world: World, days: Any) -> None:
    wanted = messages.CreateDriverLinkRequest(driver_id=str(uuid4()), day="2027-06-02")
    for who in (world.identity.anonymous, world.identity.customer):
        with acting_as(await who()), pytest.raises(NotAllowed):
            await days.CreateDriverLink(wanted)


async def test_what_is_out_of_bounds_is_named(world: World, days: Any) -> None:
    some = str(uuid4())
    tries = [
        ("CreateDriverLink", messages.CreateDriverLinkRequest(driver_id="dan", day="2027-06-02"), "driver_id"),
        ("CreateDriverLink", messages.CreateDriverLinkRequest(driver_id=some, day="2027-02-30"), "day"),
        ("RevokeDriverLink", messages.RevokeDriverLinkRequest(driver_id=some, day="today"), "day"),
        ("GetDriverDay", messages.GetDriverDayRequest(token="short"), "token"),
        ("ReportDriverTask", messages.ReportDriverTaskRequest(token=TOKEN, task_id=some, status=ASSIGNED), "status"),
    ]
    with acting_as(await world.identity.staff()):
        for method, request, field in tries:
            with pytest.raises(Invalid) as refused:
                await getattr(days, method)(request)
            assert [fault.field for fault in refused.value.faults] == [field]
