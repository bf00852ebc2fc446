"""A signed-in customer's bookings."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from totetaxi.booking.v1 import customer_booking_service_pb2 as service
from totetaxi.identity.v1.customer_service_pb2 import GetAccountOverviewRequest
from totetaxi.payments.v1.payments_service_pb2 import GetBookingPaymentRequest

from gateway import ordering
from gateway.acting import act_as_customer
from gateway.dependencies import Around, FirstLanguage, IdempotencyKey, limited
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.routes.bookings import REPLAYED
from gateway.schemas import customer_bookings as schema
from gateway.schemas.members import BookingStatusWord, CalendarDate, Cursor
from gateway.schemas.prices import ServiceTypeWord
from gateway.views import customer_bookings as view
from gateway.views.words import booking_status_of, dollars, pickup_window_of

router = APIRouter(prefix="/api/customer", tags=["my bookings"], dependencies=[Depends(act_as_customer)])

RECENT = 5
ONE = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND)
CHANGE = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT)
BOOK = refusals(
    HTTPStatus.BAD_REQUEST,
    *SIGNED_IN,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.CONFLICT,
    HTTPStatus.UNPROCESSABLE_ENTITY,
    HTTPStatus.TOO_MANY_REQUESTS,
)


@router.get("/dashboard/", summary="My account on one page", responses=refusals(*SIGNED_IN))
async def get_dashboard(around: Around) -> schema.Dashboard:
    """One question to identity and two to booking, all at once."""
    bookings = around.upstreams.customer_bookings
    overview, counts, recent = await asyncio.gather(
        around.upstreams.customers.GetAccountOverview(GetAccountOverviewRequest()),
        bookings.CountBookings(service.CountBookingsRequest()),
        bookings.ListBookings(service.ListBookingsRequest(page_size=RECENT)),
    )
    return view.dashboard(overview, counts, recent, payment_methods=0)


@router.get("/bookings/", summary="My bookings", responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN))
async def list_bookings(
    around: Around,
    status: BookingStatusWord | None = None,
    service_type: ServiceTypeWord | None = None,
    first_day: Annotated[CalendarDate | None, Query(alias="from", description="Picked up on this day or later")] = None,
    last_day: Annotated[CalendarDate | None, Query(alias="to", description="Picked up on this day or earlier")] = None,
    page_size: Annotated[int, Query(ge=1, le=100)] = 20,
    cursor: Cursor = "",
) -> schema.CustomerBookings:
    """Newest first."""
    asked = service.ListBookingsRequest(
        statuses=[booking_status_of(status)] if status else [],
        service_type=service_type or "",
        from_date=first_day.isoformat() if first_day else "",
        to_date=last_day.isoformat() if last_day else "",
        page_size=page_size,
        page_token=cursor,
    )
    return view.bookings_page(await around.upstreams.customer_bookings.ListBookings(asked))


@router.post(
    "/bookings/create/",
    status_code=HTTPStatus.CREATED,
    summary="Book",
    dependencies=[Depends(limited("bookings"))],
    responses=BOOK,
)
async def create_booking(
    sent: schema.NewBooking, response: Response, around: Around, key: IdempotencyKey, language: FirstLanguage
) -> schema.CustomerBookingMade:
    """Takes the place, keeps the addresses that shall be kept, and starts the payment unless told otherwise."""
    made = await ordering.book(sent, key, language, around)
    payment = await ordering.start_payment(made, around) if sent.create_payment_intent else None
    return booking_made(made, payment, response)


@router.post(
    "/bookings/{booking_id}/rebook/",
    status_code=HTTPStatus.CREATED,
    summary="Book the same again",
    dependencies=[Depends(limited("bookings"))],
    responses=BOOK,
)
async def rebook(
    booking_id: UUID, sent: schema.Rebooking, response: Response, around: Around, key: IdempotencyKey
) -> schema.CustomerBookingMade:
    """On another day, at today's prices."""
    asked = service.RebookRequest(
        booking_id=str(booking_id),
        pickup_date=sent.pickup_date.isoformat(),
        special_instructions=sent.special_instructions,
        idempotency_key=key,
    )
    if sent.pickup_time:
        asked.pickup_window = pickup_window_of(sent.pickup_time)
    made = await around.upstreams.customer_bookings.Rebook(asked)
    payment = await ordering.start_payment(made, around) if sent.create_payment_intent else None
    return booking_made(made, payment, response)


@router.get("/bookings/{booking_id}/", summary="One of my bookings", responses=ONE)
async def get_booking(booking_id: UUID, around: Around) -> schema.CustomerBooking:
    """In full, with where its payment is."""
    found = await around.upstreams.customer_bookings.GetBooking(service.GetBookingRequest(booking_id=str(booking_id)))
    asked = GetBookingPaymentRequest(booking_id=str(booking_id))
    payment = await around.upstreams.payments.GetBookingPayment(asked)
    return view.booking_of_ones_own(found, payment)


@router.get("/bookings/{booking_id}/cancel/", summary="What calling off would give back", responses=CHANGE)
async def preview_cancellation(booking_id: UUID, around: Around) -> schema.CancellationTerms:
    """Nothing happens yet."""
    asked = service.PreviewCancellationRequest(booking_id=str(booking_id))
    return view.cancellation_terms((await around.upstreams.customer_bookings.PreviewCancellation(asked)).terms)


@router.post("/bookings/{booking_id}/cancel/", summary="Call a booking off", responses=CHANGE)
async def cancel_booking(booking_id: UUID, sent: schema.Cancelling, around: Around) -> schema.BookingCancelled:
    """At the terms that were shown; when they have changed since, it is refused and says what they are now."""
    asked = service.CancelBookingRequest(
        booking_id=str(booking_id), expected_refund_cents=sent.expected_refund_cents, reason=sent.reason
    )
    done = await around.upstreams.customer_bookings.CancelBooking(asked)
    return schema.BookingCancelled(
        message="Your booking is called off.",
        booking=view.customer_booking(done.booking),
        refund_cents=done.refund_cents,
        refund_dollars=dollars(done.refund_cents),
    )


@router.post("/bookings/{booking_id}/reschedule/preview/", summary="What moving a booking would mean", responses=CHANGE)
async def preview_reschedule(booking_id: UUID, sent: schema.Moving, around: Around) -> schema.MoveTerms:
    """Nothing happens yet."""
    asked = service.PreviewRescheduleRequest(booking_id=str(booking_id), pickup_date=sent.pickup_date.isoformat())
    if sent.pickup_time:
        asked.pickup_window = pickup_window_of(sent.pickup_time)
    return view.move_terms((await around.upstreams.customer_bookings.PreviewReschedule(asked)).terms)


@router.post("/bookings/{booking_id}/reschedule/", summary="Move a booking", responses=CHANGE)
async def reschedule(booking_id: UUID, sent: schema.Moving, around: Around) -> schema.BookingMoved:
    """Where that is free; the price stays."""
    asked = service.RescheduleBookingRequest(booking_id=str(booking_id), pickup_date=sent.pickup_date.isoformat())
    if sent.pickup_time:
        asked.pickup_window = pickup_window_of(sent.pickup_time)
    moved = await around.upstreams.customer_bookings.RescheduleBooking(asked)
    return schema.BookingMoved(message="Your booking is moved.", booking=view.customer_booking(moved.booking))


def booking_made(
    made: ordering.Made,
    payment: schema.StartedPayment | None,
    response: Response,
) -> schema.CustomerBookingMade:
    """The answer, marked where it is one from before."""
    if made.is_replayed:
        response.headers[REPLAYED] = "true"
    status = "pending" if payment else None
    return schema.CustomerBookingMade(
        message="Your booking is made; please pay to confirm it.",
        booking=view.customer_booking(made.booking, status),
        payment=payment,
    )
