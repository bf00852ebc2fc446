"""Booking through its door: real identity, real pricing, real principals, over gRPC."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import grpc
import pytest
from booking_world import SESSION, World, price_request, request
from chassis.refusal import Conflict, Invalid, NotAllowed, NotFound
from totetaxi.booking.v1 import booking_pb2 as contract
from totetaxi.booking.v1 import booking_service_pb2 as messages
from totetaxi.booking.v1.booking_service_pb2_grpc import BookingServiceStub
from totetaxi.pricing.v1 import catalog_pb2
from totetaxi.pricing.v1 import pricing_service_pb2 as pricing_messages

pytestmark = pytest.mark.xdist_group("services")


async def test_a_guest_books_at_pricings_price_and_finds_the_booking_again(world: World) -> None:
    made = (await world.bookings.CreateGuestBooking(request(world))).booking
    assert made.price.total_cents == 244_500
    assert sum(line.amount_cents for line in made.price.lines) == 244_500
    assert (made.request.pickup_zip_code, made.request.delivery_zip_code) == ("10001", "11937")
    assert (made.contact.email, made.contact.phone) == ("ada@example.com", "+12125550100")
    assert (made.status, made.pickup_window) == (contract.BOOKING_STATUS_PENDING, contract.PICKUP_WINDOW_MORNING)

    misread = made.booking_number.lower().replace("0", "o").replace("1", "l")
    masked = await found(world, booking_number=misread)
    assert (masked.id, masked.is_masked, masked.price) == (made.id, True, made.price)
    assert masked.contact == contract.Contact(first_name="Ada", last_name="B.")
    assert (masked.pickup_address.address_line_1, masked.pickup_address.city) == ("", "New York")
    assert masked.special_instructions == ""
    for proof in ({"email": "ADA@example.com"}, {"guest_session": SESSION}):
        assert await found(world, booking_number=made.booking_number, **proof) == made
    for no_proof in ({"email": "eve@example.com"}, {"guest_session": "00" * 32}):
        assert (await found(world, booking_number=made.booking_number, **no_proof)).is_masked
    with pytest.raises(NotFound):
        await found(world, booking_number="TT-ZZZZZZ")


async def found(world: World, **question: str) -> contract.Booking:
    answer: messages.GetBookingByNumberResponse = await world.bookings.GetBookingByNumber(
        messages.GetBookingByNumberRequest(**question)
    )
    return answer.booking


async def test_only_payments_may_ask_what_is_due(world: World) -> None:
    made = (await world.bookings.CreateGuestBooking(request(world))).booking
    question = messages.GetAmountDueRequest(booking_id=made.id)
    due = await world.as_payments.GetAmountDue(question)
    assert (due.amount_cents, due.booking_number, due.customer_name) == (244_500, made.booking_number, "Ada Byron")
    assert due.expires_at == made.expires_at
    with pytest.raises(NotAllowed):
        await world.bookings.GetAmountDue(question)
    unmasked = await world.as_payments.GetBookingByNumber(
        messages.GetBookingByNumberRequest(booking_number=made.booking_number)
    )
    assert unmasked.booking == made


async def test_a_caller_without_a_principal_is_unknown(world: World) -> None:
    stub = BookingServiceStub(world.channel)
    with pytest.raises(grpc.aio.AioRpcError) as refused:
        await stub.ListAvailability(messages.ListAvailabilityRequest())
    assert refused.value.code() == grpc.StatusCode.UNAUTHENTICATED


@pytest.mark.parametrize(
    ("service_members", "booking_members", "field"),
    [
        ({"mini_move_package_id": ""}, {}, "mini_move_package_id"),
        ({"pickup_date": "2020-01-01"}, {}, "pickup_date"),
        ({"service_type": catalog_pb2.SERVICE_TYPE_B2B_POPUP, "mini_move_package_id": ""}, {}, "service_type"),
        ({}, {"contact": contract.Contact(first_name="A", last_name="B", email="nobody", phone="2125550100")}, "email"),
        ({}, {"quote_id": "no-such-quote"}, "quote_id"),
        (
            {},
            {
                "delivery_address": contract.Address(
                    address_line_1="1 Ocean Dr", city="Buffalo", state="NY", zip_code="14201"
                )
            },
            "delivery_address.zip_code",
        ),
    ],
)
async def test_a_refusal_names_the_field_as_rest_clients_know_it(
    world: World, service_members: dict[str, Any], booking_members: dict[str, Any], field: str
) -> None:
    asked = request(world, request=price_request(world, **service_members), **booking_members)
    with pytest.raises(Invalid) as refused:
        await world.bookings.CreateGuestBooking(asked)
    assert field in [fault.field for fault in refused.value.faults]
    [day] = (await availability(world, world.day, world.day)).days
    assert day.capacity_used == 0


async def availability(world: World, first: date, last: date) -> messages.ListAvailabilityResponse:
    question = messages.ListAvailabilityRequest(start_date=first.isoformat(), end_date=last.isoformat())
    answer: messages.ListAvailabilityResponse = await world.bookings.ListAvailability(question)
    return answer


async def test_a_held_price_is_booked_once_and_only_for_what_was_quoted(world: World) -> None:
    quoted = price_request(world, pickup_zip_code="10001-2345", delivery_zip_code="11937")
    quote = (await world.prices.CreateQuote(pricing_messages.CreateQuoteRequest(request=quoted))).quote
    with pytest.raises(Conflict) as refused:
        await world.bookings.CreateGuestBooking(
            request(world, quote_id=quote.quote_id, request=price_request(world, include_packing=False))
        )
    assert refused.value.slug == "quote_for_another_request"
    made = (await world.bookings.CreateGuestBooking(request(world, quote_id=quote.quote_id))).booking
    assert made.price == quote.price
    with pytest.raises(Conflict) as used:
        await world.bookings.CreateGuestBooking(request(world, quote_id=quote.quote_id))
    assert used.value.slug == "quote_used"


async def test_the_calendar_counts_places_and_shows_surcharges(world: World) -> None:
    wednesday = world.day
    await world.bookings.CreateGuestBooking(request(world))
    days = {day.date: day for day in (await availability(world, wednesday, wednesday + timedelta(days=3))).days}
    booked = days[wednesday.isoformat()]
    assert (booked.is_available, booked.capacity_used, booked.max_capacity) == (True, 1, 9)
    assert (booked.specialty_items_allowed, booked.is_weekend) == (False, False)
    assert [(window.used, window.maximum) for window in booked.windows] == [(1, 3), (0, 3), (0, 3)]
    saturday = days[(wednesday + timedelta(days=3)).isoformat()]
    assert (saturday.is_weekend, saturday.organizers_left, saturday.max_organizers) == (True, 80, 80)
    assert (booked.organizers_left, booked.max_organizers) == (78, 80)
    assert "weekend" in [surcharge.surcharge_type for surcharge in saturday.surcharges]
    assert len((await world.bookings.ListAvailability(messages.ListAvailabilityRequest())).days) == 61


async def test_the_same_idempotency_key_answers_the_same_and_refuses_another_body(world: World) -> None:
    first = await world.bookings.CreateGuestBooking(request(world, idempotency_key="key-1"))
    again = await world.bookings.CreateGuestBooking(request(world, idempotency_key="key-1"))
    assert again.booking == first.booking
    assert (first.is_replayed, again.is_replayed) == (False, True)
    with pytest.raises(Invalid) as refused:
        await world.bookings.CreateGuestBooking(
            request(world, idempotency_key="key-1", special_instructions="ring once")
        )
    assert refused.value.slug == "idempotency_key_reused"
