"""The door of whoever follows a booking; no rule lives here."""

from __future__ import annotations

from typing import Any

import grpc
from chassis.clock import Clock
from chassis.database import Database
from totetaxi.booking.v1 import booking_event_service_pb2 as messages
from totetaxi.booking.v1.booking_event_service_pb2_grpc import BookingEventServiceServicer

from booking import actions
from booking.domain.booking_events import BookingEvent
from booking.logistics_messages import KINDS
from booking.messages import STATUSES, timestamp
from booking.paper_api import asker_of
from booking.tracking_api import STAGES

Context = grpc.aio.ServicerContext[Any, Any]


class BookingEventApi(BookingEventServiceServicer):
    """booking.v1.BookingEventService."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def ListBookingEvents(  # noqa: N802 - named by the contract
        self, request: messages.ListBookingEventsRequest, context: Context
    ) -> messages.ListBookingEventsResponse:
        """What happened after a position."""
        page = await actions.list_events(self._database, asker_of(request), request.after, self._clock.now())
        return messages.ListBookingEventsResponse(
            events=[event_message(each) for each in page.events],
            has_more=page.has_more,
            is_over=page.is_over,
            booking_id=str(page.booking_id),
        )


def event_message(event: BookingEvent) -> messages.BookingEvent:
    """One thing that happened."""
    message = messages.BookingEvent(position=event.position, happened_at=timestamp(event.at))
    if event.status:
        message.status.status = STATUSES[event.status]
    elif event.task_kind and event.stage:
        message.stage.CopyFrom(messages.StageReached(kind=KINDS[event.task_kind], stage=STAGES[event.stage]))
    else:
        message.rescheduled.SetInParent()
    return message
