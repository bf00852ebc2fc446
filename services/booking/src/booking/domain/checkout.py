"""Checkout: the process from "book" to "paid", which crosses services; its steps, compensations and decisions.

Nothing here waits or calls: each step is one transaction of one service, and the next begins on the fact it left.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from booking.domain.lifecycle import PAYABLE, Status


@dataclass(frozen=True, slots=True)
class Step:
    """One step, whose transaction it is, the fact it leaves, and what undoes it when a later step fails."""

    what: str
    by: str
    leaves: str
    undone_by: str


STEPS: Final = (
    Step(
        "redeem the price, today's or a held one, with its code and credit",
        "pricing",
        "nothing",
        "the booking is refused: ReleaseQuote; no booking.created in 15 minutes: pricing's clock",
    ),
    Step(
        "take the place and write the booking `pending`",
        "booking",
        "booking.created",
        "no payment in time: `expired`, the place is free again, code and credit come back (booking.expired)",
    ),
    Step(
        "open the one payment of the amount due; with nothing due the booking is `paid` as soon as it is made",
        "payments",
        "nothing",
        "booking.expired: the intent is cancelled",
    ),
    Step(
        "hear Stripe's signed webhook",
        "payments",
        "payment.succeeded",
        "booking is over: the money goes back (payment.orphaned)",
    ),
    Step("turn the booking `paid`", "booking", "booking.paid", "nothing: from here on only a cancellation"),
    Step("tell the customer", "notifications", "message.sent", "nothing to undo"),
)


class WrongAmountError(Exception):
    """A payment is not of the booking's total: nobody may repair that silently."""


def payment_deadline(now: datetime, minutes: int) -> datetime:
    """Until when a booking made `now` can be paid."""
    return now + timedelta(minutes=minutes)


def amount_due(status: Status, total_cents: int) -> int:
    """USD cents that are still to be paid."""
    return total_cents if status in PAYABLE else 0


def must_be_paid_in_full(amount_cents: int, total_cents: int) -> None:
    """Raises WrongAmountError unless the payment is exactly the total."""
    if amount_cents != total_cents:
        message = f"The payment is {amount_cents} cents and the booking costs {total_cents} cents."
        raise WrongAmountError(message)


def checkout_table() -> str:
    """The steps in Markdown, as the README shows them."""
    rows = [f"| {step.what} | {step.by} | {step.leaves} | {step.undone_by} |" for step in STEPS]
    return "\n".join(["| step | by | leaves | undone by |", "|---|---|---|---|", *rows])
