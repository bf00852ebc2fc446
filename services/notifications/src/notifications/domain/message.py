"""A message: one thing said once to one recipient by one channel, and the states it goes through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID


class Channel(StrEnum):
    """How a message travels."""

    EMAIL = "email"


class Template(StrEnum):
    """What can be said; each has a template of its name."""

    BOOKING_PAID = "booking_paid"


class Status(StrEnum):
    """Where a message is."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    SUPPRESSED = "suppressed"


class Verb(StrEnum):
    """What can be done to a message."""

    CLAIM = "claim"
    CONFIRM = "confirm"
    POSTPONE = "postpone"
    GIVE_UP = "give_up"
    SUPPRESS = "suppress"


TRANSITIONS: Mapping[tuple[Status, Verb], Status] = {
    (Status.QUEUED, Verb.CLAIM): Status.SENDING,
    # Its sender died: nobody knows whether the provider has it, so it is sent again.
    (Status.SENDING, Verb.CLAIM): Status.SENDING,
    (Status.SENDING, Verb.CONFIRM): Status.SENT,
    (Status.SENDING, Verb.POSTPONE): Status.QUEUED,
    (Status.SENDING, Verb.GIVE_UP): Status.FAILED,
    (Status.QUEUED, Verb.SUPPRESS): Status.SUPPRESSED,
    # Nobody knows whether the provider has it; it is not tried again.
    (Status.SENDING, Verb.SUPPRESS): Status.SUPPRESSED,
}
"""The whole life of a message; what is not here cannot happen."""


def sources(verb: Verb) -> tuple[Status, ...]:
    """The states that `verb` may be done in."""
    return tuple(status for status, possible in TRANSITIONS if possible is verb)


def target(verb: Verb) -> Status:
    """Where `verb` leads, which is the same from wherever it may be done."""
    (leads_to,) = {status for (_, possible), status in TRANSITIONS.items() if possible is verb}
    return leads_to


@dataclass(frozen=True)
class Draft:
    """A message that nobody has queued yet. `context` is what the template needs, as JSON values."""

    id: UUID
    event_id: UUID
    booking_id: UUID
    template: Template
    channel: Channel
    recipient: str
    language: str
    context: Mapping[str, Any]

    @property
    def occasion(self) -> str:
        """What may be said only once by a channel, whatever event asks for it: a template about a booking."""
        return f"{self.booking_id}/{self.template}"


@dataclass(frozen=True)
class ClaimedMessage:
    """A message that one sender holds until its lease ends."""

    id: UUID
    booking_id: UUID
    template: Template
    channel: Channel
    recipient: str
    language: str
    context: Mapping[str, Any]
    attempts: int
    """The number of this try, from 1; also the fencing token of the claim."""
    created_at: datetime
    is_resumed: bool
    """True when an earlier sender died with it, so that the recipient may get it twice."""
