"""Booking for somebody, through the door of staff: with three days to pay, and in the audit log."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import grpc
import pytest
from booking_stage import said
from booking_world import World, acting_as, own_request
from callers_of_all_kinds import bearing
from chassis.refusal import Invalid, NotAllowed
from totetaxi.booking.v1 import customer_booking_service_pb2 as own_messages
from totetaxi.booking.v1 import staff_booking_service_pb2 as messages
from totetaxi.booking.v1.events_pb2 import AuditRecorded
from totetaxi.identity.v1.customer_service_pb2 import GetProfileRequest
from totetaxi.identity.v1.customer_service_pb2_grpc import CustomerServiceStub

pytestmark = pytest.mark.xdist_group("services")


@pytest.fixture
async def staff(world: World) -> str:
    """staff1, signed in."""
    return await world.identity.staff()


def booking_for(world: World, customer_id: str = "", **changes: Any) -> messages.CreateBookingForRequest:
    hours = changes.pop("payment_hours", 0)
    return messages.CreateBookingForRequest(
        customer_id=customer_id, booking=own_request(world, **changes), payment_hours=hours
    )


@pytest.mark.parametrize(("asked", "given"), [(0, 72), (5, 5)])
async def test_staff_give_more_time_to_pay(world: World, staff: str, asked: int, given: int) -> None:
    with acting_as(staff):
        made = (await world.staff_bookings.CreateBookingFor(booking_for(world, payment_hours=asked))).booking
    time_to_pay = made.expires_at.ToDatetime() - made.created_at.ToDatetime()
    assert (time_to_pay, made.customer_id) == (timedelta(hours=given), "")


async def test_that_staff_booked_is_in_the_audit_log_and_in_the_history(world: World, staff: str) -> None:
    with acting_as(staff):
        made = (await world.staff_bookings.CreateBookingFor(booking_for(world))).booking
        found = await world.staff_bookings.InspectBooking(messages.InspectBookingRequest(booking_id=made.id))
    acts = [event.act for event in await said(world.booking_database, AuditRecorded)]
    of_this = [(act.action, act.actor_kind) for act in acts if act.subject_id == made.id]
    assert of_this == [("booking.created", "staff"), ("booking.viewed", "staff")]
    assert [entry.actor.split(":")[0] for entry in found.history] == ["staff"]


async def test_what_staff_book_for_a_customer_is_the_customers_own(world: World, staff: str) -> None:
    customer = await world.identity.customer()
    with acting_as(staff):
        made = (await world.staff_bookings.CreateBookingFor(booking_for(world, await id_of(world, customer)))).booking
    with acting_as(customer):
        found = await world.own_bookings.GetBooking(own_messages.GetBookingRequest(booking_id=made.id))
    assert found.booking == made


async def id_of(world: World, customer: str) -> str:
    async with grpc.aio.insecure_channel(world.targets["identity"]) as channel:
        asked = GetProfileRequest()
        return str((await CustomerServiceStub(channel).GetProfile(asked, metadata=bearing(customer))).customer.id)


async def test_the_same_key_for_somebody_else_is_refused(world: World, staff: str) -> None:
    customer = await id_of(world, await world.identity.customer())
    with acting_as(staff):
        first = await world.staff_bookings.CreateBookingFor(booking_for(world, idempotency_key="staffs-key"))
        again = await world.staff_bookings.CreateBookingFor(booking_for(world, idempotency_key="staffs-key"))
        with pytest.raises(Invalid) as refused:
            await world.staff_bookings.CreateBookingFor(booking_for(world, customer, idempotency_key="staffs-key"))
    assert (again.booking, again.is_replayed) == (first.booking, True)
    assert refused.value.slug == "idempotency_key_reused"


async def test_customers_do_not_book_for_others(world: World) -> None:
    with acting_as(await world.identity.customer()), pytest.raises(NotAllowed):
        await world.staff_bookings.CreateBookingFor(booking_for(world))
