"""The waiting list: who wants a place on a day that has none, and what becomes of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from chassis.refusal import Conflict, NotFound

from booking.domain.availability import Calendar, Usual, day_of
from booking.domain.contact import Contact
from booking.domain.pickup import PickupWindow, is_bookable, spoken_date

MOST_EACH: Final = 5
"""Days that one email waits for at the same time."""

KEPT_DAYS: Final = 30
"""How long after its day an entry is forgotten."""


class WaitingState(StrEnum):
    """Where an entry is."""

    WAITING = "waiting"
    CALLED = "called"
    """A place is kept for it; the offer is yet to be written."""
    OFFERED = "offered"
    BOOKED = "booked"
    PASSED = "passed"
    LEFT = "left"


LIVE: Final = frozenset({WaitingState.WAITING, WaitingState.CALLED, WaitingState.OFFERED})
HOLDING: Final = frozenset({WaitingState.CALLED, WaitingState.OFFERED})
"""States in which a place is kept."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One name on the list."""

    id: UUID
    pickup_date: date
    pickup_window: PickupWindow | None
    """None for any window of the day."""
    state: WaitingState
    contact: Contact
    language: str
    customer_id: UUID | None
    token_hash: bytes
    joined_at: datetime
    updated_at: datetime
    position: int = 0
    """In line; the database counts."""
    offer_hash: bytes | None = None
    offered_window: PickupWindow | None = None
    offer_ends_at: datetime | None = None
    booking_id: UUID | None = None

    @property
    def windows(self) -> Collection[PickupWindow]:
        """The windows that would do."""
        return (self.pickup_window,) if self.pickup_window else tuple(PickupWindow)

    @property
    def place(self) -> tuple[date, PickupWindow] | None:
        """The place that is kept for it."""
        return (self.pickup_date, self.offered_window) if self.offered_window else None


def must_be_sold_out(wanted: Waiting, calendar: Calendar, usual: Usual, now: datetime) -> None:
    """Raises Conflict where a place can still be booked: waiting would only lose it."""
    day = day_of(calendar, wanted.pickup_date, usual, now)
    for window in wanted.windows:
        if day.windows[window].is_free and is_bookable(wanted.pickup_date, window, now):
            message = f"The {window} of {spoken_date(wanted.pickup_date)} still has a place; please book it."
            raise Conflict("not_sold_out", message, "pickup_date")


def must_not_wait_for_too_much(live: int) -> None:
    """Raises Conflict when an email waits for as many days as it may."""
    if live >= MOST_EACH:
        message = f"You wait for {live} days already, which is the most; leave one of them first."
        raise Conflict("waits_too_often", message, "pickup_date")


def must_hold(found: Waiting | None, day: date, window: PickupWindow, now: datetime) -> Waiting:
    """The entry whose offer keeps that place. Raises Conflict when none does, or no longer, or another."""
    if found is None or found.state != WaitingState.OFFERED or (found.offer_ends_at or now) <= now:
        message = "This place is no longer kept for you; please choose a day again or join the waiting list anew."
        raise Conflict("offer_over", message, "waiting_token")
    if found.place != (day, window):
        message = f"The place that is kept for you is the {found.offered_window} of {spoken_date(found.pickup_date)}."
        raise Conflict("offer_is_for_another_place", message, "pickup_date")
    return found


def not_on_the_list() -> NotFound:
    """No entry has this token."""
    return NotFound("waiting_not_found", "There is nothing on our waiting list under this link.", "token")
