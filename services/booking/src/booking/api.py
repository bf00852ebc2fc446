"""The door: gRPC messages in, gRPC messages out; no rule lives here."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

import grpc
from chassis.clock import Clock
from chassis.database import Database
from chassis.principal import Principal, current_principal
from totetaxi.booking.v1 import booking_service_pb2 as messages
from totetaxi.booking.v1.booking_service_pb2_grpc import BookingServiceServicer

from booking import actions
from booking.calendar_messages import available_day
from booking.domain.availability import calendar_range
from booking.domain.checkout import amount_due
from booking.domain.pickup import parsed_date
from booking.domain.visibility import Proof, sees_everything
from booking.messages import (
    STATUSES,
    booking_message,
    masked_message,
    timestamp,
)
from booking.prices import surcharges_by_date
from booking.wishes import guest_wish

if TYPE_CHECKING:
    from totetaxi.pricing.v1.pricing_service_pb2_grpc import PricingServiceAsyncStub as Pricing

Context = grpc.aio.ServicerContext[Any, Any]


class BookingApi(BookingServiceServicer):
    """booking.v1.BookingService."""

    def __init__(self, database: Database, pricing: Pricing, terms: actions.Terms, clock: Clock) -> None:
        self._database = database
        self._pricing = pricing
        self._terms = terms
        self._clock = clock

    async def CreateGuestBooking(  # noqa: N802 - named by the contract
        self, request: messages.CreateGuestBookingRequest, context: Context
    ) -> messages.CreateGuestBookingResponse:
        """Books as a guest."""
        wish = guest_wish(request, current_principal())
        return await actions.create_booking(self._database, self._pricing, wish, self._terms, self._clock.now())

    async def GetBookingByNumber(  # noqa: N802 - named by the contract
        self, request: messages.GetBookingByNumberRequest, context: Context
    ) -> messages.GetBookingByNumberResponse:
        """A booking, masked unless the caller proves to be its owner."""
        for_payments = is_payments(current_principal())
        record = await actions.booking_by_number(self._database, request.booking_number, with_deleted=for_payments)
        proof = Proof(request.email, request.guest_session, for_payments)
        is_open = sees_everything(
            proof, record.contact.email, record.guest_session, record.created_at, self._clock.now()
        )
        message = booking_message(record) if is_open else masked_message(record)
        return messages.GetBookingByNumberResponse(booking=message)

    async def GetAmountDue(  # noqa: N802 - named by the contract
        self, request: messages.GetAmountDueRequest, context: Context
    ) -> messages.GetAmountDueResponse:
        """What is still to be paid."""
        record = await actions.booking_by_id(self._database, UUID(request.booking_id))
        return messages.GetAmountDueResponse(
            booking_id=str(record.id),
            booking_number=record.number,
            status=STATUSES[record.status],
            amount_cents=amount_due(record.status, record.price.total_cents),
            customer_name=record.contact.full_name,
            customer_id=str(record.customer_id or ""),
            expires_at=timestamp(record.expires_at) if record.expires_at else None,
            customer_email=record.contact.email,
            language=record.language,
        )

    async def ListAvailability(  # noqa: N802 - named by the contract
        self, request: messages.ListAvailabilityRequest, context: Context
    ) -> messages.ListAvailabilityResponse:
        """Free places and surcharges by day."""
        now = self._clock.now()
        dates = calendar_range(
            optional_date(request.start_date, "start_date"), optional_date(request.end_date, "end_date"), now
        )
        surcharges = await surcharges_by_date(self._pricing, dates[0], dates[-1])
        days = await actions.calendar_of(self._database, dates, self._terms.usual, now)
        return messages.ListAvailabilityResponse(
            days=[available_day(day, surcharges.get(day.date.isoformat(), ())) for day in days]
        )

    async def ExportCustomerData(  # noqa: N802 - named by the contract
        self, request: messages.ExportCustomerDataRequest, context: Context
    ) -> messages.ExportCustomerDataResponse:
        """What we keep about the calling customer."""
        customer_id = UUID(current_principal().id)
        page, next_cursor = await actions.export_customer(self._database, customer_id, request.cursor)
        return messages.ExportCustomerDataResponse(data_json=json.dumps(page, default=str), next_cursor=next_cursor)


def is_payments(principal: Principal) -> bool:
    """Whether payments asks for itself; it shows amounts and names to staff."""
    return principal.kind == "service" and principal.id == "payments"


def optional_date(text: str, field: str) -> date | None:
    """The date that `text` names, or None for an empty one. Raises Invalid."""
    return parsed_date(text, field) if text else None
