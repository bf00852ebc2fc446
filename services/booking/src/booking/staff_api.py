"""The door of staff: messages in, actions, messages out; no rule lives here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

import grpc
from chassis.clock import Clock
from chassis.database import Database
from chassis.principal import current_principal
from totetaxi.booking.v1 import staff_booking_service_pb2 as messages
from totetaxi.booking.v1.staff_booking_service_pb2_grpc import StaffBookingServiceServicer

from booking import actions
from booking.actions.organizers import set_day_organizers
from booking.calendar_messages import planned_day
from booking.domain.lifecycle import allowed_statuses
from booking.domain.pickup import parsed_date
from booking.domain.search import prefix_of
from booking.list_messages import (
    history_message,
    move_of,
    optional_day,
    optional_id,
    status_counts,
    statuses_of,
    story_message,
)
from booking.messages import STATUS_OF, STATUSES, owned_message, timestamp
from booking.store.search import Wanted
from booking.wishes import staff_wish

if TYPE_CHECKING:
    from totetaxi.pricing.v1.pricing_service_pb2_grpc import PricingServiceAsyncStub as Pricing

Context = grpc.aio.ServicerContext[Any, Any]

PAGE_SIZE = 50
PAYMENT_HOURS = 72
MINUTES = 60


class StaffBookingApi(StaffBookingServiceServicer):
    """booking.v1.StaffBookingService."""

    def __init__(self, database: Database, pricing: Pricing, terms: actions.Terms, clock: Clock) -> None:
        self._database = database
        self._pricing = pricing
        self._terms = terms
        self._clock = clock

    async def SearchBookings(  # noqa: N802 - named by the contract
        self, request: messages.SearchBookingsRequest, context: Context
    ) -> messages.SearchBookingsResponse:
        """Bookings, newest first."""
        day = optional_day(request.pickup_date, "pickup_date")
        wanted = Wanted(
            prefix=prefix_of(request.search),
            statuses=statuses_of(request.statuses),
            service_type=request.service_type,
            first_day=day,
            last_day=day,
            customer_id=optional_id(request.customer_id, "customer_id"),
            is_deleted=request.only_deleted,
        )
        size = request.page_size or PAGE_SIZE
        page = await actions.search_bookings(self._database, wanted, size, request.page_token, self._clock.now())
        return messages.SearchBookingsResponse(
            bookings=[owned_message(record) for record in page.records],
            next_page_token=page.next_cursor,
            total_count=page.total,
            is_count_cut_short=page.is_count_cut_short,
        )

    async def InspectBooking(  # noqa: N802 - named by the contract
        self, request: messages.InspectBookingRequest, context: Context
    ) -> messages.InspectBookingResponse:
        """One booking in full."""
        booking_id, now = UUID(request.booking_id), self._clock.now()
        found = await actions.inspect_booking(self._database, booking_id, now, with_story=request.include_story)
        deleted_at = found.record.deleted_at
        return messages.InspectBookingResponse(
            booking=owned_message(found.record),
            staff_notes=found.record.staff_notes,
            history=[history_message(entry) for entry in found.history],
            allowed_statuses=[STATUSES[status] for status in allowed_statuses(found.record.status)],
            deleted_at=timestamp(deleted_at) if deleted_at else None,
            story=[story_message(entry) for entry in found.story],
        )

    async def UpdateBooking(  # noqa: N802 - named by the contract
        self, request: messages.UpdateBookingRequest, context: Context
    ) -> messages.UpdateBookingResponse:
        """Along its lifecycle, or its notes."""
        change = actions.Change(
            booking_id=UUID(request.booking_id),
            status=STATUS_OF.get(request.status),
            staff_notes=request.staff_notes if request.HasField("staff_notes") else None,
            reason=request.reason,
            expected_version=request.expected_version,
            actor=acting_staff(),
        )
        changed = await actions.update_booking(self._database, change, self._clock.now())
        return messages.UpdateBookingResponse(booking=owned_message(changed))

    async def CreateBookingFor(  # noqa: N802 - named by the contract
        self, request: messages.CreateBookingForRequest, context: Context
    ) -> messages.CreateBookingForResponse:
        """Books on behalf of somebody, with more time to pay."""
        customer_id = optional_id(request.customer_id, "customer_id")
        wish = staff_wish(request, customer_id, acting_staff())
        minutes = (request.payment_hours or PAYMENT_HOURS) * MINUTES
        terms = replace(self._terms, payment_minutes=minutes)
        made = await actions.create_booking(self._database, self._pricing, wish, terms, self._clock.now())
        made.booking.customer_id = request.customer_id
        return messages.CreateBookingForResponse(booking=made.booking, is_replayed=made.is_replayed)

    async def CancelBookingFor(  # noqa: N802 - named by the contract
        self, request: messages.CancelBookingForRequest, context: Context
    ) -> messages.CancelBookingForResponse:
        """Calls it off."""
        refund_cents = request.refund_cents if request.HasField("refund_cents") else None
        done = await actions.cancel_for_customer(
            self._database,
            UUID(request.booking_id),
            refund_cents,
            request.reason,
            acting_staff(),
            self._clock.now(),
        )
        return messages.CancelBookingForResponse(booking=owned_message(done.record), refund_cents=done.refund_cents)

    async def RescheduleBookingFor(  # noqa: N802 - named by the contract
        self, request: messages.RescheduleBookingForRequest, context: Context
    ) -> messages.RescheduleBookingForResponse:
        """Moves it."""
        moved = await actions.move_for_customer(
            self._database, move_of(request), acting_staff(), request.reason, self._terms, self._clock.now()
        )
        return messages.RescheduleBookingForResponse(booking=owned_message(moved))

    async def SetBookingDeleted(  # noqa: N802 - named by the contract
        self, request: messages.SetBookingDeletedRequest, context: Context
    ) -> messages.SetBookingDeletedResponse:
        """Deletes or restores."""
        changed = await actions.set_deleted(
            self._database, UUID(request.booking_id), request.is_deleted, request.reason, self._clock.now()
        )
        return messages.SetBookingDeletedResponse(booking=owned_message(changed))

    async def GetBookingStatistics(  # noqa: N802 - named by the contract
        self, request: messages.GetBookingStatisticsRequest, context: Context
    ) -> messages.GetBookingStatisticsResponse:
        """What the dashboard shows."""
        found = await actions.statistics(self._database, self._clock.now())
        return messages.GetBookingStatisticsResponse(
            total=sum(found.by_status.values()),
            by_status=status_counts(found.by_status),
            urgent=[owned_message(record) for record in found.urgent],
        )

    async def GetCalendar(  # noqa: N802 - named by the contract
        self, request: messages.GetCalendarRequest, context: Context
    ) -> messages.GetCalendarResponse:
        """Bookings and places by day."""
        first, last = parsed_date(request.start_date, "start_date"), parsed_date(request.end_date, "end_date")
        days = await actions.staff_calendar(self._database, first, last, self._terms.usual, self._clock.now())
        return messages.GetCalendarResponse(days=[planned_day(day) for day in days])

    async def SetDayCapacity(  # noqa: N802 - named by the contract
        self, request: messages.SetDayCapacityRequest, context: Context
    ) -> messages.SetDayCapacityResponse:
        """Sets the places of a day."""
        places = request.window_capacity if request.HasField("window_capacity") else None
        day = await actions.set_day_capacity(
            self._database,
            parsed_date(request.date, "date"),
            places,
            request.reason,
            self._terms.usual,
            self._clock.now(),
        )
        return messages.SetDayCapacityResponse(day=planned_day(day))

    async def SetDayOrganizers(  # noqa: N802 - named by the contract
        self, request: messages.SetDayOrganizersRequest, context: Context
    ) -> messages.SetDayOrganizersResponse:
        """Sets the organizers of a day."""
        own = request.organizers if request.HasField("organizers") else None
        day = await set_day_organizers(
            self._database,
            parsed_date(request.date, "date"),
            own,
            request.reason,
            self._terms.usual,
            self._clock.now(),
        )
        return messages.SetDayOrganizersResponse(day=planned_day(day))


def acting_staff() -> str:
    """Who does it, as the history names them."""
    return f"staff:{current_principal().id}"
