"""What happens to a booking, as server-sent events."""

from __future__ import annotations

from collections.abc import Mapping

from sse_starlette import ServerSentEvent
from totetaxi.booking.v1.booking_event_service_pb2 import BookingEvent

from gateway.schemas import booking_events as schema
from gateway.views.messages import plain
from gateway.views.tracking import there

SHAPES: Mapping[str, type[schema.Happened]] = {
    "status": schema.StatusReached,
    "rescheduled": schema.Happened,
    "stage": schema.StageReached,
}


def told(event: BookingEvent) -> ServerSentEvent:
    """One thing that happened; its id is what `Last-Event-ID` says later."""
    what = event.WhichOneof("what") or ""
    members = {"position": event.position, "happened_at": there(event, "happened_at")}
    data = SHAPES[what].model_validate(plain(getattr(event, what)) | members)
    return ServerSentEvent(id=str(event.position), event=what, data=data.model_dump_json(), sep="\n")


def told_that_it_is_over() -> ServerSentEvent:
    """The last event: there is nothing to come back for."""
    return ServerSentEvent(event="end", data="{}", sep="\n")
