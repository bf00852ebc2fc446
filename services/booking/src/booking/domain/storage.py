"""Mini storage: where one is in its life, the months it is billed by, and what may be done with what is in it."""

from __future__ import annotations

import calendar
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from chassis.refusal import Conflict, Invalid

from booking.domain.pickup import FARTHEST_DAYS_AHEAD, spoken_date

MONTHS_OF_A_YEAR: Final = 12
MOST_ITEMS: Final = 500
LONGEST_DAYS_BACK: Final = 366
DAYS_KEPT_AFTER: Final = 14
"""Days after its last day for which an erasure leaves alone who stored; what is still here must be brought back."""


class StorageStatus(StrEnum):
    """Where a storage is in its life."""

    PLANNED = "planned"
    ACTIVE = "active"
    ENDING = "ending"
    ENDED = "ended"


class Standing(StrEnum):
    """How its bills stand."""

    GOOD = "good"
    LATE = "late"
    SUSPENDED = "suspended"


class InvoiceState(StrEnum):
    """What payments said of one month's bill; each is further than the one before."""

    FAILED = "failed"
    GIVEN_UP = "given_up"
    PAID = "paid"


class ItemKind(StrEnum):
    """What a stored thing is."""

    BOX = "box"
    SUITCASE = "suitcase"
    FURNITURE = "furniture"
    SPORTS_EQUIPMENT = "sports_equipment"
    GARMENTS = "garments"
    ARTWORK = "artwork"
    OTHER = "other"


class Direction(StrEnum):
    """Which way a leg goes."""

    PICKUP = "pickup"
    DELIVERY = "delivery"


TAKES_IN: Final = frozenset({StorageStatus.PLANNED, StorageStatus.ACTIVE})
"""The states in which things can come."""
FURTHER: Final = tuple(InvoiceState)


@dataclass(frozen=True, slots=True)
class Period:
    """One month that is billed, both days inclusive."""

    first: date
    last: date


def period_of(start: date, today: date) -> Period:
    """The month of a storage since `start` that `today` (New York) lies in; its first one before it began."""
    months = max((today.year - start.year) * MONTHS_OF_A_YEAR + today.month - start.month, 0)
    if months and months_after(start, months) > today:
        months -= 1
    return Period(months_after(start, months), months_after(start, months + 1) - timedelta(days=1))


def end_if_asked(status: StorageStatus, start: date, today: date) -> date:
    """On which day an end that is asked for today is: today where nothing has begun, else the month's last."""
    return today if status is StorageStatus.PLANNED else period_of(start, today).last


def months_after(start: date, months: int) -> date:
    """The same day `months` later, or the month's last day where it has no such day (as Stripe bills)."""
    year, month = divmod(start.month - 1 + months, MONTHS_OF_A_YEAR)
    last = calendar.monthrange(start.year + year, month + 1)[1]
    return date(start.year + year, month + 1, min(start.day, last))


def is_further(was: InvoiceState | None, said: InvoiceState) -> bool:
    """Whether `said` is news; events come late and in any order."""
    return was is None or FURTHER.index(said) > FURTHER.index(was)


def standing_of(states: Collection[InvoiceState]) -> Standing:
    """How the bills stand that payments told of."""
    if InvoiceState.GIVEN_UP in states:
        return Standing.SUSPENDED
    return Standing.LATE if InvoiceState.FAILED in states else Standing.GOOD


def must_begin_soon(start: date, today: date) -> None:
    """Raises Invalid unless it begins today or later, at most 366 days ahead."""
    latest = today + timedelta(days=FARTHEST_DAYS_AHEAD)
    if not today <= start <= latest:
        message = f"start_date must lie between {spoken_date(today)} and {spoken_date(latest)}."
        raise Invalid("start_date_out_of_range", message, "start_date")


def must_be_recent(day: date, today: date, field: str) -> None:
    """Raises Invalid for a day that is still to come, or more than 366 days ago."""
    earliest = today - timedelta(days=LONGEST_DAYS_BACK)
    if not earliest <= day <= today:
        message = f"{field} must lie between {spoken_date(earliest)} and today, {spoken_date(today)}."
        raise Invalid(f"{field}_out_of_range", message, field)


def must_be_reachable(day: date, today: date) -> None:
    """Raises Invalid for a return that is wanted in the past, or more than 366 days ahead."""
    latest = today + timedelta(days=FARTHEST_DAYS_AHEAD)
    if not today <= day <= latest:
        message = f"wanted_back_on must lie between today, {spoken_date(today)}, and {spoken_date(latest)}."
        raise Invalid("wanted_back_on_out_of_range", message, "wanted_back_on")


def must_take_in(status: StorageStatus, count: int, more: int) -> None:
    """Raises Conflict when it is ending or over, Invalid when it would hold too much."""
    if status not in TAKES_IN:
        raise Conflict("storage_over", "This storage is ending or over; nothing more can be taken in.", "storage_id")
    if count + more > MOST_ITEMS:
        raise Invalid("too_many_items", f"A storage holds at most {MOST_ITEMS} items; it has {count}.", "items")


def must_let_go(standing: Standing) -> None:
    """Raises Conflict while a bill is unpaid that payments has stopped trying."""
    if standing is Standing.SUSPENDED:
        message = "A month of this storage is unpaid, so nothing leaves it; please pay it with another card first."
        raise Conflict("storage_suspended", message, "storage_id")


def must_be_as_shown(last_day: date, shown: date) -> None:
    """Raises Conflict when the end is on another day than the caller saw."""
    if last_day != shown:
        message = f"This storage would end on {spoken_date(last_day)} now; please confirm that."
        raise Conflict("terms_changed", message, "expected_end_date")


def spoken_list(labels: Iterable[str]) -> str:
    """`Skis, Lamp and 3 more`, for the history."""
    names = list(labels)
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return f"{', '.join(names[:3])}{more}"
