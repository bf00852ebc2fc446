"""The one business clock: instants are UTC, calendar dates are New York's."""

from __future__ import annotations

from argparse import ArgumentTypeError
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

NEW_YORK = ZoneInfo("America/New_York")


class Clock:
    """Tells the time; handed to whoever needs it, so that tests can hold it still."""

    def now(self) -> datetime:
        """This instant, UTC."""
        return datetime.now(UTC)


class FixedClock(Clock):
    """A clock that stands where it was set."""

    def __init__(self, instant: datetime) -> None:
        self.instant = instant

    def now(self) -> datetime:
        """The instant it was set to."""
        return self.instant


def instant_of(text: str) -> datetime:
    """An instant as an operator writes it. Raises ArgumentTypeError, which argparse shows, when it names no instant."""
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        instant = None
    if instant is None or instant.tzinfo is None:
        raise ArgumentTypeError(f"{text!r} must be an instant with its offset, such as 2027-06-02T10:00:00-04:00")
    return instant


def new_york_date(instant: datetime) -> date:
    """The calendar date in New York at `instant`; the only way to make a business date of an instant."""
    return instant.astimezone(NEW_YORK).date()
