"""What the paper of a quote says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from chassis.clock import NEW_YORK, new_york_date

from booking.domain.address import Address
from booking.domain.pickup import PickupWindow, spoken_date

NOON = 12


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One line, USD cents."""

    label: str
    quantity: int
    amount_cents: int
    reason: str


@dataclass(frozen=True, slots=True)
class QuotePaper:
    """One version of a quote."""

    number: str
    version: int
    company_name: str
    customer_name: str
    service: str
    day: date
    window: PickupWindow
    pickup: Address
    delivery: Address
    lines: tuple[QuoteLine, ...]
    total_cents: int
    note: str
    sent_at: datetime
    valid_until: datetime

    @property
    def sent_on(self) -> date:
        """New York's date."""
        return new_york_date(self.sent_at)


def spoken_instant(instant: datetime) -> str:
    """`May 20, 2027, 12:00 PM, New York time`."""
    there = instant.astimezone(NEW_YORK)
    half = "AM" if there.hour < NOON else "PM"
    return f"{spoken_date(there.date())}, {there.hour % NOON or NOON}:{there:%M} {half}, New York time"
