"""The papers that go with a mail, asked of booking right before it is sent: the receipt, the pickup for calendars."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import structlog
from chassis.refusal import Refusal, Unavailable
from totetaxi.booking.v1.booking_paper_service_pb2 import GetCalendarInviteRequest, GetReceiptRequest, Paper

from notifications.channels.mail import Attachment, DeliveryError
from notifications.domain.message import ClaimedMessage, Template

PAPERS: Mapping[Template, Sequence[str]] = {
    Template.BOOKING_PAID: ("receipt", "invite"),
    Template.BOOKING_RESCHEDULED: ("invite",),
    Template.BOOKING_CANCELLED: ("invite",),
}
"""What goes with which mail; a calendar takes the pickup in, moves it, and takes it out again by the same file."""

FetchPapers = Callable[[ClaimedMessage], Awaitable[Sequence[Attachment]]]
"""Fetches what goes with a message. Raises DeliveryError while booking is away: the message waits."""

logger = structlog.get_logger()


def open_papers(booking: Any, seconds: float) -> FetchPapers:
    """Fetches from `booking`, a BookingPaperService; `seconds` is how long it may take in all."""
    questions: Mapping[str, Callable[[str], Awaitable[Any]]] = {
        "receipt": lambda booking_id: booking.GetReceipt(GetReceiptRequest(booking_id=booking_id), seconds),
        "invite": lambda booking_id: booking.GetCalendarInvite(
            GetCalendarInviteRequest(booking_id=booking_id), seconds
        ),
    }

    async def fetch(held: ClaimedMessage) -> Sequence[Attachment]:
        booking_id = str(held.subject.booking_id)
        wanted = [given(questions[name](booking_id), held, name) for name in papers_of(held)]
        try:
            async with asyncio.timeout(seconds):
                found = await asyncio.gather(*wanted)
        except (Unavailable, TimeoutError) as error:
            raise DeliveryError(f"Booking did not hand out the papers ({type(error).__name__}).") from error
        return [paper for paper in found if paper]

    return fetch


def papers_of(held: ClaimedMessage) -> Sequence[str]:
    """What goes with the message; nobody has an unpaid pickup in a calendar."""
    is_unpaid = held.context.get("due_cents", 0) > 0 or held.context.get("paid_cents", 1) == 0
    return () if is_unpaid else PAPERS.get(held.template, ())


async def given(answer: Awaitable[Any], held: ClaimedMessage, name: str) -> Attachment | None:
    """A paper, or None where booking refuses it: the mail goes without, for it says all that matters itself."""
    try:
        paper: Paper = (await answer).paper
    except Unavailable:
        raise
    except Refusal as refusal:
        logger.error("sent without a paper", message_id=str(held.id), paper=name, slug=refusal.slug)
        return None
    return Attachment(paper.file_name, paper.content_type, paper.content)
