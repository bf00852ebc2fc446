"""Who may call what; what isn't named is refused."""

from __future__ import annotations

from chassis.policy import Policy, any_of, anybody, customers, customers_or_keys, guests, services, staff, staff_with

readers = customers_or_keys("bookings:read")
writers = customers_or_keys("bookings:write")
booking_managers = staff_with("can_manage_bookings")
quote_managers = staff_with("can_manage_quotes")

document_readers = any_of(readers, booking_managers)
document_writers = any_of(writers, booking_managers)
paper_readers = any_of(guests, readers, booking_managers, services("notifications"))
"""Guests prove that the booking is theirs, customers see their own."""

POLICY: Policy = {
    "totetaxi.booking.v1.BookingService": {
        "CreateGuestBooking": anybody,
        "GetBookingByNumber": anybody,
        "GetAmountDue": services("payments"),
        "ListAvailability": anybody,
        "ExportCustomerData": customers,
    },
    "totetaxi.booking.v1.CustomerBookingService": {
        "CreateBooking": writers,
        "ListBookings": readers,
        "GetBooking": readers,
        "CountBookings": readers,
        "Rebook": writers,
        "PreviewCancellation": readers,
        "CancelBooking": writers,
        "PreviewReschedule": readers,
        "RescheduleBooking": writers,
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
        "SetDayOrganizers": booking_managers,
    },
    "totetaxi.booking.v1.BookingPaperService": {
        "GetReceipt": paper_readers,
        "GetCalendarInvite": paper_readers,
    },
    "totetaxi.booking.v1.TrackingService": {
        "GetTracking": any_of(guests, readers, booking_managers),
    },
    "totetaxi.booking.v1.BookingEventService": {
        "ListBookingEvents": any_of(guests, readers),
    },
    "totetaxi.booking.v1.CustomerStorageService": {
        "ListStorages": readers,
        "GetStorage": readers,
        "RequestReturn": writers,
        "EndStorage": writers,
    },
    "totetaxi.booking.v1.StaffStorageService": {
        "StartStorage": booking_managers,
        "SearchStorages": booking_managers,
        "InspectStorage": booking_managers,
        "AddStorageItems": booking_managers,
        "ReturnStorageItems": booking_managers,
        "LinkStorageLeg": booking_managers,
        "RefreshStoragePrice": booking_managers,
        "EndStorageFor": booking_managers,
    },
    "totetaxi.booking.v1.WaitingListService": {
        "JoinWaitingList": anybody,
        "GetWaiting": anybody,
        "LeaveWaitingList": anybody,
        "ListWaiting": booking_managers,
    },
    "totetaxi.booking.v1.ReportService": {
        "GetBookingReport": booking_managers,
        "ListTopCustomers": booking_managers,
        "GetStaffReport": booking_managers,
    },
    "totetaxi.booking.v1.QuoteService": {
        "RequestQuote": anybody,
        "OpenQuote": anybody,
        "GetQuotePaper": anybody,
        "AcceptQuote": anybody,
        "DeclineQuote": anybody,
        "ListOwnQuotes": readers,
        "GetOwnQuote": readers,
    },
    "totetaxi.booking.v1.StaffQuoteService": {
        "SearchQuotes": quote_managers,
        "InspectQuote": quote_managers,
        "OpenQuoteFor": quote_managers,
        "SendQuote": quote_managers,
        "GetQuotePaperFor": quote_managers,
        "DeclineQuoteFor": quote_managers,
    },
    "totetaxi.booking.v1.CustomerCompanyService": {
        "ListOwnCompanies": readers,
        "ListCompanyBookings": readers,
        "ListCompanyQuotes": readers,
    },
    "totetaxi.booking.v1.StaffCompanyService": {
        "CreateCompany": booking_managers,
        "SearchCompanies": booking_managers,
        "InspectCompany": booking_managers,
        "UpdateCompany": booking_managers,
        "AddCompanyContact": booking_managers,
        "RemoveCompanyContact": booking_managers,
        "LinkToCompany": booking_managers,
    },
    "totetaxi.booking.v1.ClaimService": {
        "OpenClaim": writers,
        "ListClaims": document_readers,
        "SearchClaims": booking_managers,
        "AcceptClaim": booking_managers,
        "RejectClaim": booking_managers,
    },
    "totetaxi.booking.v1.HandoverService": {
        "RecordHandover": booking_managers,
        "IssueHandoverCode": writers,
        "ConfirmHandover": booking_managers,
        "ListHandovers": document_readers,
        "GetProofPack": document_readers,
    },
    "totetaxi.booking.v1.DocumentService": {
        "RequestDocument": booking_managers,
        "StartUpload": any_of(guests, document_writers),
        "SubmitDocument": any_of(guests, document_writers),
        "AcceptDocument": booking_managers,
        "RejectDocument": booking_managers,
        "ListDocuments": any_of(guests, document_readers),
        "GetDownloadLink": document_readers,
    },
    "totetaxi.booking.v1.LogisticsService": {
        "ListDrivers": booking_managers,
        "SaveDriver": booking_managers,
        "ListVans": booking_managers,
        "SaveVan": booking_managers,
        "ListDayTasks": booking_managers,
        "ListUrgentTasks": booking_managers,
        "AssignTask": booking_managers,
        "ReportTask": booking_managers,
    },
    "totetaxi.booking.v1.DriverDayService": {
        "CreateDriverLink": booking_managers,
        "RevokeDriverLink": booking_managers,
        "GetDriverDay": anybody,  # a link's token is asked for
        "ReportDriverTask": anybody,
    },
    "totetaxi.booking.v1.RoutePlanService": {
        "PlanRoutes": booking_managers,
        "GetRoutePlan": booking_managers,
        "ListRoutePlans": booking_managers,
        "AcceptRoutePlan": booking_managers,
        "GetDriverSheet": staff,  # who does not manage bookings gets their own stops alone
    },
}
