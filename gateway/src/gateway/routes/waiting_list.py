"""Waiting for a place on a day that is sold out."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus

from fastapi import APIRouter, Depends, Request
from totetaxi.booking.v1 import waiting_list_service_pb2 as service

from gateway.acting import act_as_staff, act_as_whoever
from gateway.dependencies import Around, FirstLanguage, act_as_visitor, limited
from gateway.paging import DEFAULT_PAGE_SIZE, Cursor, PageSize
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.schemas import waiting_list as schema
from gateway.views import waiting_list as view

PREFIX, TAGS = "/api/public/waiting-list", ["waiting list"]

router = APIRouter(prefix=PREFIX, tags=[*TAGS], dependencies=[Depends(act_as_whoever)])
link_router = APIRouter(prefix=PREFIX, tags=[*TAGS], dependencies=[Depends(act_as_visitor)])
staff_router = APIRouter(
    prefix="/api/staff/waiting-list", tags=["staff: calendar"], dependencies=[Depends(act_as_staff)]
)

BY_LINK = refusals(HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.TOO_MANY_REQUESTS)


@router.post(
    "/",
    status_code=HTTPStatus.CREATED,
    summary="Wait for a place",
    dependencies=[Depends(limited("bookings"))],
    responses=refusals(HTTPStatus.BAD_REQUEST, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS),
)
async def join_waiting_list(
    sent: schema.NameForADay, request: Request, around: Around, language: FirstLanguage
) -> schema.Joined:
    """For a day that is sold out. A place that comes free is kept for the first who waits for it, and for nobody else;
    we mail a link that books it. Joining twice is joining once."""
    await around.rate_limits.count_account("bookings", sent.email, request)
    return view.joined(await around.upstreams.waiting_list.JoinWaitingList(view.joining(sent, language)))


@link_router.post(
    "/look/", summary="How my place in line stands", dependencies=[Depends(limited("lookups"))], responses=BY_LINK
)
async def look_at_waiting(sent: schema.WaitingLink, around: Around) -> schema.Waiting:
    """For whoever has its token, or that of its offer."""
    answer = await around.upstreams.waiting_list.GetWaiting(service.GetWaitingRequest(token=sent.token))
    return view.waiting(answer.waiting)


@link_router.post(
    "/leave/", summary="Leave the waiting list", dependencies=[Depends(limited("lookups"))], responses=BY_LINK
)
async def leave_waiting_list(sent: schema.WaitingLink, around: Around) -> schema.Waiting:
    """A place that was kept goes to the next. Leaving twice is leaving once."""
    asked = service.LeaveWaitingListRequest(token=sent.token)
    return view.waiting((await around.upstreams.waiting_list.LeaveWaitingList(asked)).waiting)


@staff_router.get(
    "/{pickup_date}/",
    summary="Who waits for a day",
    responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN),
)
async def list_waiting(
    pickup_date: date, around: Around, page_size: PageSize = DEFAULT_PAGE_SIZE, cursor: Cursor = ""
) -> schema.WaitingLine:
    """In the order in which they are asked, with those who were; the look is noted."""
    asked = service.ListWaitingRequest(pickup_date=pickup_date.isoformat(), page_size=page_size, page_token=cursor)
    return view.line(await around.upstreams.waiting_list.ListWaiting(asked))
