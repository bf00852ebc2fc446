"""Following a booking live: what happens to it, as it happens (server-sent events)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Annotated, Any
from urllib.parse import unquote
from uuid import UUID

from chassis.client import current_client
from chassis.refusal import Invalid
from fastapi import APIRouter, Depends, Header, Request
from fastapi.responses import Response

from gateway.acting import Customer, act_as_customer_or_visitor
from gateway.dependencies import Around, Surroundings, limited
from gateway.live_bookings import Follower, Listener
from gateway.live_stream import LiveStream, read_events
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.routes.booking_papers import EmailHeader, number_and_proof
from gateway.signed_in import SignedIn

POSITION = re.compile(r"^[0-9]{1,9}$")

customer_router = APIRouter(prefix="/api/customer/bookings/{booking_id}", tags=["tracking"])
public_router = APIRouter(
    prefix="/api/public/booking-status/{booking_number}", tags=["tracking"], dependencies=[Depends(limited("lookups"))]
)

STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "description": (
            "`status`, `stage` and `rescheduled` with what happened as JSON, oldest first, then each as it happens; "
            "`end` when nothing more will."
        ),
        "content": {"text/event-stream": {"schema": {"type": "string"}}},
    },
    204: {"description": "Everything is known already, and the booking is over: do not come back."},
}
REFUSED = (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.TOO_MANY_REQUESTS)
OWN_STREAM = STREAM | refusals(*SIGNED_IN, *REFUSED)
PUBLIC_STREAM = STREAM | refusals(HTTPStatus.FORBIDDEN, *REFUSED)

LastEventId = Annotated[str, Header(description="The id of the last event that is known already")]


@customer_router.get("/events/", summary="Follow my booking live", response_class=Response, responses=OWN_STREAM)
async def follow_booking(
    booking_id: UUID, request: Request, around: Around, customer: Customer, last_event_id: LastEventId = ""
) -> Response:
    """For an EventSource: it comes back after ten minutes, or when the connection broke, and misses nothing."""
    return await followed(request, around, customer, {"booking_id": str(booking_id)}, last_event_id)


@public_router.get(
    "/events/", summary="Follow a booking live, by its number", response_class=Response, responses=PUBLIC_STREAM
)
async def follow_booking_by_number(
    booking_number: str, request: Request, around: Around, email: EmailHeader = "", last_event_id: LastEventId = ""
) -> Response:
    """The same for whoever proves it by its email, or by the cookie that made it within the last 24 hours."""
    customer = await act_as_customer_or_visitor(request, around)
    asked = number_and_proof(booking_number, unquote(email), request, around)
    return await followed(request, around, customer, asked, last_event_id)


async def followed(
    request: Request, around: Surroundings, customer: SignedIn | None, asked: Mapping[str, str], last_event_id: str
) -> Response:
    """The stream, or that there is nothing more to hear. Raises Refusal."""
    listener = Listener(customer.account_id if customer else "", current_client().address)
    around.live.must_have_room(listener)
    after = position_of(last_event_id)
    page = await read_events(around, asked, after)
    if page.is_over and not page.events:
        return Response(status_code=HTTPStatus.NO_CONTENT)
    return LiveStream(request, around, Follower(page.booking_id, listener), asked, after).answer()


def position_of(last_event_id: str) -> int:
    """Where to go on; from the beginning without one. Raises Invalid for what was no id of ours."""
    if not last_event_id:
        return 0
    if not POSITION.match(last_event_id):
        raise Invalid(
            "invalid_last_event_id", "Last-Event-ID must be the id of an event, as we sent it.", "Last-Event-ID"
        )
    return int(last_event_id)
