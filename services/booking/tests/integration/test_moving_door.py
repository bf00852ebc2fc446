"""Moving one's booking, through the door: what the new day costs is pricing's to say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from booking_world import World, acting_as, an_ordinary_wednesday, own_request, price_request
from chassis.clock import Clock, new_york_date
from chassis.money import format_dollars
from chassis.refusal import Conflict
from totetaxi.booking.v1 import booking_pb2 as contract
from totetaxi.booking.v1 import customer_booking_service_pb2 as messages
from totetaxi.pricing.v1.pricing_service_pb2 import PreviewPriceRequest

pytestmark = pytest.mark.xdist_group("services")


@pytest.fixture
async def customer(world: World) -> str:
    """Somebody who has just signed in."""
    return await world.identity.customer()


async def booked(world: World, day: date) -> contract.Booking:
    asked = own_request(
        world,
        request=price_request(world, pickup_date=day.isoformat()),
        pickup_window=contract.PICKUP_WINDOW_EVENING,
    )
    made: contract.Booking = (await world.own_bookings.CreateBooking(asked)).booking
    return made


async def previewed(world: World, booking: contract.Booking, day: date) -> messages.MoveTerms:
    asked = messages.PreviewRescheduleRequest(booking_id=booking.id, pickup_date=day.isoformat())
    terms: messages.MoveTerms = (await world.own_bookings.PreviewReschedule(asked)).terms
    return terms


async def moved(world: World, booking: contract.Booking, day: date) -> contract.Booking:
    asked = messages.RescheduleBookingRequest(booking_id=booking.id, pickup_date=day.isoformat())
    after: contract.Booking = (await world.own_bookings.RescheduleBooking(asked)).booking
    return after


async def dearer_by(world: World, booking: contract.Booking, day: date) -> int:
    asked = type(booking.request)()
    asked.CopyFrom(booking.request)
    asked.pickup_date = day.isoformat()
    price = (await world.prices.PreviewPrice(PreviewPriceRequest(request=asked))).price
    return int(price.total_cents - booking.price.total_cents)


async def test_to_a_day_of_the_same_price_it_is_free_and_the_price_stays(world: World, customer: str) -> None:
    another = await an_ordinary_wednesday(world.prices)
    with acting_as(customer):
        booking = await booked(world, world.day)
        terms = await previewed(world, booking, another)
        after = await moved(world, booking, another)
        again = await moved(world, booking, another)
    assert (terms.is_free, terms.difference_cents, terms.HasField("holds_until")) == (True, 0, True)
    assert (after.request.pickup_date, after.pickup_window) == (another.isoformat(), contract.PICKUP_WINDOW_EVENING)
    assert (after.price, after.booking_number) == (booking.price, booking.booking_number)
    assert again == after


async def test_a_dearer_saturday_is_refused_with_what_it_costs_more(world: World, customer: str) -> None:
    saturday = world.day + timedelta(days=3)
    with acting_as(customer):
        booking = await booked(world, world.day)
        difference = await dearer_by(world, booking, saturday)
        terms = await previewed(world, booking, saturday)
        with pytest.raises(Conflict) as refused:
            await moved(world, booking, saturday)
        found = await world.own_bookings.GetBooking(messages.GetBookingRequest(booking_id=booking.id))
    assert difference > 0
    assert (terms.is_free, terms.difference_cents) == (False, difference)
    assert refused.value.slug == "not_movable_online"
    assert format_dollars(difference) in refused.value.message
    assert found.booking == booking


async def test_late_it_is_moved_by_our_team(world: World, customer: str) -> None:
    tomorrow = new_york_date(Clock().now()) + timedelta(days=1)
    with acting_as(customer):
        booking = await booked(world, tomorrow)
        terms = await previewed(world, booking, world.day)
        with pytest.raises(Conflict) as refused:
            await moved(world, booking, world.day)
    assert not terms.is_free
    assert refused.value.slug == "not_movable_online"
    assert refused.value.message.endswith("a booking is moved by our team: please call us.")
