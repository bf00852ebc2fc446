"""What a report says: measures put together by row, and how full days were."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from datetime import date, timedelta

from chassis.refusal import Invalid

from booking.domain.availability import Calendar, Places, Usual
from booking.domain.pickup import PickupWindow

LONGEST_DAYS = 1100


@dataclass(frozen=True, slots=True)
class BookingFigures:
    """What became of bookings; `waiting` is pending and confirmed together."""

    booked: int = 0
    pending: int = 0
    confirmed: int = 0
    sold: int = 0
    completed: int = 0
    cancelled: int = 0
    expired: int = 0
    organized: int = 0
    lead_days: int = 0

    @property
    def waiting(self) -> int:
        """Not paid yet."""
        return self.pending + self.confirmed


@dataclass(frozen=True, slots=True)
class CapacityFigures:
    """Places taken and places there were; and organizers, a day of each."""

    used: int = 0
    places: int = 0
    organizers_used: int = 0
    organizers: int = 0

    def __add__(self, other: CapacityFigures) -> CapacityFigures:
        """Both together."""
        return CapacityFigures(*(mine + others for mine, others in zip(astuple(self), astuple(other), strict=True)))


MEASURES = frozenset(field.name for field in fields(BookingFigures))


def figures_of(measures: Iterable[tuple[str, int]]) -> BookingFigures:
    """Measures by name as one row; the states that are shown with others (`sold`) are no measure of their own."""
    sums = dict.fromkeys(MEASURES, 0)
    for measure, amount in measures:
        if measure in MEASURES:
            sums[measure] += amount
    return BookingFigures(**sums)


def must_be_a_range(first: date, last: date) -> None:
    """Raises Invalid for days in the wrong order, or too many."""
    if not 0 <= (last - first).days <= LONGEST_DAYS:
        message = f"end_date must be on or after start_date, at most {LONGEST_DAYS} days later."
        raise Invalid("end_date_out_of_range", message, "end_date")


def period_start_of(day: date, period: str) -> date:
    """The first day of its day, week (Monday) or month."""
    if period == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if period == "month" else day


def capacity_by_period(
    calendar: Calendar, first: date, last: date, period: str, usual: Usual
) -> dict[date, CapacityFigures]:
    """How full the days were; what nobody ever booked is as usual."""
    periods: dict[date, CapacityFigures] = {}
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        start = period_start_of(day, period)
        periods[start] = periods.get(start, CapacityFigures()) + capacity_of(calendar, day, usual)
    return periods


def capacity_of(calendar: Calendar, day: date, usual: Usual) -> CapacityFigures:
    """All windows of a day, and its organizers."""
    unbooked = Places(0, usual.places)
    windows = [calendar.places.get((day, window), unbooked) for window in PickupWindow]
    organizers = calendar.organizers.get(day, Places(0, usual.organizers))
    used, places = sum(each.used for each in windows), sum(each.maximum for each in windows)
    return CapacityFigures(used, places, organizers.used, organizers.maximum)
