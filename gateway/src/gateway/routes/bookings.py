"""Booking as a guest, and looking a booking up by its number."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from totetaxi.booking.v1.booking_service_pb2 import GetBookingByNumberRequest

from gateway.acting import act_as_whoever
from gateway.dependencies import Around, FirstLanguage, IdempotencyKey, limited
from gateway.guest_session import find_guest_session, new_guest_session, remember
from gateway.refusal_docs import refusals
from gateway.schemas.bookings import Booking, BookingMade, BookingStatus, GuestBookingRequest
from gateway.schemas.members import Text
from gateway.views.bookings import booking_in_full, booking_status, guest_booking_request

REPLAYED = "Idempotent-Replayed"

router = APIRouter(prefix="/api/public", tags=["bookings"], dependencies=[Depends(act_as_whoever)])


@router.post(
    "/guest-booking/",
    status_code=HTTPStatus.CREATED,
    summary="Book without an account",
    response_model_exclude_unset=False,
    dependencies=[Depends(limited("bookings"))],
    responses=refusals(
        HTTPStatus.BAD_REQUEST, HTTPStatus.CONFLICT, HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.TOO_MANY_REQUESTS
    ),
)
async def create_guest_booking(
    sent: GuestBookingRequest,
    request: Request,
    response: Response,
    around: Around,
    key: IdempotencyKey,
    language: FirstLanguage,
) -> BookingMade:
    """Takes the place and waits for payment. Sets the cookie that lets this browser see the booking in full."""
    await around.rate_limits.count_account("bookings", sent.email, request)
    session = find_guest_session(request, around.settings) or new_guest_session(around.settings, key, sent.email)
    asked = guest_booking_request(sent, key, session.digest, language)
    answer = await around.upstreams.booking.CreateGuestBooking(asked)
    remember(response, session, around.settings)
    if answer.is_replayed:
        response.headers[REPLAYED] = "true"
    return BookingMade(
        message="Your booking is made; please pay to confirm it.", booking=booking_in_full(answer.booking)
    )


@router.get(
    "/booking-status/{booking_number}/",
    summary="A booking by its number",
    dependencies=[Depends(limited("lookups"))],
    responses=refusals(HTTPStatus.NOT_FOUND, HTTPStatus.TOO_MANY_REQUESTS),
)
async def get_booking_status(
    booking_number: Annotated[Text, "TT- and six characters"],
    request: Request,
    around: Around,
    email: Annotated[Text, Query(max_length=254, description="Proof: the email it was booked with")] = "",
) -> Booking | BookingStatus:
    """Masked unless the email proves the caller, or the cookie that made it within the last 24 hours."""
    session = find_guest_session(request, around.settings)
    asked = GetBookingByNumberRequest(
        booking_number=booking_number[:32], email=email, guest_session=session.digest if session else ""
    )
    booking = (await around.upstreams.booking.GetBookingByNumber(asked)).booking
    return booking_status(booking) if booking.is_masked else booking_in_full(booking)
