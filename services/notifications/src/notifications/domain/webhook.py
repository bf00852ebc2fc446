"""Endpoints and deliveries: their states, how patient we are, and when an endpoint is given up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from chassis.refusal import Conflict, Invalid

from notifications.domain.webhook_events import EVENT_TYPES

MOST_ENDPOINTS = 10
"""Of one API key."""
PAUSES: Sequence[timedelta] = tuple(
    timedelta(seconds=seconds) for seconds in (5, 60, 300, 1800, 3600, 7200, 14400, 21600, 28800)
)
"""Between the tries of a delivery: ten tries in 21.6 hours, and less than 24 with the jitter."""
JITTER = 0.1
OVERLAP = timedelta(days=1)
"""How long the secret before the last still signs."""
KEPT = timedelta(days=30)
"""How long deliveries are kept."""
GONE = 410


class DeliveryStatus(StrEnum):
    """Where a delivery is."""

    WAITING = "waiting"
    SENDING = "sending"
    DELIVERED = "delivered"
    FAILED = "failed"


class DeliveryVerb(StrEnum):
    """What can be done to a delivery."""

    CLAIM = "claim"
    CONFIRM = "confirm"
    POSTPONE = "postpone"
    GIVE_UP = "give_up"
    REPLAY = "replay"


TRANSITIONS: Mapping[tuple[DeliveryStatus, DeliveryVerb], DeliveryStatus] = {
    (DeliveryStatus.WAITING, DeliveryVerb.CLAIM): DeliveryStatus.SENDING,
    # Its sender died: the partner may get it twice, under the same webhook-id.
    (DeliveryStatus.SENDING, DeliveryVerb.CLAIM): DeliveryStatus.SENDING,
    (DeliveryStatus.SENDING, DeliveryVerb.CONFIRM): DeliveryStatus.DELIVERED,
    (DeliveryStatus.SENDING, DeliveryVerb.POSTPONE): DeliveryStatus.WAITING,
    (DeliveryStatus.SENDING, DeliveryVerb.GIVE_UP): DeliveryStatus.FAILED,
    # Its endpoint was disabled.
    (DeliveryStatus.WAITING, DeliveryVerb.GIVE_UP): DeliveryStatus.FAILED,
    (DeliveryStatus.DELIVERED, DeliveryVerb.REPLAY): DeliveryStatus.WAITING,
    (DeliveryStatus.FAILED, DeliveryVerb.REPLAY): DeliveryStatus.WAITING,
}
"""The whole life of a delivery; what is not here cannot happen."""


def sources(verb: DeliveryVerb) -> tuple[DeliveryStatus, ...]:
    """The states that `verb` may be done in."""
    return tuple(status for status, possible in TRANSITIONS if possible is verb)


@dataclass(frozen=True)
class ClaimedDelivery:
    """A delivery that one sender holds until its lease ends, with what its endpoint was when it was claimed."""

    id: UUID
    endpoint_id: UUID
    webhook_id: str
    event_type: str
    body: str = field(repr=False)
    attempts: int
    """The number of this try since the first or the last replay, from 1."""
    claims: int
    """Counts every claim ever: the fencing token."""
    url: str
    sealed_secrets: Sequence[bytes] = field(repr=False)


@dataclass(frozen=True)
class Answer:
    """How a try ended."""

    status_code: int
    """0 when there was no answer."""
    error: str
    """Empty when the partner has it."""

    @property
    def is_taken(self) -> bool:
        """Whether the partner has it."""
        return not self.error


def pause_after(attempts: int, chance: float) -> timedelta | None:
    """The pause after try number `attempts` (from 1), up to a tenth longer; None when that was the last.

    `chance` is a random number from 0 to 1.
    """
    if attempts > len(PAUSES):
        return None
    return PAUSES[attempts - 1] * (1 + JITTER * chance)


def disabled_because(answer: Answer, failing_since: datetime, now: datetime, patience: timedelta) -> str:
    """Why an endpoint is given up after a failed try; empty when it is not."""
    if answer.status_code == GONE:
        return "gone"
    return "failing" if now - failing_since >= patience else ""


def checked_event_types(names: Sequence[str]) -> list[str]:
    """Sorted. Raises Invalid for one that is not on the published list."""
    unknown = sorted(set(names) - set(EVENT_TYPES))
    if unknown or not names:
        known = ", ".join(EVENT_TYPES)
        raise Invalid("unknown_event_type", f"event_types must be some of {known}.", "event_types")
    return sorted(set(names))


def must_be_enabled(is_enabled: bool) -> None:
    """Raises Conflict for an endpoint that is told nothing."""
    if not is_enabled:
        raise Conflict("endpoint_disabled", "This endpoint is disabled; please enable it first.")
