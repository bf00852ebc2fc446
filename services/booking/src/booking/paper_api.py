"""The door to a booking's papers: who asks, and the file they get; no rule lives here."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

import grpc
from chassis.clock import Clock
from chassis.database import Database
from chassis.principal import Principal, current_principal
from totetaxi.booking.v1 import booking_paper_service_pb2 as messages
from totetaxi.booking.v1.booking_event_service_pb2 import ListBookingEventsRequest
from totetaxi.booking.v1.booking_paper_service_pb2_grpc import BookingPaperServiceServicer
from totetaxi.booking.v1.tracking_service_pb2 import GetTrackingRequest

from booking import actions
from booking.domain.papers import Appearance
from booking.domain.visibility import Proof
from booking.papers import calendar_file, receipt_file

Context = grpc.aio.ServicerContext[Any, Any]
AsksWithProof = (
    messages.GetReceiptRequest | messages.GetCalendarInviteRequest | GetTrackingRequest | ListBookingEventsRequest
)


class BookingPaperApi(BookingPaperServiceServicer):
    """booking.v1.BookingPaperService. Files are made in threads: a PDF takes a tenth of a second."""

    def __init__(self, database: Database, contact_email: str, public_url: str, clock: Clock) -> None:
        self._database = database
        self._contact_email = contact_email
        self._public_url = public_url.rstrip("/")
        self._clock = clock

    async def GetReceipt(  # noqa: N802 - named by the contract
        self, request: messages.GetReceiptRequest, context: Context
    ) -> messages.GetReceiptResponse:
        """The receipt."""
        receipt = await actions.find_receipt(self._database, asker_of(request), self._clock.now())
        content = await asyncio.to_thread(receipt_file, receipt, self._contact_email)
        name = f"ToteTaxi-receipt-{receipt.visit.number}.pdf"
        paper = messages.Paper(content=content, content_type="application/pdf", file_name=name)
        return messages.GetReceiptResponse(paper=paper)

    async def GetCalendarInvite(  # noqa: N802 - named by the contract
        self, request: messages.GetCalendarInviteRequest, context: Context
    ) -> messages.GetCalendarInviteResponse:
        """The pickup as a calendar file."""
        appointment = await actions.find_appointment(self._database, asker_of(request), self._clock.now())
        number = appointment.visit.number
        page_url = f"{self._public_url}/booking/{number}/" if self._public_url else ""
        content = await asyncio.to_thread(calendar_file, appointment, self._contact_email, page_url)
        method = "CANCEL" if appointment.appearance is Appearance.CANCELLED else "PUBLISH"
        paper = messages.Paper(
            content=content,
            content_type=f"text/calendar; charset=utf-8; method={method}",
            file_name=f"ToteTaxi-{number}.ics",
        )
        return messages.GetCalendarInviteResponse(paper=paper)


def asker_of(asked: AsksWithProof) -> actions.Asker:
    """Who asks for what."""
    principal = current_principal()
    return actions.Asker(
        booking_id=UUID(asked.booking_id) if asked.booking_id else None,
        number=asked.booking_number,
        proof=Proof(asked.email, asked.guest_session, is_notifications(principal)),
        customer_id=UUID(principal.customer_id) if principal.customer_id else None,
        is_staff=principal.kind == "staff",
    )


def is_notifications(principal: Principal) -> bool:
    """Whether notifications asks for itself; it mails papers to the booking's own address."""
    return principal.kind == "service" and principal.id == "notifications"
