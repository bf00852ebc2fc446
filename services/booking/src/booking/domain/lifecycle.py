"""The life of a booking as one table: every state, everything that can happen to it, and what follows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from chassis.refusal import Conflict


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
    """What can happen to a booking: facts come late, twice and in any order; the acts of people can be refused."""

    PAYMENT_SUCCEEDED = "payment succeeded"
    PAYMENT_TIME_OVER = "payment time over"
    NOTHING_TO_PAY = "nothing to pay"
    CONFIRMED = "staff confirm"
    SCHEDULED = "staff schedule"
    STARTED = "staff start"
    COMPLETED = "staff complete"
    CANCELLED = "cancelled"


ACTS: Final = frozenset({Fact.CONFIRMED, Fact.SCHEDULED, Fact.STARTED, Fact.COMPLETED, Fact.CANCELLED})
"""What people do; where the table says no, they are told why."""


@dataclass(frozen=True, slots=True)
class Transition:
    """What a fact does to a booking in one state."""

    to: Status
    """The state after it; the same state when it changes nothing."""
    because: str
    is_noted: bool = True
    """Whether it goes into the booking's history."""
    is_refused: bool = False
    """Whether an act is answered with no."""


def stays(status: Status, because: str, *, is_noted: bool = False) -> Transition:
    """A fact that comes too late or twice."""
    return Transition(status, because, is_noted)


def refused(status: Status, because: str) -> Transition:
    """An act that is out of place."""
    return Transition(status, because, is_noted=False, is_refused=True)


PAID_BEFORE: Final = "It is paid already; a fact told twice is still one fact."
TOO_LATE: Final = "The place is given away; payments pays the money back."
NOTHING_NEW: Final = "That was so when it was made; nothing follows from it again."
NOT_WAITING: Final = "It no longer waits for its first payment."
UNPAID: Final = "It is not paid yet."
OVER: Final = "It is over."
UNDER_WAY: Final = "It is under way already."
DONE: Final = "It is done."

AFTER_PAYMENT: Final = (Status.PAID, Status.SCHEDULED, Status.IN_PROGRESS, Status.COMPLETED)
WAITING: Final = (Status.PENDING, Status.CONFIRMED)
ENDED: Final = (Status.CANCELLED, Status.EXPIRED)

TRANSITIONS: Final[dict[tuple[Status, Fact], Transition]] = {
    **{
        (status, Fact.PAYMENT_SUCCEEDED): Transition(Status.PAID, "The money came; the booking is paid.")
        for status in WAITING
    },
    **{(status, Fact.PAYMENT_SUCCEEDED): stays(status, PAID_BEFORE) for status in AFTER_PAYMENT},
    **{(status, Fact.PAYMENT_SUCCEEDED): stays(status, TOO_LATE, is_noted=True) for status in ENDED},
    (Status.PENDING, Fact.PAYMENT_TIME_OVER): Transition(Status.EXPIRED, "Nobody paid in time; its place is free."),
    **{
        (status, Fact.PAYMENT_TIME_OVER): stays(status, NOT_WAITING)
        for status in (Status.CONFIRMED, *AFTER_PAYMENT, *ENDED)
    },
    (Status.PENDING, Fact.NOTHING_TO_PAY): Transition(Status.PAID, "A code and credit have paid for all of it."),
    **{
        (status, Fact.NOTHING_TO_PAY): stays(status, NOTHING_NEW)
        for status in (Status.CONFIRMED, *AFTER_PAYMENT, *ENDED)
    },
    (Status.PENDING, Fact.CONFIRMED): Transition(Status.CONFIRMED, "Staff keep its place until it is paid."),
    (Status.CONFIRMED, Fact.CONFIRMED): stays(Status.CONFIRMED, "It is confirmed already."),
    **{
        (status, Fact.CONFIRMED): refused(status, "It is paid, which is more than confirmed.")
        for status in AFTER_PAYMENT
    },
    **{(status, Fact.CONFIRMED): refused(status, OVER) for status in ENDED},
    **{(status, Fact.SCHEDULED): refused(status, UNPAID) for status in WAITING},
    (Status.PAID, Fact.SCHEDULED): Transition(Status.SCHEDULED, "A van and a crew are planned."),
    (Status.SCHEDULED, Fact.SCHEDULED): stays(Status.SCHEDULED, "It is scheduled already."),
    (Status.IN_PROGRESS, Fact.SCHEDULED): refused(Status.IN_PROGRESS, UNDER_WAY),
    (Status.COMPLETED, Fact.SCHEDULED): refused(Status.COMPLETED, DONE),
    **{(status, Fact.SCHEDULED): refused(status, OVER) for status in ENDED},
    **{(status, Fact.STARTED): refused(status, UNPAID) for status in WAITING},
    (Status.PAID, Fact.STARTED): refused(Status.PAID, "It is not scheduled yet."),
    (Status.SCHEDULED, Fact.STARTED): Transition(Status.IN_PROGRESS, "The crew is on its way."),
    (Status.IN_PROGRESS, Fact.STARTED): stays(Status.IN_PROGRESS, UNDER_WAY),
    (Status.COMPLETED, Fact.STARTED): refused(Status.COMPLETED, DONE),
    **{(status, Fact.STARTED): refused(status, OVER) for status in ENDED},
    **{(status, Fact.COMPLETED): refused(status, UNPAID) for status in WAITING},
    **{
        (status, Fact.COMPLETED): refused(status, "It has not begun yet.") for status in (Status.PAID, Status.SCHEDULED)
    },
    (Status.IN_PROGRESS, Fact.COMPLETED): Transition(Status.COMPLETED, "Everything is where it belongs."),
    (Status.COMPLETED, Fact.COMPLETED): stays(Status.COMPLETED, DONE),
    **{(status, Fact.COMPLETED): refused(status, OVER) for status in ENDED},
    **{
        (status, Fact.CANCELLED): Transition(Status.CANCELLED, "It is called off; its place is free.")
        for status in (*WAITING, Status.PAID, Status.SCHEDULED)
    },
    (Status.IN_PROGRESS, Fact.CANCELLED): refused(Status.IN_PROGRESS, UNDER_WAY),
    (Status.COMPLETED, Fact.CANCELLED): refused(Status.COMPLETED, DONE),
    (Status.CANCELLED, Fact.CANCELLED): stays(Status.CANCELLED, "It is called off already."),
    (Status.EXPIRED, Fact.CANCELLED): refused(Status.EXPIRED, OVER),
}

PAYABLE: Final = frozenset(WAITING)
"""The states in which something is due."""
FINAL: Final = frozenset({Status.COMPLETED, *ENDED})
"""The states that nothing leads out of."""
HOLDING: Final = frozenset(set(Status) - set(ENDED))
"""The states in which a booking takes its place on the day."""

ACT_TO: Final = {
    Status.CONFIRMED: Fact.CONFIRMED,
    Status.SCHEDULED: Fact.SCHEDULED,
    Status.IN_PROGRESS: Fact.STARTED,
    Status.COMPLETED: Fact.COMPLETED,
    Status.CANCELLED: Fact.CANCELLED,
}
"""What staff do to bring a booking into a state; into the others they can't."""


def transition(status: Status, fact: Fact) -> Transition:
    """What `fact` does to a booking that is `status`; the table is complete, so there is always an answer."""
    return TRANSITIONS[status, fact]


def act(status: Status, fact: Fact) -> Transition:
    """What an act does. Raises Conflict, saying why and what can be done instead, where it is out of place."""
    after = transition(status, fact)
    if after.is_refused:
        message = f"This booking is {spoken(status)}. {after.because} {what_staff_can_do(status)}"
        raise Conflict("status_not_allowed", message, "status")
    return after


def act_towards(status: Status, wanted: Status) -> Fact:
    """The act that leads to `wanted`. Raises Conflict where only money or time leads there."""
    fact = ACT_TO.get(wanted)
    if fact is None:
        message = f"A booking does not become {spoken(wanted)} by hand. {what_staff_can_do(status)}"
        raise Conflict("status_not_by_hand", message, "status")
    return fact


def allowed_statuses(status: Status) -> list[Status]:
    """Where staff can bring a booking from here."""
    return [wanted for wanted, fact in ACT_TO.items() if wanted != status and not transition(status, fact).is_refused]


def what_staff_can_do(status: Status) -> str:
    """One sentence for a refusal."""
    allowed = allowed_statuses(status)
    if not allowed:
        return "Nothing more can be done with it."
    return f"It can become {' or '.join(spoken(each) for each in allowed)}."


def spoken(status: Status) -> str:
    """`in_progress` as people say it."""
    return status.value.replace("_", " ")


def lifecycle_table() -> str:
    """The table in Markdown, as the README shows it."""
    rows = [
        f"| {status} | {fact} | {'refused' if after.is_refused else after.to} | {after.because} |"
        for (status, fact), after in sorted(TRANSITIONS.items(), key=lambda entry: order_of(*entry[0]))
    ]
    return "\n".join(["| is | hears | is then | because |", "|---|---|---|---|", *rows])


def order_of(status: Status, fact: Fact) -> tuple[int, int]:
    """By fact, then by state, in the order in which life brings them."""
    return list(Fact).index(fact), list(Status).index(status)
