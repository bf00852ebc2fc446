"""How a booking's certificate of insurance stands, as its page says it."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from totetaxi.booking.v1.document_pb2 import (
    DOCUMENT_KIND_CERTIFICATE_OF_INSURANCE,
    DOCUMENT_STATUS_ACCEPTED,
    DOCUMENT_STATUS_ERASED,
    DOCUMENT_STATUS_EXPIRED,
    DOCUMENT_STATUS_REJECTED,
    DOCUMENT_STATUS_SUBMITTED,
    Document,
)
from totetaxi.booking.v1.document_service_pb2 import ListDocumentsResponse

MISSING: Final = (
    "Your building lets movers in only with a certificate of insurance (COI). Please ask its management for one and "
    "send it here; once we have it, we can plan your crew."
)
CHECKED: Final = "Thank you, it has come. We look at it, and write to you as soon as it is accepted."
CHANGE: Final = "We can't use the one you sent as it is. Please send another one."
DONE: Final = "Your building's certificate is with us; there is nothing more to do."


class Certificate(NamedTuple):
    """What the page says of it."""

    standing: str
    explanation: str
    note: str
    """What our staff wrote about it; may be empty."""
    is_wanted: bool
    """Whether one can be sent now."""


def certificate(answer: ListDocumentsResponse) -> Certificate | None:
    """Of the newest version; None where none is wanted and none was sent."""
    known = [each for each in answer.documents if each.kind == DOCUMENT_KIND_CERTIFICATE_OF_INSURANCE]
    newest = next((each for each in known if each.status != DOCUMENT_STATUS_ERASED), None)
    if answer.has_valid_certificate:
        valid = next(each for each in known if each.status == DOCUMENT_STATUS_ACCEPTED)
        return Certificate("Accepted", f"{DONE}{until(valid)}", "", is_wanted=False)
    if newest is None:
        return Certificate("Still missing", MISSING, "", is_wanted=True) if answer.needs_certificate else None
    return standing_of(newest)


def standing_of(newest: Document) -> Certificate:
    """Of one that does not do yet."""
    if newest.status == DOCUMENT_STATUS_SUBMITTED:
        return Certificate("Being checked", CHECKED, "", is_wanted=False)
    if newest.status == DOCUMENT_STATUS_REJECTED:
        return Certificate("Needs a change", CHANGE, newest.reason, is_wanted=True)
    if newest.status in {DOCUMENT_STATUS_ACCEPTED, DOCUMENT_STATUS_EXPIRED}:
        explanation = f"It does not reach to the day of your move.{until(newest)} Please send one that does."
        return Certificate("Ends too early", explanation, "", is_wanted=True)
    return Certificate("Still missing", MISSING, newest.note, is_wanted=True)


def until(document: Document) -> str:
    """` It is good until December 31, 2027.`; empty for one without an end."""
    if not document.valid_until:
        return ""
    day = date.fromisoformat(document.valid_until)
    return f" It is good until {day:%B} {day.day}, {day.year}."
