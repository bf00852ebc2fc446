"""Companies, on their way out."""

from __future__ import annotations

from totetaxi.booking.v1 import company_pb2 as message
from totetaxi.booking.v1.customer_company_service_pb2 import ListCompanyBookingsResponse
from totetaxi.booking.v1.staff_company_service_pb2 import SearchCompaniesResponse

from gateway.schemas import companies as schema
from gateway.views.customer_bookings import customer_booking
from gateway.views.messages import plain


def company(each: message.Company) -> schema.Company:
    """As its contacts, and lists, see it."""
    return schema.Company.model_validate(plain(each))


def staff_company(each: message.Company) -> schema.StaffCompany:
    """With its contacts."""
    return schema.StaffCompany.model_validate(plain(each))


def staff_companies(answer: SearchCompaniesResponse) -> schema.StaffCompanies:
    """GET /api/staff/companies/."""
    return schema.StaffCompanies(
        companies=[company(each) for each in answer.companies], next_cursor=answer.next_page_token
    )


def company_bookings(answer: ListCompanyBookingsResponse) -> schema.CompanyBookings:
    """A colleague's booking is seen, and not called off or moved: that is for whoever booked."""
    shown = [customer_booking(each) for each in answer.bookings]
    for each in shown:
        each.can_cancel = each.can_reschedule = each.can_rebook = False
    return schema.CompanyBookings(bookings=shown, next_cursor=answer.next_page_token)
