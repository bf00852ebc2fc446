"""Companies: what their contacts see, and how staff look after them."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from totetaxi.booking.v1 import customer_company_service_pb2 as own_service
from totetaxi.booking.v1 import staff_company_service_pb2 as service

from gateway.acting import act_as_customer, act_as_staff
from gateway.dependencies import Around
from gateway.paging import DEFAULT_PAGE_SIZE, Cursor, PageSize
from gateway.refusal_docs import SIGNED_IN, refusals, staff_refusals
from gateway.schemas import companies as schema
from gateway.schemas.custom_quotes import Quotes
from gateway.schemas.members import Text
from gateway.versions import ExpectedVersion, show_version
from gateway.views import companies as view
from gateway.views.custom_quotes import quote

router = APIRouter(prefix="/api/customer/companies", tags=["my companies"], dependencies=[Depends(act_as_customer)])
staff_router = APIRouter(prefix="/api/staff/companies", tags=["staff: companies"], dependencies=[Depends(act_as_staff)])

OWN = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND)
ONE = staff_refusals(HTTPStatus.NOT_FOUND)
CHANGE = staff_refusals(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.PRECONDITION_FAILED)


@router.get("/", summary="My companies", responses=refusals(*SIGNED_IN))
async def list_own_companies(around: Around) -> schema.OwnCompanies:
    """Those of which you are a contact, by the email that you have verified."""
    answer = await around.upstreams.companies.ListOwnCompanies(own_service.ListOwnCompaniesRequest())
    return schema.OwnCompanies(companies=[view.company(each) for each in answer.companies])


@router.get("/{company_id}/bookings/", summary="My company's bookings", responses=OWN)
async def list_bookings(
    company_id: UUID, around: Around, page_size: PageSize = DEFAULT_PAGE_SIZE, cursor: Cursor = ""
) -> schema.CompanyBookings:
    """Newest first, whoever of it booked."""
    asked = own_service.ListCompanyBookingsRequest(company_id=str(company_id), page_size=page_size, page_token=cursor)
    return view.company_bookings(await around.upstreams.companies.ListCompanyBookings(asked))


@router.get("/{company_id}/quotes/", summary="My company's quotes", responses=OWN)
async def list_quotes(
    company_id: UUID, around: Around, page_size: PageSize = DEFAULT_PAGE_SIZE, cursor: Cursor = ""
) -> Quotes:
    """Newest first, whoever of it asked."""
    asked = own_service.ListCompanyQuotesRequest(company_id=str(company_id), page_size=page_size, page_token=cursor)
    answer = await around.upstreams.companies.ListCompanyQuotes(asked)
    return Quotes(quotes=[quote(each) for each in answer.quotes], next_cursor=answer.next_page_token)


@staff_router.get("/", summary="Companies", responses=staff_refusals())
async def search_companies(
    around: Around,
    search: Annotated[Text, Query(max_length=120, description="How the name begins")] = "",
    page_size: PageSize = 50,
    cursor: Cursor = "",
) -> schema.StaffCompanies:
    """Newest first."""
    asked = service.SearchCompaniesRequest(search=search, page_size=page_size, page_token=cursor)
    return view.staff_companies(await around.upstreams.staff_companies.SearchCompanies(asked))


@staff_router.post(
    "/", status_code=HTTPStatus.CREATED, summary="Make a company", responses=staff_refusals(HTTPStatus.CONFLICT)
)
async def create_company(sent: schema.NewCompany, around: Around) -> schema.StaffCompany:
    """The same id again answers the same company."""
    asked = service.CreateCompanyRequest(company_id=str(sent.id or ""), name=sent.name, notes=sent.notes)
    return view.staff_company((await around.upstreams.staff_companies.CreateCompany(asked)).company)


@staff_router.get("/{company_id}/", summary="One company", responses=ONE)
async def inspect_company(company_id: UUID, response: Response, around: Around) -> schema.StaffCompany:
    """With its contacts. Has an ETag for If-Match."""
    asked = service.InspectCompanyRequest(company_id=str(company_id))
    answer = await around.upstreams.staff_companies.InspectCompany(asked)
    show_version(response, answer.company.version)
    return view.staff_company(answer.company)


@staff_router.patch("/{company_id}/", summary="Change a company", responses=CHANGE)
async def update_company(
    company_id: UUID, sent: schema.CompanyChange, response: Response, around: Around, version: ExpectedVersion
) -> schema.StaffCompany:
    """Its name and notes; and while it is not active its contacts see nothing."""
    asked = service.UpdateCompanyRequest(
        company_id=str(company_id), expected_version=version, **sent.model_dump(exclude_none=True)
    )
    answer = await around.upstreams.staff_companies.UpdateCompany(asked)
    show_version(response, answer.company.version)
    return view.staff_company(answer.company)


@staff_router.post("/{company_id}/contacts/", summary="Add a contact", responses=CHANGE)
async def add_contact(company_id: UUID, sent: schema.NewContact, around: Around) -> schema.StaffCompany:
    """Whoever verifies the email sees what is the company's."""
    asked = service.AddCompanyContactRequest(company_id=str(company_id), email=sent.email, name=sent.name)
    return view.staff_company((await around.upstreams.staff_companies.AddCompanyContact(asked)).company)


@staff_router.post("/{company_id}/contacts/remove/", summary="Remove a contact", responses=CHANGE)
async def remove_contact(company_id: UUID, sent: schema.FormerContact, around: Around) -> schema.StaffCompany:
    """They see nothing of it any more."""
    asked = service.RemoveCompanyContactRequest(company_id=str(company_id), email=sent.email)
    return view.staff_company((await around.upstreams.staff_companies.RemoveCompanyContact(asked)).company)


@staff_router.post("/{company_id}/link/", summary="Give a booking or a quote to a company", responses=CHANGE)
async def link_to_company(company_id: UUID, sent: schema.CompanyThing, around: Around) -> schema.StaffCompany:
    """It leaves the company that had it before."""
    thing = {name: str(value) for name, value in sent.model_dump(exclude_none=True).items()}
    asked = service.LinkToCompanyRequest(company_id=str(company_id), **thing)
    return view.staff_company((await around.upstreams.staff_companies.LinkToCompany(asked)).company)
