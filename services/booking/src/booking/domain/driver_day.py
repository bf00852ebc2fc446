"""A driver's day by link: for which days there are links, until when they are good, and whose stops they show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from chassis.clock import NEW_YORK, new_york_date
from chassis.refusal import Invalid, NotFound

MOST_DAYS_AHEAD: Final = 31
KEPT: Final = timedelta(days=30)
"""For so long after it was good, what is known of a link is kept."""


@dataclass(frozen=True, slots=True)
class OwnDay:
    """What a link opens: the stops of one driver on one day."""

    driver_id: UUID
    day: date

    @property
    def actor(self) -> str:
        """Who reports by it, as the history names them."""
        return f"driver:{self.driver_id}"


def must_be_near(day: date, now: datetime) -> date:
    """The day. Raises Invalid for one that is over, and for one that is far away."""
    ahead = (day - new_york_date(now)).days
    if not -1 <= ahead <= MOST_DAYS_AHEAD:
        message = f"day must be between yesterday and {MOST_DAYS_AHEAD} days from today, in New York."
        raise Invalid("day_not_near", message, "day")
    return day


def good_until(day: date) -> datetime:
    """The end of the New York day after it: who comes home late can still report."""
    return datetime.combine(day + timedelta(days=2), time(), NEW_YORK)


def leads_nowhere() -> NotFound:
    """The refusal of a link that never was, that ended, or that somebody else replaced: all alike."""
    message = "This link leads nowhere any more; please ask the office for a new one."
    return NotFound("driver_link_not_found", message, "token")


def not_your_stop() -> NotFound:
    """The refusal of a task that is not theirs that day: never, or not any more."""
    message = "This stop is not on your list for that day any more; look at your list again, or ask the office."
    return NotFound("not_your_stop", message, "task_id")
