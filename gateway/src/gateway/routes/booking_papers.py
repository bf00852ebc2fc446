"""The papers of a booking as downloads: its receipt, and the file that puts its pickup into a calendar."""

from __future__ import annotations

from enum import Enum
from http import HTTPStatus
from typing import Annotated, Any
from uuid import UUID

from chassis.refusal import Refusal
from fastapi import APIRouter, Depends, Header, Query, Request
from fastapi.responses import HTMLResponse, Response
from totetaxi.booking.v1.booking_paper_service_pb2 import GetCalendarInviteRequest, GetReceiptRequest, Paper

from gateway.acting import act_as_customer, act_as_staff, act_as_whoever
from gateway.dependencies import Around, act_as_visitor, limited
from gateway.forms import form_fields
from gateway.guest_session import find_guest_session
from gateway.problems import status_for
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.routes.booking_page import page, words_for
from gateway.schemas.members import Text

TAGS: list[str | Enum] = ["booking papers"]
LOOKED_UP = Depends(limited("lookups"))

customer_router = APIRouter(
    prefix="/api/customer/bookings/{booking_id}", tags=TAGS, dependencies=[Depends(act_as_customer)]
)
staff_router = APIRouter(prefix="/api/staff/bookings/{booking_id}", tags=TAGS, dependencies=[Depends(act_as_staff)])
public_router = APIRouter(
    prefix="/api/public/booking-status/{booking_number}",
    tags=TAGS,
    dependencies=[Depends(act_as_whoever), LOOKED_UP],
)
page_router = APIRouter(
    prefix="/booking/{booking_number}", include_in_schema=False, dependencies=[Depends(act_as_visitor), LOOKED_UP]
)

ProofOfEmail = Annotated[Text, Query(max_length=254, description="Proof: the email it was booked with")]
EmailHeader = Annotated[
    str,
    Header(
        alias="Booking-Email",
        max_length=1024,
        description="Proof: the email it was booked with, percent-encoded; a header, so that no URL has it",
        examples=["ada%40example.com"],
    ),
]


def download(media_type: str, *statuses: HTTPStatus) -> dict[int | str, dict[str, Any]]:
    """`responses=` of a route that answers with a file."""
    file = {"description": "The file.", "content": {media_type: {"schema": {"type": "string", "format": "binary"}}}}
    return {200: file} | refusals(HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, *statuses)


RECEIPT = download("application/pdf", *SIGNED_IN, HTTPStatus.CONFLICT)
PUBLIC_RECEIPT = download("application/pdf", HTTPStatus.FORBIDDEN, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS)
INVITE = download("text/calendar", *SIGNED_IN)
PUBLIC_INVITE = download("text/calendar", HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS)


@staff_router.get("/receipt/", summary="The receipt of a booking", response_class=Response, responses=RECEIPT)
@customer_router.get("/receipt/", summary="The receipt of my booking", response_class=Response, responses=RECEIPT)
async def get_receipt(booking_id: UUID, around: Around) -> Response:
    """A PDF, once it is paid."""
    answer = await around.upstreams.booking_papers.GetReceipt(GetReceiptRequest(booking_id=str(booking_id)))
    return as_download(answer.paper)


@staff_router.get("/calendar-invite/", summary="The pickup, for calendars", response_class=Response, responses=INVITE)
@customer_router.get("/calendar-invite/", summary="My pickup, for calendars", response_class=Response, responses=INVITE)
async def get_calendar_invite(booking_id: UUID, around: Around) -> Response:
    """An .ics file; opened again after a change, it moves the pickup, and takes it away once it is called off."""
    asked = GetCalendarInviteRequest(booking_id=str(booking_id))
    return as_download((await around.upstreams.booking_papers.GetCalendarInvite(asked)).paper)


@public_router.get(
    "/receipt/", summary="The receipt, by booking number", response_class=Response, responses=PUBLIC_RECEIPT
)
async def get_public_receipt(
    booking_number: str, request: Request, around: Around, email: ProofOfEmail = ""
) -> Response:
    """For whoever proves it by its email, or by the cookie that made it within the last 24 hours."""
    asked = GetReceiptRequest(**number_and_proof(booking_number, email, request, around))
    return as_download((await around.upstreams.booking_papers.GetReceipt(asked)).paper)


@public_router.get(
    "/calendar-invite/",
    summary="The pickup for calendars, by booking number",
    response_class=Response,
    responses=PUBLIC_INVITE,
)
async def get_public_calendar_invite(
    booking_number: str, request: Request, around: Around, email: ProofOfEmail = ""
) -> Response:
    """For whoever proves it by its email, or by the cookie that made it within the last 24 hours."""
    asked = GetCalendarInviteRequest(**number_and_proof(booking_number, email, request, around))
    return as_download((await around.upstreams.booking_papers.GetCalendarInvite(asked)).paper)


@page_router.post("/receipt/")
async def download_receipt(booking_number: str, request: Request, around: Around) -> Response:
    """From the booking's page, which posts the email, so that no URL has it."""
    email = (await form_fields(request)).get("email", "")[:254]
    try:
        return await get_public_receipt(booking_number, request, around, email)
    except Refusal as refusal:
        return sorry(refusal)


@page_router.post("/calendar-invite/")
async def download_calendar_invite(booking_number: str, request: Request, around: Around) -> Response:
    """The same for calendars."""
    email = (await form_fields(request)).get("email", "")[:254]
    try:
        return await get_public_calendar_invite(booking_number, request, around, email)
    except Refusal as refusal:
        return sorry(refusal)


def number_and_proof(booking_number: str, email: str, request: Request, around: Around) -> dict[str, str]:
    """What a lookup by number sends: which booking, and what proves whose it is."""
    session = find_guest_session(request, around.settings)
    digest = session.digest if session else ""
    return {"booking_number": booking_number[:32], "email": email, "guest_session": digest}


def as_download(paper: Paper) -> Response:
    """A file to keep, which nobody on the way keeps."""
    headers = {"Content-Disposition": f'attachment; filename="{paper.file_name}"', "Cache-Control": "no-store"}
    return Response(paper.content, media_type=paper.content_type, headers=headers)


def sorry(refusal: Refusal) -> HTMLResponse:
    """A page that says why there is no file."""
    return page(status_for(refusal), **words_for(refusal))
