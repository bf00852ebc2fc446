"""From when a published version holds: an instant that was asked for, now, or the next midnight in New York."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from chassis.clock import NEW_YORK, new_york_date
from chassis.refusal import Invalid

LONGEST_AHEAD = timedelta(days=366)


def effective_from(asked: datetime | None, now: datetime, *, is_immediate: bool) -> datetime:
    """The instant from which a version holds. Raises Invalid for the past, for too far ahead, and for two wishes."""
    if asked is None:
        return now if is_immediate else next_midnight(now)
    if is_immediate:
        message = "Say either effective_at or is_immediate, not both."
        raise Invalid("effective_twice", message, "effective_at")
    if asked < now:
        message = "effective_at is in the past; leave it out for the next midnight in New York, or publish immediately."
        raise Invalid("effective_in_the_past", message, "effective_at")
    if asked > now + LONGEST_AHEAD:
        message = f"effective_at must be at most {LONGEST_AHEAD.days} days ahead."
        raise Invalid("effective_too_late", message, "effective_at")
    return asked


def next_midnight(now: datetime) -> datetime:
    """When the next calendar day begins in New York, whatever the clocks do that night."""
    tomorrow = new_york_date(now) + timedelta(days=1)
    return datetime.combine(tomorrow, time(), NEW_YORK).astimezone(now.tzinfo)
