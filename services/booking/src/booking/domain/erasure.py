"""Forgetting a customer: what of a booking goes, what the books need of it, and what a paid move still needs first.

The process crosses services; its steps are here. Each is one transaction, and the next begins on the fact it left.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from booking.domain.lifecycle import Status


@dataclass(frozen=True, slots=True)
class Step:
    """One step, whose it is, and the fact it leaves."""

    what: str
    by: str
    leaves: str


STEPS: Final = (
    Step("end the account, its sessions and its keys", "identity", "customer.erasure_requested"),
    Step(
        "end what nobody paid, pseudonymise what is over",
        "booking",
        "booking.erasure.postponed, if a paid move is to come",
    ),
    Step("pseudonymise that move when it is done", "booking", "booking.erasure.completed, which names all bookings"),
    Step("drop the name of each payment", "payments", "payments.erasure.completed"),
    Step("drop addresses and bodies of messages", "notifications", "notifications.erasure.completed"),
    Step("drop by which email codes and credit were known", "pricing", "pricing.erasure.completed"),
    Step("tell the customer when all have", "identity", "customer.erasure_completed"),
)

FIRST_NAME: Final = "Erased"
LAST_NAME: Final = "customer"
KEPT: Final = "Booking number, dates, towns and ZIP codes, what was booked and its price, because the books need them."

DAYS_AFTER_PICKUP: Final = 14
"""A crew may still be under way after the day, and damage is found while unpacking."""

ENDED: Final = frozenset({Status.COMPLETED, Status.CANCELLED, Status.EXPIRED})


def kept_until(status: Status, pickup_date: date) -> date | None:
    """Until which day (New York) a booking needs to know whose it is; None when it needs no more."""
    return None if status in ENDED else pickup_date + timedelta(days=DAYS_AFTER_PICKUP)


def must_wait(status: Status, pickup_date: date, today: date) -> bool:
    """Whether a booking can't be erased on `today` (New York)."""
    until = kept_until(status, pickup_date)
    return until is not None and today < until


def erasure_table() -> str:
    """The steps in Markdown, as the README shows them."""
    rows = [f"| {step.what} | {step.by} | {step.leaves} |" for step in STEPS]
    return "\n".join(["| step | by | leaves |", "|---|---|---|", *rows])
