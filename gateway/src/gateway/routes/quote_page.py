"""The page behind a quote's link: it shows what we offer, and two buttons answer it.

It works without a script. Opening a link does nothing, for mail programs open links by themselves. No session is
looked at: the link is the proof.
"""

from __future__ import annotations

from chassis.refusal import Conflict, Refusal
from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response
from totetaxi.booking.v1 import quote_service_pb2 as service

from gateway.dependencies import Around, Surroundings, act_as_visitor, limited
from gateway.forms import form_fields
from gateway.refusals import in_client_terms
from gateway.routes.booking_papers import as_download
from gateway.schemas.custom_quotes import Quote
from gateway.views import quote_page as view
from gateway.views.custom_quotes import quote as quote_view

router = APIRouter(include_in_schema=False, dependencies=[Depends(act_as_visitor), Depends(limited("lookups"))])

SHORTEST_TOKEN = 16
LONGEST_REASON = 500


@router.get("/quote/")
async def show_quote(around: Around, token: str = "") -> HTMLResponse:
    """What we offer."""
    if not is_whole(token):
        return view.broken_link()
    try:
        return view.shown(await opened(token, around), token)
    except Refusal as refusal:
        return view.refused(refusal)


@router.post("/quote/")
async def answer_quote(request: Request, around: Around) -> HTMLResponse:
    """Accepts or declines; where that can't be, the page says why and shows how the quote stands."""
    fields = await form_fields(request)
    token = fields.get("token", "")
    if not is_whole(token):
        return view.broken_link()
    try:
        return await answered(token, fields, around)
    except Refusal as refusal:
        return view.refused(refusal)


@router.post("/quote/pdf/")
async def download_quote(request: Request, around: Around) -> Response:
    """What we offer, to keep or to pass on; posted, so that no link to it has the token."""
    token = (await form_fields(request)).get("token", "")
    if not is_whole(token):
        return view.broken_link()
    try:
        answer = await around.upstreams.quotes.GetQuotePaper(service.GetQuotePaperRequest(token=token))
    except Refusal as refusal:
        return view.refused(refusal)
    return as_download(answer.paper)


async def answered(token: str, fields: dict[str, str], around: Surroundings) -> HTMLResponse:
    """The quote after its answer. Raises Refusal where there is nothing to show."""
    try:
        return view.shown(await decided(token, fields, around), token)
    except Conflict as refusal:
        response = view.shown(await opened(token, around), token, in_client_terms(refusal).message)
        response.status_code = 409
        return response


async def decided(token: str, fields: dict[str, str], around: Surroundings) -> Quote:
    """The quote as it is after the button that was pressed; any other shows it again."""
    if fields.get("decision") == "accept":
        return quote_view((await around.upstreams.quotes.AcceptQuote(service.AcceptQuoteRequest(token=token))).quote)
    if fields.get("decision") == "decline":
        reason = fields.get("reason", "").strip()[:LONGEST_REASON]
        asked = service.DeclineQuoteRequest(token=token, reason=reason)
        return quote_view((await around.upstreams.quotes.DeclineQuote(asked)).quote)
    return await opened(token, around)


async def opened(token: str, around: Surroundings) -> Quote:
    """The quote as it stands. Raises NotFound."""
    return quote_view((await around.upstreams.quotes.OpenQuote(service.OpenQuoteRequest(token=token))).quote)


def is_whole(token: str) -> bool:
    """Whether it may be what a link of ours carries."""
    return SHORTEST_TOKEN <= len(token) <= view.LONGEST_TOKEN
