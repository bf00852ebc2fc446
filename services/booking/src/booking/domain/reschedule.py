"""Moving a booking: who may, until when, and what a dearer day means. The price of a booking never changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chassis.money import BASIS_POINTS, format_dollars
from chassis.refusal import Conflict

from booking.domain.change_policy import ChangePolicy, Pickup, share_at
from booking.domain.lifecycle import WAITING, Status, spoken

MOVABLE = frozenset({*WAITING, Status.PAID, Status.SCHEDULED})


@dataclass(frozen=True, slots=True)
class MoveTerms:
    """What moving costs, why, and until when that is so."""

    difference_cents: int
    """By how much the new day is dearer than what was booked; a cheaper day pays nothing back."""
    is_free: bool
    """Whether the customer may do it alone."""
    reason: str
    holds_until: datetime | None


def must_be_movable(status: Status) -> None:
    """Raises Conflict when it is over or under way."""
    if status not in MOVABLE:
        message = f"This booking is {spoken(status)}; it can't be moved any more."
        raise Conflict("status_not_allowed", message, "status")


def move_terms(policy: ChangePolicy, pickup: Pickup, difference_cents: int, now: datetime) -> MoveTerms:
    """What moving at `now` means for the customer; free for as long as calling off is."""
    share, when, holds_until = share_at(policy, pickup, now)
    difference = max(difference_cents, 0)
    if share < BASIS_POINTS:
        return MoveTerms(difference, False, f"{when} a booking is moved by our team: please call us.", holds_until)
    if difference:
        dearer = format_dollars(difference)
        reason = f"The new day costs {dearer} more than what was booked: please call us, or call it off and book anew."
        return MoveTerms(difference, False, reason, holds_until)
    return MoveTerms(0, True, f"{when} moving is free, and the price stays.", holds_until)


def must_be_free(terms: MoveTerms) -> None:
    """Raises Conflict when the customer can't do it alone."""
    if not terms.is_free:
        raise Conflict("not_movable_online", terms.reason, "pickup_date")
