"""Following a booking live: what happens to it, as it happens (server-sent events)."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Annotated, Any
from uuid import UUID

from chassis.refusal import Invalid
from fastapi import APIRouter, Header, Request
from fastapi.responses import Response

from gateway.acting import Customer
from gateway.dependencies import Around
from gateway.live_bookings import Follower
from gateway.live_stream import LiveStream
from gateway.refusal_docs import SIGNED_IN, refusals

POSITION = re.compile(r"^[0-9]{1,9}$")

router = APIRouter(prefix="/api/customer/bookings/{booking_id}", tags=["tracking"])

RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": (
            "`status`, `stage` and `rescheduled` with what happened as JSON, oldest first, then each as it happens; "
            "`end` when nothing more will."
        ),
        "content": {"text/event-stream": {"schema": {"type": "string"}}},
    },
    204: {"description": "Everything is known already, and the booking is over: do not come back."},
    **refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND, HTTPStatus.TOO_MANY_REQUESTS),
}


@router.get("/events/", summary="Follow my booking live", response_class=Response, responses=RESPONSES)
async def follow_booking(
    booking_id: UUID,
    request: Request,
    around: Around,
    customer: Customer,
    last_event_id: Annotated[str, Header(description="The id of the last event that is known already")] = "",
) -> Response:
    """For an EventSource: it comes back after ten minutes, or when the connection broke, and misses nothing."""
    around.live.must_have_room(customer.account_id)
    follower = Follower(str(booking_id), customer.account_id)
    stream = LiveStream(request, around, follower, position_of(last_event_id))
    page = await stream.read()
    if page.is_over and not page.events:
        return Response(status_code=HTTPStatus.NO_CONTENT)
    return stream.answer()


def position_of(last_event_id: str) -> int:
    """Where to go on; from the beginning without one. Raises Invalid for what was no id of ours."""
    if not last_event_id:
        return 0
    if not POSITION.match(last_event_id):
        raise Invalid(
            "invalid_last_event_id", "Last-Event-ID must be the id of an event, as we sent it.", "Last-Event-ID"
        )
    return int(last_event_id)
