"""Events on the wire: subjects and streams from the contracts, CloudEvents attributes in NATS headers (binary mode)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar, cast
from uuid import UUID

from google.protobuf.message import DecodeError, Message
from totetaxi.event.v1 import options_pb2

MESSAGE_ID = "Nats-Msg-Id"
CONTENT_TYPE = "application/protobuf"
ROOT = "totetaxi"

Event = TypeVar("Event", bound=Message)


class UnreadableError(Exception):
    """A message that is no event of ours, and never will be."""


@dataclass(frozen=True, slots=True)
class Fact:
    """An event as it is stored and published, whatever it says."""

    id: UUID
    subject: str
    type: str
    about: UUID
    version: int
    time: datetime
    payload: bytes
    context: Mapping[str, str]
    """traceparent and x-request-id of the work that said it."""


def subject_of(event: type[Message]) -> str:
    """The subject that `event`'s contract names. Raises ValueError when it names none."""
    subject = str(event.DESCRIPTOR.GetOptions().Extensions[cast("Any", options_pb2.subject)])
    if not subject:
        raise ValueError(f"{event.DESCRIPTOR.full_name} has no option (totetaxi.event.v1.subject)")
    return subject


def context_of(subject: str) -> str:
    """The context an event belongs to: `totetaxi.booking.v1.booking.paid` → `booking`."""
    return subject.split(".")[1]


def stream_of(subject: str) -> str:
    """The stream that keeps the events of a context: `totetaxi.booking.v1.booking.paid` → `BOOKING`."""
    return context_of(subject).upper()


def headers_of(fact: Fact) -> dict[str, str]:
    """The headers `fact` travels with: CloudEvents 1.0 attributes, the id that JetStream deduplicates by, the trace."""
    return {
        MESSAGE_ID: str(fact.id),
        "ce-specversion": "1.0",
        "ce-id": str(fact.id),
        "ce-source": f"/{ROOT}/{context_of(fact.subject)}",
        "ce-type": fact.type,
        "ce-subject": str(fact.about),
        "ce-sequence": str(fact.version),
        "ce-time": fact.time.isoformat(),
        "ce-datacontenttype": CONTENT_TYPE,
        **fact.context,
    }


def fact_of(subject: str, headers: Mapping[str, str] | None, payload: bytes) -> Fact:
    """The fact that a message carries. Raises UnreadableError when an attribute is missing or malformed."""
    headers = headers or {}
    try:
        return Fact(
            id=UUID(headers["ce-id"]),
            subject=subject,
            type=headers["ce-type"],
            about=UUID(headers["ce-subject"]),
            version=int(headers["ce-sequence"]),
            time=datetime.fromisoformat(headers["ce-time"]),
            payload=payload,
            context={name: headers[name] for name in ("traceparent", "tracestate", "x-request-id") if name in headers},
        )
    except (KeyError, ValueError) as error:
        raise UnreadableError(f"no CloudEvent of ours: {error!r}") from error


def event_of(fact: Fact, kind: type[Event]) -> Event:
    """What `fact` says. Raises UnreadableError when its payload is not a `kind`."""
    if fact.type != kind.DESCRIPTOR.full_name:
        raise UnreadableError(f"{fact.type} is not {kind.DESCRIPTOR.full_name}")
    try:
        return kind.FromString(fact.payload)
    except DecodeError as error:
        raise UnreadableError(f"the payload is not a {fact.type}") from error


def attributes(event: Message) -> dict[str, Any]:
    """Subject, type and payload of `event`, as the outbox stores them."""
    return {
        "subject": subject_of(type(event)),
        "type": event.DESCRIPTOR.full_name,
        "payload": event.SerializeToString(deterministic=True),
    }
