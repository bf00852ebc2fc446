"""The life of a booking as one table: every state, every fact that can reach it, and what follows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Status(StrEnum):
    """Where a booking is in its life."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    PAID = "paid"
    SCHEDULED = "scheduled"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class Fact(StrEnum):
    """What can happen to a booking; facts may come late, twice and in any order."""

    PAYMENT_SUCCEEDED = "payment succeeded"
    PAYMENT_TIME_OVER = "payment time over"
    NOTHING_TO_PAY = "nothing to pay"


@dataclass(frozen=True, slots=True)
class Transition:
    """What a fact does to a booking in one state."""

    to: Status
    """The state after it; the same state when the fact changes nothing."""
    because: str
    is_noted: bool = True
    """Whether the fact goes into the booking's history."""


PAID_NOW: Final = Transition(Status.PAID, "The money came; the booking is paid.")
PAID_BEFORE: Final = "It is paid already; a fact told twice is still one fact."
TOO_LATE: Final = "The place is given away; payments pays the money back."
NOTHING_NEW: Final = "That was so when it was made; nothing follows from it again."
NOT_WAITING: Final = "It no longer waits for its first payment."

TRANSITIONS: Final[dict[tuple[Status, Fact], Transition]] = {
    (Status.PENDING, Fact.PAYMENT_SUCCEEDED): PAID_NOW,
    (Status.CONFIRMED, Fact.PAYMENT_SUCCEEDED): PAID_NOW,
    (Status.PAID, Fact.PAYMENT_SUCCEEDED): Transition(Status.PAID, PAID_BEFORE, is_noted=False),
    (Status.SCHEDULED, Fact.PAYMENT_SUCCEEDED): Transition(Status.SCHEDULED, PAID_BEFORE, is_noted=False),
    (Status.IN_PROGRESS, Fact.PAYMENT_SUCCEEDED): Transition(Status.IN_PROGRESS, PAID_BEFORE, is_noted=False),
    (Status.COMPLETED, Fact.PAYMENT_SUCCEEDED): Transition(Status.COMPLETED, PAID_BEFORE, is_noted=False),
    (Status.CANCELLED, Fact.PAYMENT_SUCCEEDED): Transition(Status.CANCELLED, TOO_LATE),
    (Status.EXPIRED, Fact.PAYMENT_SUCCEEDED): Transition(Status.EXPIRED, TOO_LATE),
    (Status.PENDING, Fact.PAYMENT_TIME_OVER): Transition(Status.EXPIRED, "Nobody paid in time; its place is free."),
    (Status.CONFIRMED, Fact.PAYMENT_TIME_OVER): Transition(Status.CONFIRMED, NOT_WAITING, is_noted=False),
    (Status.PAID, Fact.PAYMENT_TIME_OVER): Transition(Status.PAID, NOT_WAITING, is_noted=False),
    (Status.SCHEDULED, Fact.PAYMENT_TIME_OVER): Transition(Status.SCHEDULED, NOT_WAITING, is_noted=False),
    (Status.IN_PROGRESS, Fact.PAYMENT_TIME_OVER): Transition(Status.IN_PROGRESS, NOT_WAITING, is_noted=False),
    (Status.COMPLETED, Fact.PAYMENT_TIME_OVER): Transition(Status.COMPLETED, NOT_WAITING, is_noted=False),
    (Status.CANCELLED, Fact.PAYMENT_TIME_OVER): Transition(Status.CANCELLED, NOT_WAITING, is_noted=False),
    (Status.EXPIRED, Fact.PAYMENT_TIME_OVER): Transition(Status.EXPIRED, NOT_WAITING, is_noted=False),
    (Status.PENDING, Fact.NOTHING_TO_PAY): Transition(Status.PAID, "A code and credit have paid for all of it."),
    (Status.CONFIRMED, Fact.NOTHING_TO_PAY): Transition(Status.CONFIRMED, NOTHING_NEW, is_noted=False),
    (Status.PAID, Fact.NOTHING_TO_PAY): Transition(Status.PAID, NOTHING_NEW, is_noted=False),
    (Status.SCHEDULED, Fact.NOTHING_TO_PAY): Transition(Status.SCHEDULED, NOTHING_NEW, is_noted=False),
    (Status.IN_PROGRESS, Fact.NOTHING_TO_PAY): Transition(Status.IN_PROGRESS, NOTHING_NEW, is_noted=False),
    (Status.COMPLETED, Fact.NOTHING_TO_PAY): Transition(Status.COMPLETED, NOTHING_NEW, is_noted=False),
    (Status.CANCELLED, Fact.NOTHING_TO_PAY): Transition(Status.CANCELLED, NOTHING_NEW, is_noted=False),
    (Status.EXPIRED, Fact.NOTHING_TO_PAY): Transition(Status.EXPIRED, NOTHING_NEW, is_noted=False),
}

PAYABLE: Final = frozenset(status for status in Status if TRANSITIONS[status, Fact.PAYMENT_SUCCEEDED] == PAID_NOW)
"""The states in which something is due."""


def transition(status: Status, fact: Fact) -> Transition:
    """What `fact` does to a booking that is `status`; the table is complete, so there is always an answer."""
    return TRANSITIONS[status, fact]


def lifecycle_table() -> str:
    """The table in Markdown, as the README shows it."""
    rows = [f"| {status} | {fact} | {after.to} | {after.because} |" for (status, fact), after in TRANSITIONS.items()]
    return "\n".join(["| is | hears | is then | because |", "|---|---|---|---|", *rows])
