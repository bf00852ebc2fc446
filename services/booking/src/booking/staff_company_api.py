"""The door of staff who look after companies: messages in, actions, messages out; no rule lives here."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import grpc
from chassis.clock import Clock
from chassis.cursors import page_size_of
from chassis.database import Database
from chassis.identifiers import new_id
from totetaxi.booking.v1 import staff_company_service_pb2 as messages
from totetaxi.booking.v1.staff_company_service_pb2_grpc import StaffCompanyServiceServicer

from booking.actions import company as actions
from booking.company_messages import bare_message, company_message

Context = grpc.aio.ServicerContext[Any, Any]

PAGE_SIZE = 50


class StaffCompanyApi(StaffCompanyServiceServicer):
    """booking.v1.StaffCompanyService."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def CreateCompany(  # noqa: N802 - named by the contract
        self, request: messages.CreateCompanyRequest, context: Context
    ) -> messages.CreateCompanyResponse:
        """Makes one."""
        company_id = UUID(request.company_id) if request.company_id else new_id()
        view = await actions.create_company(self._database, company_id, request.name, request.notes, self._clock.now())
        return messages.CreateCompanyResponse(company=company_message(view))

    async def SearchCompanies(  # noqa: N802 - named by the contract
        self, request: messages.SearchCompaniesRequest, context: Context
    ) -> messages.SearchCompaniesResponse:
        """Companies, newest first."""
        prefix, size = " ".join(request.search.split()), page_size_of(request.page_size, PAGE_SIZE)
        page = await actions.search_companies(self._database, prefix, size, request.page_token)
        shown = [bare_message(record) for record in page.records]
        return messages.SearchCompaniesResponse(companies=shown, next_page_token=page.next_cursor)

    async def InspectCompany(  # noqa: N802 - named by the contract
        self, request: messages.InspectCompanyRequest, context: Context
    ) -> messages.InspectCompanyResponse:
        """One with its contacts."""
        view = await actions.inspect_company(self._database, UUID(request.company_id), self._clock.now())
        return messages.InspectCompanyResponse(company=company_message(view))

    async def UpdateCompany(  # noqa: N802 - named by the contract
        self, request: messages.UpdateCompanyRequest, context: Context
    ) -> messages.UpdateCompanyResponse:
        """Changes it."""
        change = actions.CompanyChange(
            company_id=UUID(request.company_id),
            name=request.name if request.HasField("name") else None,
            notes=request.notes if request.HasField("notes") else None,
            is_active=request.is_active if request.HasField("is_active") else None,
            expected_version=request.expected_version,
        )
        view = await actions.update_company(self._database, change, self._clock.now())
        return messages.UpdateCompanyResponse(company=company_message(view))

    async def AddCompanyContact(  # noqa: N802 - named by the contract
        self, request: messages.AddCompanyContactRequest, context: Context
    ) -> messages.AddCompanyContactResponse:
        """Adds one."""
        view = await actions.add_contact(
            self._database, UUID(request.company_id), request.email, request.name, self._clock.now()
        )
        return messages.AddCompanyContactResponse(company=company_message(view))

    async def RemoveCompanyContact(  # noqa: N802 - named by the contract
        self, request: messages.RemoveCompanyContactRequest, context: Context
    ) -> messages.RemoveCompanyContactResponse:
        """Removes one."""
        view = await actions.remove_contact(self._database, UUID(request.company_id), request.email, self._clock.now())
        return messages.RemoveCompanyContactResponse(company=company_message(view))

    async def LinkToCompany(  # noqa: N802 - named by the contract
        self, request: messages.LinkToCompanyRequest, context: Context
    ) -> messages.LinkToCompanyResponse:
        """Gives it a booking or a quote."""
        company_id, now = UUID(request.company_id), self._clock.now()
        if request.WhichOneof("what") == "booking_id":
            view = await actions.link_booking(self._database, company_id, UUID(request.booking_id), now)
        else:
            view = await actions.link_quote(self._database, company_id, UUID(request.quote_id), now)
        return messages.LinkToCompanyResponse(company=company_message(view))
