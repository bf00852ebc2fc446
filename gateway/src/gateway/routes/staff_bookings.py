"""Bookings, the calendar and the dashboard of staff."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from totetaxi.booking.v1 import staff_booking_service_pb2 as service
from totetaxi.identity.v1.customer_service_pb2 import CountCustomersRequest
from totetaxi.payments.v1.finance_service_pb2 import GetPaymentStatisticsRequest, ListBookingPaymentsRequest
from totetaxi.payments.v1.payment_pb2 import Payment

from gateway.acting import StaffMember, act_as_staff
from gateway.dependencies import Around, IdempotencyKey, Surroundings
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.routes.bookings import REPLAYED
from gateway.schemas import staff_bookings as schema
from gateway.schemas import staff_calendar as days
from gateway.schemas.members import BookingStatusWord, CalendarDate, Cursor, Text
from gateway.schemas.prices import ServiceTypeWord
from gateway.versions import ExpectedVersion, show_version
from gateway.views import staff_bookings as view
from gateway.views import staff_calendar
from gateway.views.words import booking_status_of, pickup_window_of

router = APIRouter(prefix="/api/staff", tags=["staff: bookings"], dependencies=[Depends(act_as_staff)])

LIST = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN)
ONE = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND)
CHANGE = refusals(
    HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.PRECONDITION_FAILED
)


@router.get("/dashboard/", summary="Where the business stands", responses=refusals(*SIGNED_IN))
async def get_dashboard(me: StaffMember, around: Around) -> schema.StaffDashboard:
    """One question to each service, all at once."""
    bookings, payments, customers = await asyncio.gather(
        around.upstreams.staff_bookings.GetBookingStatistics(service.GetBookingStatisticsRequest()),
        around.upstreams.finance.GetPaymentStatistics(GetPaymentStatisticsRequest()),
        around.upstreams.customers.CountCustomers(CountCustomersRequest()),
    )
    return view.dashboard(me.account, bookings, payments, customers)


@router.get("/bookings/", summary="Bookings", responses=LIST)
async def search_bookings(
    around: Around,
    status: BookingStatusWord | None = None,
    day: Annotated[CalendarDate | None, Query(alias="date", description="Picked up on this day")] = None,
    search: Annotated[Text, Query(max_length=100, description="Number, name, email, phone or ZIP code")] = "",
    service_type: ServiceTypeWord | None = None,
    customer_id: UUID | None = None,
    only_deleted: bool = False,
    page_size: Annotated[int, Query(ge=1, le=50)] = 50,
    cursor: Cursor = "",
) -> schema.StaffBookings:
    """Newest first, at most 50 at a time."""
    asked = service.SearchBookingsRequest(
        search=search,
        statuses=[booking_status_of(status)] if status else [],
        pickup_date=day.isoformat() if day else "",
        service_type=service_type or "",
        customer_id=str(customer_id) if customer_id else "",
        only_deleted=only_deleted,
        page_size=page_size,
        page_token=cursor,
    )
    answer = await around.upstreams.staff_bookings.SearchBookings(asked)
    payments = await payments_of([booking.id for booking in answer.bookings], around)
    filters = schema.Filters(status=status, date=day.isoformat() if day else None, search=search or None)
    return view.bookings_page(answer, payments, filters)


@router.post("/bookings/", status_code=HTTPStatus.CREATED, summary="Book for somebody", responses=CHANGE)
async def book_for(
    sent: schema.BookingFor, response: Response, around: Around, key: IdempotencyKey
) -> schema.BookingChanged:
    """For a customer or a guest, with more time to pay."""
    made = await around.upstreams.staff_bookings.CreateBookingFor(view.booking_for(sent, key))
    if made.is_replayed:
        response.headers[REPLAYED] = "true"
    return schema.BookingChanged(
        message="The booking is made and waits for payment.", booking=view.changed(made.booking)
    )


@router.get("/bookings/{booking_id}/", summary="One booking", responses=ONE)
async def inspect_booking(booking_id: UUID, response: Response, around: Around) -> schema.StaffBookingPage:
    """With its notes, its history and its payment. Has an ETag for If-Match."""
    asked = service.InspectBookingRequest(booking_id=str(booking_id))
    found = await around.upstreams.staff_bookings.InspectBooking(asked)
    payments = await payments_of([str(booking_id)], around)
    show_version(response, found.booking.version)
    return view.booking_page(found, payments.get(str(booking_id)))


@router.patch("/bookings/{booking_id}/", summary="Change a booking", responses=CHANGE)
async def change_booking(
    booking_id: UUID, sent: schema.BookingChange, response: Response, around: Around, version: ExpectedVersion
) -> schema.BookingChanged:
    """Along its lifecycle, and its notes; what the lifecycle does not allow is refused and says what it does."""
    asked = service.UpdateBookingRequest(
        booking_id=str(booking_id),
        staff_notes=sent.staff_notes,
        reason=sent.reason,
        expected_version=version,
    )
    if sent.status:
        asked.status = booking_status_of(sent.status)
    answer = await around.upstreams.staff_bookings.UpdateBooking(asked)
    show_version(response, answer.booking.version)
    return schema.BookingChanged(message="The booking is changed.", booking=view.changed(answer.booking))


@router.post("/bookings/{booking_id}/cancel/", summary="Call a booking off", responses=CHANGE)
async def cancel_booking(booking_id: UUID, sent: schema.StaffCancelling, around: Around) -> schema.BookingChanged:
    """At the policy's terms, or with another amount and the reason for it."""
    asked = service.CancelBookingForRequest(
        booking_id=str(booking_id), refund_cents=sent.refund_cents, reason=sent.reason
    )
    done = await around.upstreams.staff_bookings.CancelBookingFor(asked)
    return schema.BookingChanged(
        message="The booking is called off.", booking=view.changed(done.booking), refund_cents=done.refund_cents
    )


@router.post("/bookings/{booking_id}/reschedule/", summary="Move a booking", responses=CHANGE)
async def reschedule(booking_id: UUID, sent: schema.StaffMoving, around: Around) -> schema.BookingChanged:
    """To another day or window; its price stays."""
    asked = service.RescheduleBookingForRequest(
        booking_id=str(booking_id), pickup_date=sent.pickup_date.isoformat(), reason=sent.reason
    )
    if sent.pickup_time:
        asked.pickup_window = pickup_window_of(sent.pickup_time)
    moved = await around.upstreams.staff_bookings.RescheduleBookingFor(asked)
    return schema.BookingChanged(message="The booking is moved.", booking=view.changed(moved.booking))


@router.post("/bookings/{booking_id}/delete/", summary="Take a booking out of the lists", responses=CHANGE)
async def delete_booking(booking_id: UUID, sent: schema.Deleting, around: Around) -> schema.BookingChanged:
    """Only what is over; it can be brought back."""
    return await set_deleted(booking_id, sent, around, is_deleted=True)


@router.post("/bookings/{booking_id}/restore/", summary="Bring a booking back", responses=CHANGE)
async def restore_booking(booking_id: UUID, sent: schema.Deleting, around: Around) -> schema.BookingChanged:
    """Into lists and numbers."""
    return await set_deleted(booking_id, sent, around, is_deleted=False)


@router.get("/calendar/", summary="Bookings and places by day", responses=LIST)
async def get_calendar(
    around: Around,
    start_date: Annotated[CalendarDate, Query()],
    end_date: Annotated[CalendarDate, Query(description="Inclusive, at most 61 days later")],
) -> days.Calendar:
    """Cancelled, expired and deleted bookings are left out."""
    asked = service.GetCalendarRequest(start_date=start_date.isoformat(), end_date=end_date.isoformat())
    return staff_calendar.calendar(await around.upstreams.staff_bookings.GetCalendar(asked))


@router.put("/calendar/{day}/", summary="Set the places of a day", responses=LIST)
async def set_capacity(day: CalendarDate, sent: days.DayCapacity, around: Around) -> days.CalendarDay:
    """What is booked stays booked."""
    asked = service.SetDayCapacityRequest(
        date=day.isoformat(), window_capacity=sent.window_capacity, reason=sent.reason
    )
    return staff_calendar.calendar_day((await around.upstreams.staff_bookings.SetDayCapacity(asked)).day)


@router.put("/calendar/{day}/organizers/", summary="Set the organizers of a day", responses=LIST)
async def set_organizers(day: CalendarDate, sent: days.DayOrganizers, around: Around) -> days.CalendarDay:
    """Those who are booked stay booked."""
    asked = service.SetDayOrganizersRequest(date=day.isoformat(), organizers=sent.organizers, reason=sent.reason)
    return staff_calendar.calendar_day((await around.upstreams.staff_bookings.SetDayOrganizers(asked)).day)


async def set_deleted(
    booking_id: UUID, sent: schema.Deleting, around: Surroundings, *, is_deleted: bool
) -> schema.BookingChanged:
    """Deletes or restores."""
    asked = service.SetBookingDeletedRequest(booking_id=str(booking_id), is_deleted=is_deleted, reason=sent.reason)
    answer = await around.upstreams.staff_bookings.SetBookingDeleted(asked)
    word = "out of the lists" if is_deleted else "back"
    return schema.BookingChanged(message=f"The booking is {word}.", booking=view.changed(answer.booking))


async def payments_of(booking_ids: list[str], around: Surroundings) -> dict[str, Payment]:
    """The latest payment of each booking that has one, by booking: one question for all."""
    if not booking_ids:
        return {}
    answer = await around.upstreams.finance.ListBookingPayments(ListBookingPaymentsRequest(booking_ids=booking_ids))
    return {payment.booking_id: payment for payment in answer.payments}
