"""Route plans through booking's door: the real solver, staff with the permission, and no nonsense."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from booking.actions import take_payment
from booking_callers import act_as_staff
from booking_stage import NOW, payment_of
from booking_world import World, acting_as, price_request, request
from chassis.refusal import Invalid, NotAllowed, NotFound
from chassis.remote import remote_stub
from logistics_stage import schedule
from totetaxi.booking.v1 import logistics_pb2
from totetaxi.booking.v1 import logistics_service_pb2 as logistics
from totetaxi.booking.v1 import route_plan_service_pb2 as messages
from totetaxi.booking.v1 import tracking_service_pb2 as tracking
from totetaxi.booking.v1.logistics_service_pb2_grpc import LogisticsServiceStub
from totetaxi.booking.v1.route_plan_service_pb2_grpc import RoutePlanServiceStub
from totetaxi.booking.v1.tracking_service_pb2_grpc import TrackingServiceStub

pytestmark = pytest.mark.xdist_group("services")


@pytest.fixture
def plans(world: World) -> Any:
    return remote_stub(RoutePlanServiceStub, world.channel, world.caller)


async def a_scheduled_booking(world: World) -> str:
    """Ada's, on the world's own day."""
    made = (
        await world.bookings.CreateGuestBooking(request(world, request=price_request(world, coi_required=False)))
    ).booking
    async with world.booking_database.transaction() as connection:
        await take_payment(connection, payment_of(made.id, made.price.total_cents), NOW)
    act_as_staff()
    await schedule(world.booking_database, UUID(made.id))
    return made.id


async def enter_a_crew(world: World) -> messages.VanCrew:
    """Entered by whoever acts."""
    stub: Any = remote_stub(LogisticsServiceStub, world.channel, world.caller)
    van = logistics.SaveVanRequest(van_id=str(uuid4()), name="Van 9", capacity=60, is_active=True)
    driver = logistics.SaveDriverRequest(driver_id=str(uuid4()), name="Dan", phone="(212) 555-0111", is_active=True)
    await stub.SaveVan(van)
    await stub.SaveDriver(driver)
    return messages.VanCrew(van_id=van.van_id, driver_id=driver.driver_id)


async def test_staff_have_a_day_planned_accept_it_and_the_customer_sees_when_we_come(world: World, plans: Any) -> None:
    booking_id = await a_scheduled_booking(world)
    day = world.day.isoformat()
    with acting_as(await world.identity.staff()):
        crew = await enter_a_crew(world)
        wish = messages.PlanRoutesRequest(day=day, crews=[crew])
        made = (await plans.PlanRoutes(wish, deadline_seconds=60.0)).plan
        [route] = made.routes
        assert {stop.task.booking_id for stop in route.stops} == {booking_id}
        assert (bool(route.van_name), bool(route.driver_name), len(made.left_out)) == (True, True, 0)
        accepted = (await plans.AcceptRoutePlan(messages.AcceptRoutePlanRequest(plan_id=made.summary.id))).plan
        assert {stop.task.status for each in accepted.routes for stop in each.stops} == {
            logistics_pb2.DELIVERY_TASK_STATUS_ASSIGNED
        }
        listed = await plans.ListRoutePlans(messages.ListRoutePlansRequest(day=day))
        assert [each.accepted_at for each in listed.plans] == [accepted.summary.accepted_at]
        shown = (await plans.GetRoutePlan(messages.GetRoutePlanRequest(plan_id=made.summary.id))).plan
        assert shown == accepted
        asked = tracking.GetTrackingRequest(booking_id=booking_id)
        stub: Any = remote_stub(TrackingServiceStub, world.channel, world.caller)
        pickup, _ = (await stub.GetTracking(asked)).legs
    begins = route.stops[0].begins_at.ToDatetime()
    assert pickup.arrives_from.ToDatetime() <= begins < pickup.arrives_from.ToDatetime() + timedelta(minutes=15)
    assert pickup.arrives_until.ToDatetime() - begins < timedelta(hours=1)


async def test_only_staff_plan_and_what_is_out_of_bounds_is_named(world: World, plans: Any) -> None:
    with acting_as(await world.identity.staff()):
        with pytest.raises(Invalid, match="calendar date"):
            await plans.PlanRoutes(messages.PlanRoutesRequest(day="2027-02-30"))
        with pytest.raises(Invalid) as refused:
            await plans.ListRoutePlans(messages.ListRoutePlansRequest(day="2027-06-02", page_size=101))
        assert [fault.field for fault in refused.value.faults] == ["page_size"]
        with pytest.raises(Invalid, match="page_token"):
            await plans.ListRoutePlans(messages.ListRoutePlansRequest(day="2027-06-02", page_token="mine"))
        with pytest.raises(NotFound, match="no such plan"):
            await plans.AcceptRoutePlan(messages.AcceptRoutePlanRequest(plan_id=str(uuid4())))
    with acting_as(await world.identity.customer()), pytest.raises(NotAllowed):
        await plans.PlanRoutes(messages.PlanRoutesRequest(day="2027-06-02"))
