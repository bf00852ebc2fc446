"""The page behind a link of the waiting list: it shows how one's place in line stands, and lets it go.

It works without a script. Opening a link does nothing, for mail programs open links by themselves. No session is
looked at: the link is the proof.
"""

from __future__ import annotations

from chassis.refusal import Refusal
from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse
from totetaxi.booking.v1 import waiting_list_service_pb2 as service

from gateway.dependencies import Around, act_as_visitor, limited
from gateway.forms import form_fields
from gateway.views import waiting_page as view
from gateway.views.waiting_list import waiting

router = APIRouter(include_in_schema=False, dependencies=[Depends(act_as_visitor), Depends(limited("lookups"))])


@router.get("/waiting/")
async def show_waiting(around: Around, token: str = "") -> HTMLResponse:
    """How it stands."""
    try:
        answer = await around.upstreams.waiting_list.GetWaiting(service.GetWaitingRequest(token=token))
    except Refusal as refusal:
        return view.refused(refusal)
    return view.shown(waiting(answer.waiting), token)


@router.post("/waiting/")
async def leave(request: Request, around: Around) -> HTMLResponse:
    """Lets it go."""
    token = (await form_fields(request)).get("token", "")
    try:
        answer = await around.upstreams.waiting_list.LeaveWaitingList(service.LeaveWaitingListRequest(token=token))
    except Refusal as refusal:
        return view.refused(refusal)
    return view.shown(waiting(answer.waiting), token)
