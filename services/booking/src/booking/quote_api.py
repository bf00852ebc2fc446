"""The door of those who ask for quotes and those who hold their links: no rule lives here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

import grpc
from chassis.clock import Clock
from chassis.cursors import page_size_of
from chassis.database import Database
from chassis.identifiers import new_id
from chassis.principal import current_principal
from totetaxi.booking.v1 import quote_service_pb2 as messages
from totetaxi.booking.v1.quote_service_pb2_grpc import QuoteServiceServicer

from booking.actions import Terms
from booking.actions import custom_quote as actions
from booking.custom_quote_messages import quote_message
from booking.list_messages import calling_customer
from booking.quote_files import quote_pdf
from booking.quote_wishes import asking_of
from booking.store.custom_quote_lists import WantedQuotes

if TYPE_CHECKING:
    from totetaxi.pricing.v1.pricing_service_pb2_grpc import PricingServiceAsyncStub as Pricing

Context = grpc.aio.ServicerContext[Any, Any]


class QuoteApi(QuoteServiceServicer):
    """booking.v1.QuoteService."""

    def __init__(self, database: Database, pricing: Pricing, terms: Terms, contact_email: str, clock: Clock) -> None:
        self._database = database
        self._pricing = pricing
        self._terms = terms
        self._contact_email = contact_email
        self._clock = clock

    async def RequestQuote(  # noqa: N802 - named by the contract
        self, request: messages.RequestQuoteRequest, context: Context
    ) -> messages.RequestQuoteResponse:
        """Puts it on staff's desk."""
        asking = asking_of(request, current_principal())
        asked = await actions.request_quote(self._database, asking, self._clock.now())
        return messages.RequestQuoteResponse(
            quote_id=asked.quote.id, quote_number=asked.quote.quote_number, is_replayed=asked.is_replayed
        )

    async def OpenQuote(  # noqa: N802 - named by the contract
        self, request: messages.OpenQuoteRequest, context: Context
    ) -> messages.OpenQuoteResponse:
        """What the link is for."""
        view = await actions.open_by_link(self._database, request.token, self._clock.now())
        return messages.OpenQuoteResponse(quote=quote_message(view, is_for_staff=False))

    async def GetQuotePaper(  # noqa: N802 - named by the contract
        self, request: messages.GetQuotePaperRequest, context: Context
    ) -> messages.GetQuotePaperResponse:
        """The quote as a PDF."""
        view = await actions.open_by_link(self._database, request.token, self._clock.now())
        return messages.GetQuotePaperResponse(paper=await quote_pdf(view, self._contact_email))

    async def AcceptQuote(  # noqa: N802 - named by the contract
        self, request: messages.AcceptQuoteRequest, context: Context
    ) -> messages.AcceptQuoteResponse:
        """Books it."""
        view = await actions.accept_quote(
            self._database, self._pricing, request.token, new_id(), self._terms, self._clock.now()
        )
        return messages.AcceptQuoteResponse(quote=quote_message(view, is_for_staff=False))

    async def DeclineQuote(  # noqa: N802 - named by the contract
        self, request: messages.DeclineQuoteRequest, context: Context
    ) -> messages.DeclineQuoteResponse:
        """Says no."""
        view = await actions.decline_by_link(self._database, request.token, request.reason, self._clock.now())
        return messages.DeclineQuoteResponse(quote=quote_message(view, is_for_staff=False))

    async def ListOwnQuotes(  # noqa: N802 - named by the contract
        self, request: messages.ListOwnQuotesRequest, context: Context
    ) -> messages.ListOwnQuotesResponse:
        """The caller's quotes, newest first."""
        wanted = WantedQuotes(customer_id=calling_customer())
        page = await actions.list_quotes(self._database, wanted, page_size_of(request.page_size), request.page_token)
        shown = [quote_message(view, is_for_staff=False) for view in page.views]
        return messages.ListOwnQuotesResponse(quotes=shown, next_page_token=page.next_cursor)

    async def GetOwnQuote(  # noqa: N802 - named by the contract
        self, request: messages.GetOwnQuoteRequest, context: Context
    ) -> messages.GetOwnQuoteResponse:
        """One of the caller's."""
        view = await actions.quote_of_customer(self._database, UUID(request.quote_id), calling_customer())
        return messages.GetOwnQuoteResponse(quote=quote_message(view, is_for_staff=False))
