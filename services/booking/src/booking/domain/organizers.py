"""Organizers: how many a booking needs, and the days to name when a day has too few left."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from chassis.refusal import Conflict

from booking.domain.availability import DAYS_SEARCHED, Calendar, Usual, day_of, days_after, days_to_name
from booking.domain.pickup import PickupWindow, is_bookable, spoken_date


def organizers_needed(teams: Iterable[int]) -> int:
    """People that a booking takes on its day: those of each service that it has, 2 or 4 each (pricing.md).

    Packing and unpacking are two teams: they are at two doors, for up to eight hours each (pricing.md), and one team
    has no day that long.
    """
    return sum(teams)


def no_organizers(
    calendar: Calendar, day: date, window: PickupWindow, needed: int, usual: Usual, now: datetime
) -> Conflict:
    """The refusal of organizing on a day with too few organizers left, naming the next days that have enough."""
    left = day_of(calendar, day, usual, now).organizers.left
    enough = [later for later in days_after(day) if has_enough(calendar, later, window, needed, usual, now)]
    nothing = f"none of the {DAYS_SEARCHED} days after it has enough"
    advice = f"the next days with enough are {days_to_name(enough)}" if enough else nothing
    message = (
        f"{spoken_date(day)} is short of organizers for packing and unpacking: "
        f"you need {needed} and {left or 'none'} {'is' if left == 1 else 'are'} left; {advice}."
    )
    return Conflict("no_organizers", message, "pickup_date")


def has_enough(calendar: Calendar, day: date, window: PickupWindow, needed: int, usual: Usual, now: datetime) -> bool:
    """Whether that window has a place and its day enough organizers."""
    found = day_of(calendar, day, usual, now)
    return found.windows[window].is_free and found.organizers.left >= needed and is_bookable(day, window, now)
