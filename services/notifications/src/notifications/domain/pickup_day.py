"""The day of a pickup, by New York's clocks: when we come, when we remind of it, and when we ask how it was."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from chassis.clock import NEW_YORK

WINDOWS: Mapping[str, tuple[int, int]] = {"morning": (8, 11), "afternoon": (12, 15), "evening": (16, 19)}
"""The first and the last hour of each window."""

REMINDED_AT = time(10)
"""On the day before, and when we ask how it was; an hour that every day has, also those on which the clocks change."""


def reminder_time(pickup_date: date) -> datetime:
    """When we remind of a pickup: ten in the morning of the day before."""
    return datetime.combine(pickup_date - timedelta(days=1), REMINDED_AT, NEW_YORK)


def review_time(completed_on: date, days: int) -> datetime:
    """When we ask how it was: ten in the morning, so many days after it was done."""
    return datetime.combine(completed_on + timedelta(days=days), REMINDED_AT, NEW_YORK)


def pickup_begins(pickup_date: date, window: str) -> datetime:
    """When the window begins; from then on nobody needs to be reminded."""
    return datetime.combine(pickup_date, time(WINDOWS[window][0]), NEW_YORK)


def plan_of(pickup_date: str, window: str) -> str:
    """A day (YYYY-MM-DD) and a window in one word, by which two plans are compared."""
    return f"{pickup_date}/{window}"
