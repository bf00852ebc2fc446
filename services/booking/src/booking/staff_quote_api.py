"""The door of staff who write quotes: messages in, actions, messages out; no rule lives here."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any
from uuid import UUID

import grpc
from chassis.clock import Clock
from chassis.cursors import page_size_of
from chassis.database import Database
from totetaxi.booking.v1 import staff_quote_service_pb2 as messages
from totetaxi.booking.v1.custom_quote_pb2 import CustomQuote
from totetaxi.booking.v1.staff_quote_service_pb2_grpc import StaffQuoteServiceServicer

from booking.actions import custom_quote as actions
from booking.custom_quote_messages import quote_message, statuses_of
from booking.list_messages import optional_day
from booking.messages import WINDOW_OF
from booking.quote_files import quote_pdf
from booking.quote_wishes import staff_asking_of
from booking.staff_api import acting_staff
from booking.store.custom_quote_lists import WantedQuotes

if TYPE_CHECKING:
    from totetaxi.pricing.v1.pricing_service_pb2_grpc import PricingServiceAsyncStub as Pricing

Context = grpc.aio.ServicerContext[Any, Any]

PAGE_SIZE = 50


class StaffQuoteApi(StaffQuoteServiceServicer):
    """booking.v1.StaffQuoteService."""

    def __init__(self, database: Database, pricing: Pricing, contact_email: str, clock: Clock) -> None:
        self._database = database
        self._pricing = pricing
        self._contact_email = contact_email
        self._clock = clock

    async def SearchQuotes(  # noqa: N802 - named by the contract
        self, request: messages.SearchQuotesRequest, context: Context
    ) -> messages.SearchQuotesResponse:
        """Quotes, newest first."""
        wanted = WantedQuotes(statuses=statuses_of(request.statuses), prefix=" ".join(request.search.split()))
        size = page_size_of(request.page_size, PAGE_SIZE)
        page = await actions.search_quotes(self._database, wanted, size, request.page_token, self._clock.now())
        return messages.SearchQuotesResponse(
            quotes=[newest_alone(view) for view in page.views], next_page_token=page.next_cursor
        )

    async def InspectQuote(  # noqa: N802 - named by the contract
        self, request: messages.InspectQuoteRequest, context: Context
    ) -> messages.InspectQuoteResponse:
        """One in full."""
        view = await actions.inspect_quote(self._database, UUID(request.quote_id), self._clock.now())
        return messages.InspectQuoteResponse(quote=quote_message(view))

    async def OpenQuoteFor(  # noqa: N802 - named by the contract
        self, request: messages.OpenQuoteForRequest, context: Context
    ) -> messages.OpenQuoteForResponse:
        """Opens one for somebody."""
        asked = await actions.request_quote(self._database, staff_asking_of(request, acting_staff()), self._clock.now())
        return messages.OpenQuoteForResponse(quote=asked.quote, is_replayed=asked.is_replayed)

    async def SendQuote(  # noqa: N802 - named by the contract
        self, request: messages.SendQuoteRequest, context: Context
    ) -> messages.SendQuoteResponse:
        """Writes and sends the next version."""
        offer = actions.Offer(
            quote_id=UUID(request.quote_id),
            lines=request.lines,
            valid_until=request.valid_until.ToDatetime(UTC),
            note=request.note.strip(),
            pickup_date=optional_day(request.pickup_date, "pickup_date"),
            pickup_window=WINDOW_OF[request.pickup_window] if request.pickup_window else None,
            expected_version=request.expected_version,
            actor=acting_staff(),
        )
        sent = await actions.send_quote(self._database, self._pricing, offer, self._clock.now())
        return messages.SendQuoteResponse(quote=quote_message(sent.view), token=sent.token)

    async def GetQuotePaperFor(  # noqa: N802 - named by the contract
        self, request: messages.GetQuotePaperForRequest, context: Context
    ) -> messages.GetQuotePaperForResponse:
        """The newest version as a PDF."""
        view = await actions.inspect_quote(self._database, UUID(request.quote_id), self._clock.now())
        return messages.GetQuotePaperForResponse(paper=await quote_pdf(view, self._contact_email))

    async def DeclineQuoteFor(  # noqa: N802 - named by the contract
        self, request: messages.DeclineQuoteForRequest, context: Context
    ) -> messages.DeclineQuoteForResponse:
        """Says no for us."""
        view = await actions.decline_by_staff(self._database, UUID(request.quote_id), request.reason, self._clock.now())
        return messages.DeclineQuoteForResponse(quote=quote_message(view))


def newest_alone(view: actions.QuoteView) -> CustomQuote:
    """A quote in a list: with the newest version, and who wrote it."""
    return quote_message(actions.QuoteView(view.record, view.versions[-1:], view.booking_number))
