"""The door of companies' contacts: messages in, actions, messages out; no rule lives here."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import grpc
from chassis.cursors import page_size_of
from chassis.database import Database
from totetaxi.booking.v1 import customer_company_service_pb2 as messages
from totetaxi.booking.v1.customer_company_service_pb2_grpc import CustomerCompanyServiceServicer

from booking.actions import company as actions
from booking.company_messages import bare_message
from booking.custom_quote_messages import quote_message
from booking.list_messages import calling_customer
from booking.messages import owned_message

Context = grpc.aio.ServicerContext[Any, Any]


class CustomerCompanyApi(CustomerCompanyServiceServicer):
    """booking.v1.CustomerCompanyService."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def ListOwnCompanies(  # noqa: N802 - named by the contract
        self, request: messages.ListOwnCompaniesRequest, context: Context
    ) -> messages.ListOwnCompaniesResponse:
        """The caller's companies."""
        found = await actions.own_companies(self._database, calling_customer())
        return messages.ListOwnCompaniesResponse(companies=[bare_message(record) for record in found])

    async def ListCompanyBookings(  # noqa: N802 - named by the contract
        self, request: messages.ListCompanyBookingsRequest, context: Context
    ) -> messages.ListCompanyBookingsResponse:
        """A company's bookings."""
        ids, size = (UUID(request.company_id), calling_customer()), page_size_of(request.page_size)
        shown, cursor = await actions.bookings_of(self._database, *ids, size, request.page_token)
        return messages.ListCompanyBookingsResponse(
            bookings=[owned_message(record) for record in shown], next_page_token=cursor
        )

    async def ListCompanyQuotes(  # noqa: N802 - named by the contract
        self, request: messages.ListCompanyQuotesRequest, context: Context
    ) -> messages.ListCompanyQuotesResponse:
        """A company's quotes."""
        ids, size = (UUID(request.company_id), calling_customer()), page_size_of(request.page_size)
        page = await actions.quotes_of(self._database, *ids, size, request.page_token)
        shown = [quote_message(view, is_for_staff=False) for view in page.views]
        return messages.ListCompanyQuotesResponse(quotes=shown, next_page_token=page.next_cursor)
