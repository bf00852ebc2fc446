"""When we pick up: three windows a day, judged by New York's clock and no other."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from chassis.clock import NEW_YORK, new_york_date
from chassis.refusal import Invalid

FARTHEST_DAYS_AHEAD: Final = 366


class PickupWindow(StrEnum):
    """A part of the day, New York time."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


HOURS: Final = {
    PickupWindow.MORNING: (8, 11),
    PickupWindow.AFTERNOON: (12, 15),
    PickupWindow.EVENING: (16, 19),
}
"""First and last hour of each window (rest.md)."""


def spoken_date(day: date) -> str:
    """`June 2, 2027`, for people."""
    return f"{day:%B} {day.day}, {day.year}"


def parsed_date(text: str, field: str) -> date:
    """The calendar date that `text` (YYYY-MM-DD) names. Raises Invalid when there is no such day."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Invalid("date_invalid", f"{field} must be a calendar date such as 2027-06-02.", field) from error


def window_begins(day: date, window: PickupWindow) -> datetime:
    """The instant at which the window begins."""
    return datetime.combine(day, time(HOURS[window][0]), NEW_YORK)


def window_ends(day: date, window: PickupWindow) -> datetime:
    """The instant at which the window is over."""
    return datetime.combine(day, time(HOURS[window][1]), NEW_YORK)


def must_be_bookable(day: date, window: PickupWindow, now: datetime) -> None:
    """Raises Invalid unless the window still lies ahead in New York, at most 366 days."""
    today = new_york_date(now)
    if day < today:
        message = f"pickup_date must not be in the past: today is {spoken_date(today)} in New York."
        raise Invalid("pickup_in_the_past", message, "pickup_date")
    latest = today + timedelta(days=FARTHEST_DAYS_AHEAD)
    if day > latest:
        message = f"pickup_date must be no later than {spoken_date(latest)}."
        raise Invalid("pickup_too_far_ahead", message, "pickup_date")
    if now >= window_ends(day, window):
        message = f"The {window} of {spoken_date(day)} is over; choose a later pickup_time or another day."
        raise Invalid("pickup_window_over", message, "pickup_time")


def is_bookable(day: date, window: PickupWindow, now: datetime) -> bool:
    """Whether a booking for that window would be accepted, places aside."""
    today = new_york_date(now)
    return day <= today + timedelta(days=FARTHEST_DAYS_AHEAD) and now < window_ends(day, window)
