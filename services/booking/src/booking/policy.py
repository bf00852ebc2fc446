"""Who may call what; what isn't named is refused."""

from __future__ import annotations

from chassis.policy import Policy, anybody, customers, services, staff_with

booking_managers = staff_with("can_manage_bookings")

POLICY: Policy = {
    "totetaxi.booking.v1.BookingService": {
        "CreateGuestBooking": anybody,
        "GetBookingByNumber": anybody,
        "GetAmountDue": services("payments"),
        "ListAvailability": anybody,
        "ExportCustomerData": customers,
    },
    "totetaxi.booking.v1.CustomerBookingService": {
        "CreateBooking": customers,
        "ListBookings": customers,
        "GetBooking": customers,
        "CountBookings": customers,
        "Rebook": customers,
        "PreviewCancellation": customers,
        "CancelBooking": customers,
        "PreviewReschedule": customers,
        "RescheduleBooking": customers,
    },
    "totetaxi.booking.v1.StaffBookingService": {
        "SearchBookings": booking_managers,
        "InspectBooking": booking_managers,
        "UpdateBooking": booking_managers,
        "CreateBookingFor": booking_managers,
        "CancelBookingFor": booking_managers,
        "RescheduleBookingFor": booking_managers,
        "SetBookingDeleted": booking_managers,
        "GetBookingStatistics": booking_managers,
        "GetCalendar": booking_managers,
        "SetDayCapacity": booking_managers,
    },
}
