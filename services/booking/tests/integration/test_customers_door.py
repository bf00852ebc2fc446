"""Booking in one's account, through the door: real customers and their devices, real pricing, over gRPC."""

from __future__ import annotations

from uuid import uuid4

import pytest
from booking_world import World, acting_as, new_code, own_request, price_request
from chassis.refusal import Conflict, Invalid, NotAllowed, NotFound
from totetaxi.booking.v1 import booking_pb2 as contract
from totetaxi.booking.v1 import customer_booking_service_pb2 as messages

pytestmark = pytest.mark.xdist_group("services")

TOTAL_CENTS = 244_500


@pytest.fixture
async def customer(world: World) -> str:
    """Somebody who has just signed in."""
    return await world.identity.customer()


async def test_a_customer_books_and_finds_it_among_their_own(world: World, customer: str) -> None:
    with acting_as(customer):
        made = (await world.own_bookings.CreateBooking(own_request(world))).booking
        listed = await world.own_bookings.ListBookings(messages.ListBookingsRequest())
        counted = await world.own_bookings.CountBookings(messages.CountBookingsRequest())
        found = await world.own_bookings.GetBooking(messages.GetBookingRequest(booking_id=made.id))
    assert (made.status, made.price.total_cents) == (contract.BOOKING_STATUS_PENDING, TOTAL_CENTS)
    assert [booking.id for booking in listed.bookings] == [made.id]
    assert (listed.total_count, counted.total, found.booking.customer_id) == (1, 1, made.customer_id)
    assert (found.can_cancel, found.can_reschedule, found.can_rebook) == (True, True, False)


@pytest.mark.parametrize("key", ["idempotency_key", "booking_id"])
async def test_the_same_key_or_the_same_id_of_ones_own_is_booked_once(world: World, customer: str, key: str) -> None:
    asked = own_request(world, **{key: str(uuid4())})
    with acting_as(customer):
        first = await world.own_bookings.CreateBooking(asked)
        again = await world.own_bookings.CreateBooking(asked)
        asked.special_instructions = "ring once"
        with pytest.raises(Invalid) as refused:
            await world.own_bookings.CreateBooking(asked)
        counted = await world.own_bookings.CountBookings(messages.CountBookingsRequest())
    assert (again.booking, first.is_replayed, again.is_replayed) == (first.booking, False, True)
    assert (refused.value.slug, counted.total) == ("idempotency_key_reused", 1)


async def test_a_booking_has_the_id_that_the_client_made(world: World, customer: str) -> None:
    wanted = str(uuid4())
    with acting_as(customer):
        made = await world.own_bookings.CreateBooking(own_request(world, booking_id=wanted))
    assert made.booking.id == wanted


async def test_somebody_elses_id_is_refused_and_tells_nothing_of_theirs(world: World, customer: str) -> None:
    asked = own_request(world, booking_id=str(uuid4()))
    with acting_as(customer):
        await world.own_bookings.CreateBooking(asked)
    with acting_as(await world.identity.customer()), pytest.raises(Conflict) as refused:
        await world.own_bookings.CreateBooking(asked)
    assert (refused.value.slug, refused.value.faults[0].field) == ("booking_id_taken", "booking_id")
    assert "TT-" not in refused.value.message


async def test_the_same_key_of_two_customers_is_two_bookings(world: World, customer: str) -> None:
    asked = own_request(world, idempotency_key="1")
    made = []
    for principal in (customer, await world.identity.customer()):
        with acting_as(principal):
            made.append(await world.own_bookings.CreateBooking(asked))
    assert made[0].booking.id != made[1].booking.id
    assert not made[1].is_replayed


async def test_the_same_again_is_at_todays_price_without_the_code_of_then(world: World, customer: str) -> None:
    code = await new_code(world)
    with acting_as(customer):
        asked = own_request(world, request=price_request(world, promotion_code=code))
        first = (await world.own_bookings.CreateBooking(asked)).booking
        again = (await world.own_bookings.Rebook(rebooking(world, first, idempotency_key="again"))).booking
        replayed = await world.own_bookings.Rebook(rebooking(world, first, idempotency_key="again"))
    assert (first.price.total_cents, again.price.total_cents) == (TOTAL_CENTS - 24_450, TOTAL_CENTS)
    assert again.request.promotion_code == ""
    assert (again.contact, again.special_instructions) == (first.contact, first.special_instructions)
    assert (replayed.booking, replayed.is_replayed) == (again, True)


def rebooking(world: World, booking: contract.Booking, **changes: str) -> messages.RebookRequest:
    return messages.RebookRequest(booking_id=booking.id, pickup_date=world.day.isoformat(), **changes)


async def test_somebody_elses_booking_is_not_booked_again(world: World, customer: str) -> None:
    with acting_as(customer):
        theirs = (await world.own_bookings.CreateBooking(own_request(world))).booking
    with acting_as(await world.identity.customer()), pytest.raises(NotFound):
        await world.own_bookings.Rebook(rebooking(world, theirs))


async def test_a_device_that_may_read_lists_its_customers_bookings_and_books_none(world: World) -> None:
    email = await world.identity.register()
    with acting_as(await world.identity.customer(email)):
        made = (await world.own_bookings.CreateBooking(own_request(world))).booking
    with acting_as(await world.identity.device("bookings:read", email=email)):
        listed = await world.own_bookings.ListBookings(messages.ListBookingsRequest())
        with pytest.raises(NotAllowed):
            await world.own_bookings.CreateBooking(own_request(world))
    assert [booking.id for booking in listed.bookings] == [made.id]


async def test_a_device_that_may_write_books_for_its_customer(world: World) -> None:
    email = await world.identity.register()
    with acting_as(await world.identity.device("bookings:read", "bookings:write", email=email)):
        made = (await world.own_bookings.CreateBooking(own_request(world))).booking
    with acting_as(await world.identity.customer(email)):
        found = await world.own_bookings.GetBooking(messages.GetBookingRequest(booking_id=made.id))
    assert found.booking == made
