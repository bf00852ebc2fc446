"""The door of signed-in customers: messages in, actions, messages out; no rule lives here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

import grpc
from chassis.clock import Clock
from chassis.database import Database
from totetaxi.booking.v1 import customer_booking_service_pb2 as messages
from totetaxi.booking.v1.customer_booking_service_pb2_grpc import CustomerBookingServiceServicer

from booking import actions
from booking.domain.lifecycle import Status, allowed_statuses
from booking.domain.reschedule import MOVABLE
from booking.list_messages import calling_customer, move_of, optional_day, status_counts, statuses_of
from booking.messages import owned_message, timestamp
from booking.store.search import Wanted
from booking.wishes import customer_wish, rebook_wish

if TYPE_CHECKING:
    from totetaxi.pricing.v1.pricing_service_pb2_grpc import PricingServiceAsyncStub as Pricing

Context = grpc.aio.ServicerContext[Any, Any]

PAGE_SIZE = 20
REBOOKABLE = frozenset({Status.COMPLETED, Status.CANCELLED, Status.EXPIRED})


class CustomerBookingApi(CustomerBookingServiceServicer):
    """booking.v1.CustomerBookingService."""

    def __init__(self, database: Database, pricing: Pricing, terms: actions.Terms, clock: Clock) -> None:
        self._database = database
        self._pricing = pricing
        self._terms = terms
        self._clock = clock

    async def CreateBooking(  # noqa: N802 - named by the contract
        self, request: messages.CreateBookingRequest, context: Context
    ) -> messages.CreateBookingResponse:
        """Books for the caller."""
        customer = calling_customer()
        wish = customer_wish(request, customer, f"customer:{customer}")
        made = await actions.create_booking(self._database, self._pricing, wish, self._terms, self._clock.now())
        made.booking.customer_id = str(customer)
        return messages.CreateBookingResponse(booking=made.booking, is_replayed=made.is_replayed)

    async def Rebook(  # noqa: N802 - named by the contract
        self, request: messages.RebookRequest, context: Context
    ) -> messages.RebookResponse:
        """The same again on another day."""
        customer = calling_customer()
        earlier = await actions.booking_of_customer(self._database, UUID(request.booking_id), customer)
        wish = rebook_wish(request, earlier, customer)
        made = await actions.create_booking(self._database, self._pricing, wish, self._terms, self._clock.now())
        made.booking.customer_id = str(customer)
        return messages.RebookResponse(booking=made.booking, is_replayed=made.is_replayed)

    async def ListBookings(  # noqa: N802 - named by the contract
        self, request: messages.ListBookingsRequest, context: Context
    ) -> messages.ListBookingsResponse:
        """The caller's bookings, newest first."""
        wanted = Wanted(
            statuses=statuses_of(request.statuses),
            service_type=request.service_type,
            first_day=optional_day(request.from_date, "from_date"),
            last_day=optional_day(request.to_date, "to_date"),
            customer_id=calling_customer(),
        )
        page = await actions.list_bookings(self._database, wanted, request.page_size or PAGE_SIZE, request.page_token)
        return messages.ListBookingsResponse(
            bookings=[owned_message(record) for record in page.records],
            next_page_token=page.next_cursor,
            total_count=page.total,
        )

    async def GetBooking(  # noqa: N802 - named by the contract
        self, request: messages.GetBookingRequest, context: Context
    ) -> messages.GetBookingResponse:
        """One booking, with what can be done with it."""
        record = await actions.booking_of_customer(self._database, UUID(request.booking_id), calling_customer())
        return messages.GetBookingResponse(
            booking=owned_message(record),
            can_cancel=Status.CANCELLED in allowed_statuses(record.status),
            can_reschedule=record.status in MOVABLE,
            can_rebook=record.status in REBOOKABLE,
        )

    async def CountBookings(  # noqa: N802 - named by the contract
        self, request: messages.CountBookingsRequest, context: Context
    ) -> messages.CountBookingsResponse:
        """How many, by where they are in their life."""
        counts = await actions.count_own_bookings(self._database, calling_customer())
        return messages.CountBookingsResponse(total=sum(counts.values()), by_status=status_counts(counts))

    async def PreviewCancellation(  # noqa: N802 - named by the contract
        self, request: messages.PreviewCancellationRequest, context: Context
    ) -> messages.PreviewCancellationResponse:
        """What calling it off now would give back."""
        terms = await actions.preview_cancellation(
            self._database, UUID(request.booking_id), calling_customer(), self._clock.now()
        )
        return messages.PreviewCancellationResponse(
            terms=messages.CancellationTerms(
                kept_cents=terms.kept_cents,
                refund_cents=terms.refund_cents,
                reason=terms.reason,
                holds_until=timestamp(terms.holds_until) if terms.holds_until else None,
            )
        )

    async def CancelBooking(  # noqa: N802 - named by the contract
        self, request: messages.CancelBookingRequest, context: Context
    ) -> messages.CancelBookingResponse:
        """Calls it off at the terms that were previewed."""
        done = await actions.cancel_own_booking(
            self._database,
            UUID(request.booking_id),
            calling_customer(),
            request.expected_refund_cents,
            request.reason,
            self._clock.now(),
        )
        return messages.CancelBookingResponse(booking=owned_message(done.record), refund_cents=done.refund_cents)

    async def PreviewReschedule(  # noqa: N802 - named by the contract
        self, request: messages.PreviewRescheduleRequest, context: Context
    ) -> messages.PreviewRescheduleResponse:
        """What moving it would mean."""
        customer, now = calling_customer(), self._clock.now()
        terms = await actions.preview_move(self._database, self._pricing, move_of(request), customer, now)
        return messages.PreviewRescheduleResponse(
            terms=messages.MoveTerms(
                difference_cents=terms.difference_cents,
                is_free=terms.is_free,
                reason=terms.reason,
                holds_until=timestamp(terms.holds_until) if terms.holds_until else None,
            )
        )

    async def RescheduleBooking(  # noqa: N802 - named by the contract
        self, request: messages.RescheduleBookingRequest, context: Context
    ) -> messages.RescheduleBookingResponse:
        """Moves it where that is free."""
        record = await actions.move_own_booking(
            self._database, self._pricing, move_of(request), calling_customer(), self._terms, self._clock.now()
        )
        return messages.RescheduleBookingResponse(booking=owned_message(record))
