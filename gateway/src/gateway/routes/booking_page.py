"""The page behind the link in our mails: where a booking stands, for people."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date
from http import HTTPStatus
from typing import Any

from chassis.money import format_dollars
from chassis.refusal import NotAllowed, NotFound, Refusal, Unavailable
from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader
from totetaxi.booking.v1.booking_event_service_pb2 import ListBookingEventsResponse
from totetaxi.booking.v1.booking_pb2 import (
    BOOKING_STATUS_COMPLETED,
    BOOKING_STATUS_CONFIRMED,
    BOOKING_STATUS_IN_PROGRESS,
    BOOKING_STATUS_PAID,
    BOOKING_STATUS_PENDING,
    BOOKING_STATUS_SCHEDULED,
    Booking,
    BookingStatus,
)
from totetaxi.booking.v1.booking_service_pb2 import GetBookingByNumberRequest
from totetaxi.booking.v1.document_service_pb2 import ListDocumentsRequest, ListDocumentsResponse
from totetaxi.booking.v1.tracking_service_pb2 import GetTrackingRequest, TrackedLeg

from gateway.dependencies import Around, Surroundings, act_as_visitor, limited
from gateway.forms import form_fields
from gateway.guest_session import find_guest_session
from gateway.live_stream import read_events
from gateway.private_page import private_page
from gateway.problems import status_for
from gateway.routes.pages import LANDING_POLICY
from gateway.views import booking_progress
from gateway.views.certificates import certificate
from gateway.views.tracking import shown_leg
from gateway.views.words import pickup_time_word, service_type_word

POLICY = f"{LANDING_POLICY}; form-action 'self'; script-src 'self'; connect-src 'self'"
WINDOWS = {"morning": "8 – 11 AM", "afternoon": "12 – 3 PM", "evening": "4 – 7 PM"}

WORDS = {
    "PENDING": (
        "It waits for your payment.",
        "We hold your place for a short while, until it is paid.",
    ),
    "CONFIRMED": ("It is confirmed.", "We hold your place; the payment is still due."),
    "PAID": ("Your day is reserved.", "It is paid and confirmed. Our crew comes in the window below."),
    "SCHEDULED": ("Your crew is assigned.", "We are on the road for you on the day below."),
    "IN_PROGRESS": ("Your things are on their way.", "We have picked them up and are driving."),
    "COMPLETED": ("Delivered.", "Everything has arrived. Thank you for travelling with us."),
    "CANCELLED": ("It is cancelled.", "If money was paid, it is on its way back to you."),
    "EXPIRED": ("It was not paid in time.", "Your place is free again; you are welcome to book anew."),
}

CALENDAR, RECEIPT = ("calendar-invite", "Add to calendar"), ("receipt", "Receipt")
PAID = frozenset({"PAID", "SCHEDULED", "IN_PROGRESS", "COMPLETED"})
AHEAD = frozenset({BOOKING_STATUS_PENDING, BOOKING_STATUS_CONFIRMED, BOOKING_STATUS_PAID, BOOKING_STATUS_SCHEDULED})
TRACKED = frozenset({BOOKING_STATUS_SCHEDULED, BOOKING_STATUS_IN_PROGRESS, BOOKING_STATUS_COMPLETED})

router = APIRouter(include_in_schema=False, dependencies=[Depends(act_as_visitor), Depends(limited("lookups"))])
template = Environment(loader=PackageLoader("gateway", "pages"), autoescape=True).get_template("booking.html")


@router.get("/booking/{booking_number}/")
async def show_booking(booking_number: str, request: Request, around: Around) -> HTMLResponse:
    """Masked, or in full for the browser that made it lately."""
    return await shown(booking_number, "", request, around)


@router.post("/booking/{booking_number}/")
async def show_booking_to_its_owner(booking_number: str, request: Request, around: Around) -> HTMLResponse:
    """In full for whoever knows the email; sent as a form, so that no address shows in a URL or a log."""
    email = (await form_fields(request)).get("email", "")
    return await shown(booking_number, email.strip()[:254], request, around)


async def shown(booking_number: str, email: str, request: Request, around: Surroundings) -> HTMLResponse:
    """The page, or the page that says why there is none."""
    session = find_guest_session(request, around.settings)
    digest = session.digest if session else ""
    asked = {"booking_number": booking_number[:32], "email": email, "guest_session": digest}
    try:
        story = await story_of(asked, around)
        booking = (await around.upstreams.booking.GetBookingByNumber(GetBookingByNumberRequest(**asked))).booking
        legs, papers = await asyncio.gather(legs_of(booking, asked, around), documents_of(booking, asked, around))
    except Refusal as refusal:
        return page(status_for(refusal), **words_for(refusal))
    shown_certificate = None if booking.status == BOOKING_STATUS_PENDING else certificate(papers)
    facts = facts_of(booking) | course_of(booking, legs, story) | {"certificate": shown_certificate}
    return page(HTTPStatus.OK, papers.upload_origin, email=email, **facts)


async def story_of(asked: dict[str, str], around: Surroundings) -> ListBookingEventsResponse:
    """What has happened, for whoever has a proof; it is read first, so that whatever is missed is told live.

    Empty for everybody else. Raises Refusal.
    """
    if not (asked["email"] or asked["guest_session"]):
        return ListBookingEventsResponse()
    try:
        return await read_events(around, asked, 0)
    except NotAllowed:
        return ListBookingEventsResponse()


async def legs_of(booking: Booking, asked: dict[str, str], around: Surroundings) -> Sequence[TrackedLeg]:
    """How far it is, for whoever sees it in full; nothing before it is scheduled, and once it is called off."""
    if booking.is_masked or booking.status not in TRACKED:
        return []
    legs: Sequence[TrackedLeg] = (await around.upstreams.tracking.GetTracking(GetTrackingRequest(**asked))).legs
    return legs


async def documents_of(booking: Booking, asked: dict[str, str], around: Surroundings) -> ListDocumentsResponse:
    """Its certificates, for whoever sees it in full, until the move begins."""
    if booking.is_masked or booking.status not in AHEAD:
        return ListDocumentsResponse()
    try:
        answer: ListDocumentsResponse = await around.upstreams.documents.ListDocuments(ListDocumentsRequest(**asked))
    except Unavailable:  # a storage of documents that is away takes nothing else of the page along
        return ListDocumentsResponse()
    return answer


def course_of(booking: Booking, legs: Sequence[TrackedLeg], story: ListBookingEventsResponse) -> dict[str, Any]:
    """How far it is, for whoever sees it in full, and from where on the page follows it live."""
    if booking.is_masked:
        return {}
    said = booking_progress.now(legs)
    words = {"headline": said[0], "explanation": said[1]} if said else {}
    return words | {
        "legs": [shown_leg(each) for each in legs],
        "steps": booking_progress.steps(booking.status, legs, story.events),
        "after": story.events[-1].position if story.events else 0,
        "is_followed": bool(story.events) and not story.is_over,
    }


def words_for(refusal: Refusal) -> dict[str, Any]:
    """What a person reads when there is nothing to show."""
    if isinstance(refusal, NotFound):
        return {
            "headline": "We don't know this number.",
            "explanation": "Please check it against our mail: TT- and six characters.",
        }
    return {"headline": "Not right now.", "explanation": refusal.message}


def papers_of(status: str) -> list[tuple[str, str]]:
    """Which papers the page offers: the last part of their path, and the button's words."""
    calendar = [] if status in {"CANCELLED", "EXPIRED"} else [CALENDAR]
    return [*calendar, RECEIPT] if status in PAID else calendar


def facts_of(booking: Booking) -> dict[str, Any]:
    """What the page shows of a booking."""
    status = BookingStatus.Name(booking.status).removeprefix("BOOKING_STATUS_")
    headline, explanation = WORDS[status]
    day = date.fromisoformat(booking.request.pickup_date)
    return {
        "booking": booking,
        "name": f"{booking.contact.first_name} {booking.contact.last_name}".strip(),
        "papers": papers_of(status),
        "is_shown_in_full": not booking.is_masked,
        "headline": headline,
        "explanation": explanation,
        "day": f"{day:%A, %B} {day.day}, {day.year}",
        "window": WINDOWS[pickup_time_word(booking.pickup_window)],
        "service": service_type_word(booking.request.service_type).replace("_", " ").capitalize(),
        "total": format_dollars(booking.price.total_cents),
    }


def page(status: HTTPStatus, upload_origin: str = "", **facts: Any) -> HTMLResponse:
    """The page, kept by nobody; its script may send files to `upload_origin`."""
    return private_page(template.render(**facts), status, f"{POLICY} {upload_origin}".rstrip())
