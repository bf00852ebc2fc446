"""Asking for a quote, answering one by its link, and a customer's own quotes."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from totetaxi.booking.v1 import quote_service_pb2 as service

from gateway.acting import act_as_customer, act_as_whoever
from gateway.dependencies import Around, FirstLanguage, IdempotencyKey, act_as_visitor, limited
from gateway.paging import DEFAULT_PAGE_SIZE, Cursor, PageSize
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.routes.booking_papers import as_download, download
from gateway.routes.bookings import REPLAYED
from gateway.schemas import custom_quotes as schema
from gateway.views import custom_quotes as view

router = APIRouter(prefix="/api/public/quotes", tags=["quotes"], dependencies=[Depends(act_as_whoever)])
link_router = APIRouter(prefix="/api/public/quotes", tags=["quotes"], dependencies=[Depends(act_as_visitor)])
customer_router = APIRouter(prefix="/api/customer/quotes", tags=["my quotes"], dependencies=[Depends(act_as_customer)])

BY_LINK = refusals(HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS)


@router.post(
    "/",
    status_code=HTTPStatus.CREATED,
    summary="Ask for a quote",
    dependencies=[Depends(limited("bookings"))],
    responses=refusals(
        HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.TOO_MANY_REQUESTS
    ),
)
async def request_quote(
    sent: schema.QuoteRequest,
    request: Request,
    response: Response,
    around: Around,
    key: IdempotencyKey,
    language: FirstLanguage,
) -> schema.QuoteAsked:
    """For a pop-up, or for a leg of your storage. We write back with a link by which you accept it."""
    await around.rate_limits.count_account("bookings", sent.email, request)
    asked = service.RequestQuoteRequest(wish=view.wish_message(sent, language), idempotency_key=key)
    answer = await around.upstreams.quotes.RequestQuote(asked)
    if answer.is_replayed:
        response.headers[REPLAYED] = "true"
    message = "Thank you; we write your quote and send it to you by mail."
    return schema.QuoteAsked(message=message, quote_id=answer.quote_id, quote_number=answer.quote_number)


@link_router.post(
    "/open/", summary="What a quote's link is for", dependencies=[Depends(limited("lookups"))], responses=BY_LINK
)
async def open_quote(sent: schema.QuoteToken, around: Around) -> schema.Quote:
    """For the page that it leads to."""
    answer = await around.upstreams.quotes.OpenQuote(service.OpenQuoteRequest(token=sent.token))
    return view.quote(answer.quote)


@link_router.post(
    "/pdf/",
    summary="A quote as a PDF",
    dependencies=[Depends(limited("lookups"))],
    response_class=Response,
    responses=download("application/pdf", HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS),
)
async def get_quote_paper(sent: schema.QuoteToken, around: Around) -> Response:
    """What we offer now, on our letterhead."""
    answer = await around.upstreams.quotes.GetQuotePaper(service.GetQuotePaperRequest(token=sent.token))
    return as_download(answer.paper)


@link_router.post("/accept/", summary="Accept a quote", dependencies=[Depends(limited("bookings"))], responses=BY_LINK)
async def accept_quote(sent: schema.QuoteToken, around: Around) -> schema.Quote:
    """It becomes a booking; a link to pay it by is mailed. Accepting twice is accepting once."""
    answer = await around.upstreams.quotes.AcceptQuote(service.AcceptQuoteRequest(token=sent.token))
    return view.quote(answer.quote)


@link_router.post(
    "/decline/", summary="Decline a quote", dependencies=[Depends(limited("bookings"))], responses=BY_LINK
)
async def decline_quote(sent: schema.DecliningByLink, around: Around) -> schema.Quote:
    """We may offer it anew. Declining twice is declining once."""
    asked = service.DeclineQuoteRequest(token=sent.token, reason=sent.reason)
    return view.quote((await around.upstreams.quotes.DeclineQuote(asked)).quote)


@customer_router.get("/", summary="My quotes", responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN))
async def list_quotes(around: Around, page_size: PageSize = DEFAULT_PAGE_SIZE, cursor: Cursor = "") -> schema.Quotes:
    """Newest first."""
    asked = service.ListOwnQuotesRequest(page_size=page_size, page_token=cursor)
    return view.quotes(await around.upstreams.quotes.ListOwnQuotes(asked))


@customer_router.get(
    "/{quote_id}/",
    summary="One of my quotes",
    responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND),
)
async def get_quote(quote_id: UUID, around: Around) -> schema.Quote:
    """With what we offer now."""
    asked = service.GetOwnQuoteRequest(quote_id=str(quote_id))
    return view.quote((await around.upstreams.quotes.GetOwnQuote(asked)).quote)
