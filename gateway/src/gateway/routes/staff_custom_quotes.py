"""Quotes that staff write: requests, versions, and what came of them."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from totetaxi.booking.v1 import staff_quote_service_pb2 as service

from gateway.acting import act_as_staff
from gateway.dependencies import Around, FirstLanguage, IdempotencyKey
from gateway.paging import Cursor, PageSize
from gateway.refusal_docs import SIGNED_IN, staff_refusals
from gateway.routes.booking_papers import as_download, download
from gateway.routes.bookings import REPLAYED
from gateway.schemas import custom_quotes as schema
from gateway.schemas.members import Text
from gateway.versions import ExpectedVersion, show_version
from gateway.views import custom_quotes as view
from gateway.views.messages import message_of

router = APIRouter(prefix="/api/staff/custom-quotes", tags=["staff: quotes"], dependencies=[Depends(act_as_staff)])

CHANGE = staff_refusals(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.PRECONDITION_FAILED)


@router.get("/", summary="Quotes", responses=staff_refusals())
async def search_quotes(
    around: Around,
    status: schema.QuoteStatusWord | None = None,
    search: Annotated[Text, Query(max_length=120, description="Number, company or email, or how it begins")] = "",
    page_size: PageSize = 50,
    cursor: Cursor = "",
) -> schema.StaffQuotes:
    """Newest first; `status=requested` are those that wait for us."""
    asked = message_of(service.SearchQuotesRequest, {"statuses": [status] if status else [], "search": search})
    asked.page_size, asked.page_token = page_size, cursor
    return view.staff_quotes(await around.upstreams.staff_quotes.SearchQuotes(asked))


@router.post(
    "/",
    status_code=HTTPStatus.CREATED,
    summary="Open a quote for somebody",
    responses=staff_refusals(HTTPStatus.NOT_FOUND, HTTPStatus.UNPROCESSABLE_ENTITY),
)
async def open_quote(
    sent: schema.QuoteFor, response: Response, around: Around, key: IdempotencyKey, language: FirstLanguage
) -> schema.StaffQuote:
    """Who called instead of writing."""
    asked = service.OpenQuoteForRequest(
        wish=view.wish_message(sent, language), customer_id=str(sent.customer_id or ""), idempotency_key=key
    )
    answer = await around.upstreams.staff_quotes.OpenQuoteFor(asked)
    if answer.is_replayed:
        response.headers[REPLAYED] = "true"
    return view.staff_quote(answer.quote)


@router.get("/{quote_id}/", summary="One quote", responses=staff_refusals(HTTPStatus.NOT_FOUND))
async def inspect_quote(quote_id: UUID, response: Response, around: Around) -> schema.StaffQuotePage:
    """With everything that was offered. Has an ETag for If-Match."""
    asked = service.InspectQuoteRequest(quote_id=str(quote_id))
    answer = await around.upstreams.staff_quotes.InspectQuote(asked)
    show_version(response, answer.quote.version)
    return view.quote_page(answer.quote)


@router.get(
    "/{quote_id}/pdf/",
    summary="A quote as a PDF",
    response_class=Response,
    responses=download("application/pdf", *SIGNED_IN, HTTPStatus.CONFLICT),
)
async def get_quote_paper(quote_id: UUID, around: Around) -> Response:
    """The newest version, on our letterhead."""
    asked = service.GetQuotePaperForRequest(quote_id=str(quote_id))
    return as_download((await around.upstreams.staff_quotes.GetQuotePaperFor(asked)).paper)


@router.post("/{quote_id}/send/", summary="Send a quote", responses=CHANGE)
async def send_quote(
    quote_id: UUID, sent: schema.NewOffer, response: Response, around: Around, version: ExpectedVersion
) -> schema.SentQuote:
    """The next version; the links of those before lead nowhere."""
    answer = await around.upstreams.staff_quotes.SendQuote(view.send_request(str(quote_id), sent, version))
    show_version(response, answer.quote.version)
    return view.sent_quote(answer)


@router.post("/{quote_id}/decline/", summary="Say no, or take an offer back", responses=CHANGE)
async def decline_quote(quote_id: UUID, sent: schema.Declining, around: Around) -> schema.StaffQuote:
    """What is a booking already is called off as a booking."""
    asked = service.DeclineQuoteForRequest(quote_id=str(quote_id), reason=sent.reason)
    return view.staff_quote((await around.upstreams.staff_quotes.DeclineQuoteFor(asked)).quote)
