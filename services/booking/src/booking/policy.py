"""Who may call what; what isn't named is refused."""

from __future__ import annotations

from chassis.policy import Policy, anybody, customers, services

POLICY: Policy = {
    "totetaxi.booking.v1.BookingService": {
        "CreateGuestBooking": anybody,
        "GetBookingByNumber": anybody,
        "GetAmountDue": services("payments"),
        "ListAvailability": anybody,
        "ExportCustomerData": customers,
    },
}
