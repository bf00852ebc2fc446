"""The papers of a booking: whose they are, when there is a receipt, and what receipt and calendar say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from chassis.clock import new_york_date
from chassis.refusal import Conflict

from booking.domain.address import Address
from booking.domain.lifecycle import Status
from booking.domain.pickup import HOURS, PickupWindow, spoken_date

SERVICE_NAMES: Final = {
    "mini_move": "Mini move",
    "standard_delivery": "Standard delivery",
    "specialty_item": "Specialty item delivery",
    "blade_luggage": "Airport luggage",
    "mini_storage": "Mini storage",
    "b2b_popup": "Business and pop-up",
    "local_move": "Local move",
}


class Appearance(StrEnum):
    """How a calendar shows a pickup (RFC 5545, STATUS of an event)."""

    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


APPEARANCE: Final = {
    Status.PENDING: Appearance.TENTATIVE,
    Status.CONFIRMED: Appearance.TENTATIVE,
    Status.PAID: Appearance.CONFIRMED,
    Status.SCHEDULED: Appearance.CONFIRMED,
    Status.IN_PROGRESS: Appearance.CONFIRMED,
    Status.COMPLETED: Appearance.CONFIRMED,
    Status.CANCELLED: Appearance.CANCELLED,
    Status.EXPIRED: Appearance.CANCELLED,
}


@dataclass(frozen=True, slots=True)
class Visit:
    """What happens, where and when."""

    booking_id: str
    number: str
    service: str
    day: date
    window: PickupWindow
    pickup: Address
    delivery: Address


@dataclass(frozen=True, slots=True)
class Position:
    """One line of a receipt, USD cents."""

    label: str
    quantity: int
    amount_cents: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was paid for, by whom, and when."""

    visit: Visit
    customer_name: str
    paid_at: datetime
    positions: tuple[Position, ...]
    total_cents: int
    is_called_off: bool
    refund_cents: int
    """What is paid back since it was called off."""

    @property
    def paid_on(self) -> date:
        """New York's date."""
        return new_york_date(self.paid_at)


@dataclass(frozen=True, slots=True)
class Appointment:
    """A pickup as a calendar keeps it."""

    visit: Visit
    appearance: Appearance
    sequence: int
    """The booking's version: calendars take the higher one."""
    made_at: datetime
    changed_at: datetime


def payment_instant(moves: Iterable[tuple[Status, datetime]]) -> datetime:
    """When it became paid, from the states it came into and when. Raises Conflict when it never did."""
    for status, at in moves:
        if status is Status.PAID:
            return at
    raise Conflict("not_paid_yet", "There is a receipt once the booking is paid.", "booking_id")


def spoken_service(service_type: str) -> str:
    """`mini_move`, for people."""
    return SERVICE_NAMES.get(service_type, service_type.replace("_", " ").capitalize())


def spoken_hours(window: PickupWindow) -> str:
    """`8 AM to 11 AM`."""
    first, last = HOURS[window]
    return f"{spoken_hour(first)} to {spoken_hour(last)}"


def spoken_hour(hour: int) -> str:
    """`15` as `3 PM`."""
    return f"{(hour - 1) % 12 + 1} {'AM' if hour < 12 else 'PM'}"


def spoken_day(day: date) -> str:
    """`Wednesday, June 2, 2027`."""
    return f"{day:%A}, {spoken_date(day)}"


def address_lines(address: Address) -> list[str]:
    """An address as on an envelope; without the lines that are empty."""
    street = ", ".join(part for part in (address.address_line_1, address.address_line_2) if part)
    town = f"{address.city}, {address.state} {address.zip_code}"
    return [line for line in (street, town) if line]
