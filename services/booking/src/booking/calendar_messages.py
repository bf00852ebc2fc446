"""The calendar as the contract says it."""

from __future__ import annotations

from collections.abc import Sequence

from totetaxi.booking.v1.booking_service_pb2 import AvailableDay, WindowCapacity
from totetaxi.booking.v1.staff_booking_service_pb2 import CalendarBooking, CalendarDay
from totetaxi.pricing.v1.price_pb2 import DateSurcharge

from booking.actions import PlannedDay
from booking.domain.availability import Day
from booking.messages import STATUSES, WINDOWS, request_of
from booking.store.bookings import BookingRecord


def available_day(day: Day, surcharges: Sequence[DateSurcharge]) -> AvailableDay:
    """One day with its places and what costs more."""
    return AvailableDay(
        date=day.date.isoformat(),
        is_available=day.is_available,
        is_weekend=day.is_weekend,
        specialty_items_allowed=day.has_van,
        capacity_used=day.used,
        max_capacity=day.maximum,
        windows=[
            WindowCapacity(window=WINDOWS[window], used=places.used, maximum=places.maximum)
            for window, places in day.windows.items()
        ],
        surcharges=surcharges,
        organizers_left=day.organizers.left,
        max_organizers=day.organizers.maximum,
    )


def planned_day(planned: PlannedDay) -> CalendarDay:
    """One day as staff see it."""
    return CalendarDay(
        date=planned.day.date.isoformat(),
        capacity_used=planned.day.used,
        max_capacity=planned.day.maximum,
        is_closed=planned.rule is not None and planned.rule.is_closed,
        note=planned.rule.note if planned.rule else "",
        bookings=[calendar_booking(record) for record in planned.bookings],
        organizers_used=planned.day.organizers.used,
        max_organizers=planned.day.organizers.maximum,
        organizers_note=planned.day.organizers.note,
    )


def calendar_booking(record: BookingRecord) -> CalendarBooking:
    """A booking as a calendar shows it."""
    return CalendarBooking(
        id=str(record.id),
        booking_number=record.number,
        customer_name=record.contact.full_name,
        request=request_of(record),
        pickup_window=WINDOWS[record.pickup_window],
        status=STATUSES[record.status],
        pickup_zip_code=record.pickup_address.zip_code,
        delivery_zip_code=record.delivery_address.zip_code,
    )
