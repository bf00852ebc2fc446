"""What booking tells of the day itself, of certificates and of claims: one event of each kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from chassis.identifiers import new_id
from google.protobuf.message import Message
from paid_event import RECIPIENT
from told import at, summary
from totetaxi.booking.v1 import events_pb2 as booking
from totetaxi.booking.v1.claim_pb2 import Claim
from totetaxi.booking.v1.document_pb2 import DOCUMENT_KIND_CERTIFICATE_OF_INSURANCE, Document, DocumentStatus
from totetaxi.booking.v1.logistics_pb2 import DeliveryTaskKind

BEGINS, ENDS = datetime(2027, 7, 2, 12, tzinfo=UTC), datetime(2027, 7, 2, 15, tzinfo=UTC)


def step(event: Callable[..., Any], recipient: str = RECIPIENT, kind: str = "PICKUP", **facts: Any) -> Any:
    """The crew's step at a task of a booking that is under way."""
    told = {"booking": summary(recipient, "IN_PROGRESS"), "task_id": str(new_id())} | facts
    return event(
        **told,
        kind=DeliveryTaskKind.Value(f"DELIVERY_TASK_KIND_{kind}"),
        planned_from=at(BEGINS),
        planned_until=at(ENDS),
    )


def about_document(event: Callable[..., Any], status: str, recipient: str = RECIPIENT, **facts: Any) -> Any:
    """What became of the first version of a paid booking's certificate."""
    told = {"kind": DOCUMENT_KIND_CERTIFICATE_OF_INSURANCE, "version": 1, "id": str(new_id())} | facts
    document = Document(status=DocumentStatus.Value(f"DOCUMENT_STATUS_{status}"), **told)
    return event(booking=told_of(recipient), document=document)


def about_claim(event: Callable[..., Any], recipient: str = RECIPIENT, **facts: Any) -> Any:
    """A claim of $450 about a move that is done."""
    claim = Claim(**{"id": str(new_id()), "wanted_cents": 45000} | facts)
    return event(booking=summary(recipient, "COMPLETED"), claim=claim)


def told_of(recipient: str) -> Any:
    return summary(recipient, "PAID")


MOVES: dict[str, Callable[[str], Message]] = {
    "Our crew is on its way to you": lambda to: step(booking.DeliveryEnRoute, to),
    "Your things are on their way": lambda to: step(booking.DeliveryEnRoute, to, "DELIVERY"),
    "Delivered": lambda to: step(booking.DeliveryDelivered, to, "FROM_STORAGE"),
    "Safely in our storage": lambda to: step(booking.DeliveryDelivered, to, "TO_STORAGE"),
    "We could not pick up as planned": lambda to: step(booking.DeliveryFailed, to, reason="Nobody home."),
    "We could not deliver as planned": lambda to: step(booking.DeliveryFailed, to, "AIRPORT_DELIVERY"),
    "Please send us your building's certificate": lambda to: about_document(booking.DocumentRequested, "REQUESTED", to),
    "Your certificate is accepted": lambda to: about_document(booking.DocumentAccepted, "ACCEPTED", to),
    "Your certificate needs a change": lambda to: about_document(booking.DocumentRejected, "REJECTED", to),
    "Your certificate ends on July 1": lambda to: about_document(
        booking.DocumentExpiring, "ACCEPTED", to, valid_until="2027-07-01"
    ),
    "We pay $300.00 for your claim": lambda to: about_claim(booking.ClaimAccepted, to, accepted_cents=30000),
    "Your claim is decided": lambda to: about_claim(booking.ClaimRejected, to, reason="It was so before."),
}
"""By how the subject of its mail begins."""
