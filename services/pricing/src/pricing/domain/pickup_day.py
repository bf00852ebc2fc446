"""The day of the pickup against the clock: the only rules of a price that ask what time it is."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Protocol

from chassis.clock import NEW_YORK
from chassis.refusal import Invalid

from pricing.domain.catalog import Catalog

SAME_DAY = "is_same_day_delivery"


class Pickup(Protocol):
    """All that these rules look at; every request has it."""

    @property
    def pickup_date(self) -> date:
        """New York's."""

    @property
    def is_same_day_delivery(self) -> bool:
        """Whether today is asked for."""


def refuse_day(catalog: Catalog, request: Pickup, now: datetime) -> None:
    """Raises Invalid for a pickup that is over, too soon, or same-day and not of today (all in New York)."""
    here = now.astimezone(NEW_YORK)
    today = here.date()
    if request.pickup_date < today:
        message = f"pickup_date {request.pickup_date} is over; choose {today} or later (New York time)."
        raise Invalid("pickup_in_the_past", message, "pickup_date")
    if request.is_same_day_delivery:
        refuse_late_same_day(catalog.standard_delivery.same_day_cutoff_hour, request, today, here.hour)
    elif catalog.next_day_cutoff_hour is not None:
        refuse_next_day(catalog.next_day_cutoff_hour, request, today, here.hour)


def refuse_late_same_day(cutoff_hour: int, request: Pickup, today: date, hour: int) -> None:
    """Raises Invalid unless the pickup is today, and the cutoff has not passed."""
    if request.pickup_date != today:
        message = f"Same-day delivery is for today, {today}, only; choose that pickup_date or leave {SAME_DAY} out."
        raise Invalid("same_day_other_date", message, SAME_DAY)
    if hour >= cutoff_hour:
        message = f"Same-day delivery is booked before {cutoff_hour}:00 New York time; choose a later day without it."
        raise Invalid("same_day_cutoff", message, SAME_DAY)


def refuse_next_day(cutoff_hour: int, request: Pickup, today: date, hour: int) -> None:
    """Raises Invalid for tomorrow, and all the more for today, once the cutoff has passed."""
    earliest = today + timedelta(days=2)
    if hour >= cutoff_hour and request.pickup_date < earliest:
        message = f"From {cutoff_hour}:00 New York time on, pickup_date must be {earliest} or later."
        raise Invalid("next_day_cutoff", message, "pickup_date")
