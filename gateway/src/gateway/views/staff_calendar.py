"""The calendar of staff on its way out."""

from __future__ import annotations

from totetaxi.booking.v1 import staff_booking_service_pb2 as service

from gateway.schemas import staff_calendar as days
from gateway.views.words import booking_status_word, pickup_time_word, service_type_word


def calendar(answer: service.GetCalendarResponse) -> days.Calendar:
    """GET /api/staff/calendar/."""
    return days.Calendar(days=[calendar_day(day) for day in answer.days])


def calendar_day(day: service.CalendarDay) -> days.CalendarDay:
    """A day with everything on it."""
    return days.CalendarDay(
        date=day.date,
        capacity_used=day.capacity_used,
        max_capacity=day.max_capacity,
        is_closed=day.is_closed,
        note=day.note,
        bookings=[calendar_booking(each) for each in day.bookings],
        organizers_used=day.organizers_used,
        max_organizers=day.max_organizers,
        organizers_note=day.organizers_note,
    )


def calendar_booking(each: service.CalendarBooking) -> days.CalendarBooking:
    """A booking on a day."""
    return days.CalendarBooking(
        id=each.id,
        booking_number=each.booking_number,
        customer_name=each.customer_name,
        service_type=service_type_word(each.request.service_type),
        pickup_time=pickup_time_word(each.pickup_window),
        status=booking_status_word(each.status),
        pickup_zip_code=each.pickup_zip_code,
        delivery_zip_code=each.delivery_zip_code,
    )
