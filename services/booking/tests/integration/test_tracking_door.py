"""Who learns how far a booking is and what happened to it, through the doors; nothing of the crew is told."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from booking.actions import cancel_for_customer, take_payment
from booking.actions.delete_booking import set_deleted
from booking.domain.logistics import TaskKind, TaskStatus
from booking_callers import STAFF, act_as_staff
from booking_stage import payment_of, said
from booking_world import SESSION, World, acting_as, own_request, price_request, request
from chassis.clock import Clock
from chassis.database import Database
from chassis.refusal import NotAllowed, NotFound
from chassis.remote import remote_stub
from logistics_stage import a_driver, a_van, assign, report, schedule
from totetaxi.booking.v1 import tracking_service_pb2 as messages
from totetaxi.booking.v1.booking_event_service_pb2 import ListBookingEventsRequest
from totetaxi.booking.v1.booking_event_service_pb2_grpc import BookingEventServiceStub
from totetaxi.booking.v1.booking_service_pb2 import GetBookingByNumberRequest
from totetaxi.booking.v1.events_pb2 import AuditRecorded
from totetaxi.booking.v1.tracking_service_pb2_grpc import TrackingServiceStub

pytestmark = pytest.mark.xdist_group("services")


@pytest.fixture
def tracking(world: World) -> Any:
    return remote_stub(TrackingServiceStub, world.channel, world.caller)


@pytest.fixture
def events(world: World) -> Any:
    return remote_stub(BookingEventServiceStub, world.channel, world.caller)


def uninsured(world: World) -> Any:
    """Wanted without a certificate, which would have to come before it is scheduled."""
    return price_request(world, coi_required=False)


async def under_way(database: Database, booking: Any) -> None:
    """Paid and scheduled, and its crew is on the way."""
    act_as_staff()
    async with database.transaction() as connection:
        await take_payment(connection, payment_of(booking.id, booking.price.total_cents), Clock().now())
    pickup = (await schedule(database, UUID(booking.id)))[TaskKind.PICKUP]
    await assign(database, pickup, await a_driver(database, "Dan Driver"), await a_van(database, "Van 1"))
    await report(database, pickup, TaskStatus.EN_ROUTE)


@pytest.fixture
async def guests(world: World) -> Any:
    """A guest's booking that is under way."""
    booking = (await world.bookings.CreateGuestBooking(request(world, request=uninsured(world)))).booking
    await under_way(world.booking_database, booking)
    return booking


async def test_a_guest_who_knows_the_email_sees_the_way_and_nothing_of_the_crew(
    world: World, tracking: Any, guests: Any
) -> None:
    with acting_as(await world.identity.anonymous()):
        asked = messages.GetTrackingRequest(booking_number=guests.booking_number.lower(), email="ADA@example.com")
        seen = await tracking.GetTracking(asked)
    assert [leg.stage for leg in seen.legs] == [messages.TRACKING_STAGE_ON_THE_WAY, messages.TRACKING_STAGE_SCHEDULED]
    assert all(leg.HasField("arrives_from") for leg in seen.legs)
    for personal in ("Dan", "Van 1", "555", guests.id):
        assert personal not in str(seen)


async def test_what_was_deleted_is_there_for_nobody_who_proves_to_have_booked_it(
    world: World, tracking: Any, events: Any
) -> None:
    booking = (await world.bookings.CreateGuestBooking(request(world, request=uninsured(world)))).booking
    named: dict[str, Any] = {"booking_number": booking.booking_number, "email": "ada@example.com"}
    act_as_staff()
    await cancel_for_customer(world.booking_database, UUID(booking.id), None, "They asked.", STAFF, Clock().now())
    asks: list[Any] = [
        lambda: world.bookings.GetBookingByNumber(GetBookingByNumberRequest(**named)),
        lambda: tracking.GetTracking(messages.GetTrackingRequest(**named)),
        lambda: events.ListBookingEvents(ListBookingEventsRequest(**named)),
    ]
    with acting_as(await world.identity.anonymous()):
        for ask in asks:
            await ask()
    await set_deleted(world.booking_database, UUID(booking.id), True, "A test of ours.", Clock().now())
    with acting_as(await world.identity.anonymous()):
        for ask in asks:
            with pytest.raises(NotFound, match="no booking with this number"):
                await ask()


async def test_nobody_sees_the_way_by_the_number_or_the_id_alone(world: World, tracking: Any, guests: Any) -> None:
    for principal in (await world.identity.anonymous(), await world.identity.customer()):
        with acting_as(principal):
            for email in ("", "eve@example.com"):
                asked = messages.GetTrackingRequest(booking_number=guests.booking_number, email=email)
                with pytest.raises(NotAllowed, match="the email this booking was made with"):
                    await tracking.GetTracking(asked)
            with pytest.raises(NotFound):
                await tracking.GetTracking(messages.GetTrackingRequest(booking_id=guests.id))


async def test_a_customer_sees_the_way_of_their_own(world: World, tracking: Any) -> None:
    customer = await world.identity.customer()
    with acting_as(customer):
        booking = (await world.own_bookings.CreateBooking(own_request(world, request=uninsured(world)))).booking
        before = await tracking.GetTracking(messages.GetTrackingRequest(booking_id=booking.id))
    await under_way(world.booking_database, booking)
    with acting_as(customer):
        seen = await tracking.GetTracking(messages.GetTrackingRequest(booking_id=booking.id))
    assert (len(before.legs), len(seen.legs)) == (0, 2)
    assert seen.legs[0].stages[1].HasField("reached_at")


async def test_that_staff_look_is_said_for_the_audit_log(world: World, tracking: Any, guests: Any) -> None:
    with acting_as(await world.identity.staff()):
        await tracking.GetTracking(messages.GetTrackingRequest(booking_id=guests.id))
    events = await said(world.booking_database, AuditRecorded)
    assert "booking.tracking_viewed" in {event.act.action for event in events if event.act.subject_id == guests.id}


@pytest.mark.parametrize("proof", [{"email": "ADA@example.com"}, {"guest_session": SESSION}])
async def test_a_guest_with_proof_follows_it_by_its_number_and_hears_nothing_of_the_crew(
    world: World, events: Any, guests: Any, proof: dict[str, str]
) -> None:
    with acting_as(await world.identity.anonymous()):
        asked = ListBookingEventsRequest(booking_number=guests.booking_number.lower(), **proof)
        told = await events.ListBookingEvents(asked)
        rest = await events.ListBookingEvents(
            ListBookingEventsRequest(booking_number=guests.booking_number, after=2, **proof)
        )
    assert [each.position for each in told.events] == [1, 2, 3, 4, 5, 6]
    assert told.events[-1].stage.stage == messages.TRACKING_STAGE_ON_THE_WAY
    assert list(rest.events) == list(told.events)[2:]
    assert (told.booking_id, told.is_over) == (guests.id, False)
    for personal in ("Dan", "Van 1", "555", "ada", "Ada"):
        assert personal not in str(told)


async def test_nobody_follows_it_by_the_number_or_the_id_alone(world: World, events: Any, guests: Any) -> None:
    wrong = ({}, {"email": "eve@example.com"}, {"guest_session": "00" * 32})
    for principal in (await world.identity.anonymous(), await world.identity.customer()):
        with acting_as(principal):
            for proof in wrong:
                with pytest.raises(NotAllowed, match="the email this booking was made with"):
                    await events.ListBookingEvents(
                        ListBookingEventsRequest(booking_number=guests.booking_number, **proof)
                    )
            with pytest.raises(NotFound):
                await events.ListBookingEvents(ListBookingEventsRequest(booking_id=guests.id))


async def test_staff_follow_nothing_by_this_door_whatever_they_prove(world: World, events: Any, guests: Any) -> None:
    asked = ListBookingEventsRequest(booking_number=guests.booking_number, email="ada@example.com")
    with acting_as(await world.identity.staff()), pytest.raises(NotAllowed):
        await events.ListBookingEvents(asked)
