"""Logistics through booking's door: staff with the permission, and members that the contract bounds."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from booking_world import World, acting_as
from chassis.refusal import Invalid, NotAllowed, NotFound
from chassis.remote import remote_stub
from totetaxi.booking.v1 import logistics_pb2 as contract
from totetaxi.booking.v1 import logistics_service_pb2 as messages
from totetaxi.booking.v1.logistics_service_pb2_grpc import LogisticsServiceStub

pytestmark = pytest.mark.xdist_group("services")

OUT_OF_BOUNDS = [
    (messages.SaveVanRequest(van_id=str(uuid4()), name="Van", capacity=0), "SaveVan", "capacity"),
    (messages.SaveDriverRequest(driver_id=str(uuid4()), name="Dan", phone="12"), "SaveDriver", "phone"),
    (messages.ListDayTasksRequest(day="2027-02-30"), "ListDayTasks", "day"),
    (messages.ListUrgentTasksRequest(within_hours=337), "ListUrgentTasks", "within_hours"),
    (
        messages.ReportTaskRequest(task_id=str(uuid4()), status=contract.DELIVERY_TASK_STATUS_ASSIGNED),
        "ReportTask",
        "status",
    ),
]


@pytest.fixture
def logistics(world: World) -> Any:
    return remote_stub(LogisticsServiceStub, world.channel, world.caller)


async def test_staff_enter_crews_once_under_ids_of_theirs(world: World, logistics: Any) -> None:
    driver = messages.SaveDriverRequest(driver_id=str(uuid4()), name="Dan", phone="(212) 555-0111", is_active=True)
    van = messages.SaveVanRequest(van_id=str(uuid4()), name="Van 1", capacity=60, is_active=True)
    with acting_as(await world.identity.staff()):
        first, again = [(await logistics.SaveDriver(driver)).driver for _ in range(2)]
        parked = (await logistics.SaveVan(van)).van
        drivers = (await logistics.ListDrivers(messages.ListDriversRequest())).drivers
        vans = (await logistics.ListVans(messages.ListVansRequest())).vans
    assert (first, first.phone, first.version) == (again, "+12125550111", 1)
    assert first in drivers
    assert parked in vans


async def test_what_is_out_of_bounds_is_named(world: World, logistics: Any) -> None:
    with acting_as(await world.identity.staff()):
        for request, method, field in OUT_OF_BOUNDS:
            with pytest.raises(Invalid) as refused:
                await getattr(logistics, method)(request)
            assert [fault.field for fault in refused.value.faults] == [field]


async def test_a_task_that_is_not_there_is_not_found_and_no_customer_looks(world: World, logistics: Any) -> None:
    ids: dict[str, Any] = {name: str(uuid4()) for name in ("task_id", "driver_id", "van_id")}
    with acting_as(await world.identity.staff()):
        with pytest.raises(NotFound, match="no such task"):
            await logistics.AssignTask(messages.AssignTaskRequest(**ids))
        assert (await logistics.ListUrgentTasks(messages.ListUrgentTasksRequest())).tasks == []
    with acting_as(await world.identity.customer()), pytest.raises(NotAllowed):
        await logistics.ListDayTasks(messages.ListDayTasksRequest(day="2027-06-02"))
