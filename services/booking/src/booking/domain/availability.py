"""The calendar: free places by day and window, and the days to name when one is sold out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from chassis.clock import new_york_date
from chassis.refusal import Conflict, Invalid

from booking.domain.pickup import PickupWindow, is_bookable, spoken_date

DEFAULT_DAYS: Final = 61
LONGEST_DAYS: Final = 366
DAYS_LOOKED_BACK: Final = 366
DAYS_LOOKED_AHEAD: Final = 732
DAYS_SEARCHED: Final = 60
DAYS_NAMED: Final = 3
SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class Places:
    """Places in one window of one day, or a day's organizers."""

    used: int
    maximum: int
    note: str = ""
    """Why there are others than usual, where staff said so."""

    @property
    def left(self) -> int:
        """How many more fit."""
        return self.maximum - self.used

    @property
    def is_free(self) -> bool:
        """Whether one more fits."""
        return self.left > 0

    @property
    def is_closed(self) -> bool:
        """Whether there are none at all, however many were taken before staff said so."""
        return self.maximum == 0


@dataclass(frozen=True, slots=True)
class Usual:
    """What a day has that nobody has booked and staff have not changed."""

    places: int
    """In each window."""
    organizers: int


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is known to differ from an empty day."""

    places: Mapping[tuple[date, PickupWindow], Places] = field(default_factory=dict)
    organizers: Mapping[date, Places] = field(default_factory=dict)
    vans: Collection[date] = frozenset()
    """Days on which a van is already scheduled: something that is paid is picked up."""


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the calendar."""

    date: date
    windows: Mapping[PickupWindow, Places]
    organizers: Places
    is_available: bool
    has_van: bool
    """Whether a van is already scheduled, which specialty items need (pricing.md)."""

    @property
    def is_weekend(self) -> bool:
        """Saturday or Sunday."""
        return self.date.weekday() >= SATURDAY

    @property
    def used(self) -> int:
        """Places taken, all windows."""
        return sum(places.used for places in self.windows.values())

    @property
    def maximum(self) -> int:
        """Places there are, all windows."""
        return sum(places.maximum for places in self.windows.values())


def calendar_range(start: date | None, end: date | None, now: datetime) -> list[date]:
    """The days to show, from today in New York and 61 of them unless told otherwise. Raises Invalid out of bounds."""
    today = new_york_date(now)
    first = start or today
    earliest, latest = today - timedelta(DAYS_LOOKED_BACK), today + timedelta(DAYS_LOOKED_AHEAD)
    if not earliest <= first <= latest:
        message = f"start_date must lie between {spoken_date(earliest)} and {spoken_date(latest)}."
        raise Invalid("start_date_out_of_range", message, "start_date")
    last = end or first + timedelta(DEFAULT_DAYS - 1)
    if not 0 <= (last - first).days <= LONGEST_DAYS:
        message = f"end_date must be on or after start_date, at most {LONGEST_DAYS} days later."
        raise Invalid("end_date_out_of_range", message, "end_date")
    return [first + timedelta(number) for number in range((last - first).days + 1)]


def day_of(calendar: Calendar, day: date, usual: Usual, now: datetime) -> Day:
    """One day as it stands at `now`; what nobody has booked is as usual."""
    empty = Places(0, usual.places)
    windows = {window: calendar.places.get((day, window), empty) for window in PickupWindow}
    organizers = calendar.organizers.get(day, Places(0, usual.organizers))
    is_available = any(places.is_free and is_bookable(day, window, now) for window, places in windows.items())
    return Day(day, windows, organizers, is_available, day in calendar.vans)


def days_to_name(days: Sequence[date]) -> str:
    """The first of `days` as words: `June 3, 2027, June 4, 2027`."""
    return "; ".join(spoken_date(day) for day in days[:DAYS_NAMED])


def days_after(day: date) -> list[date]:
    """The days among which the next free ones are looked for."""
    return [day + timedelta(number) for number in range(1, DAYS_SEARCHED + 1)]


def sold_out(calendar: Calendar, day: date, window: PickupWindow, usual: Usual, now: datetime) -> Conflict:
    """The refusal of a full window, naming the next days on which it is free."""
    candidates = [day_of(calendar, later, usual, now) for later in days_after(day)]
    free = [
        candidate.date
        for candidate in candidates
        if candidate.windows[window].is_free and is_bookable(candidate.date, window, now)
    ]
    advice = f"the next free days are {days_to_name(free)}" if free else "so are the days after it"
    message = f"The {window} of {spoken_date(day)} is sold out; {advice}."
    return Conflict("sold_out", message, "pickup_date")


def no_van_yet(calendar: Calendar, day: date, usual: Usual, now: datetime) -> Conflict:
    """The refusal of specialty items on a day without a van, naming the next days that have one."""
    candidates = [day_of(calendar, later, usual, now) for later in days_after(day)]
    with_van = [candidate.date for candidate in candidates if candidate.has_van and candidate.is_available]
    advice = f" The next days with one are {days_to_name(with_van)}." if with_van else ""
    message = f"Specialty items need a van that is already scheduled, and {spoken_date(day)} has none yet.{advice}"
    return Conflict("no_van_scheduled", message, "pickup_date")
