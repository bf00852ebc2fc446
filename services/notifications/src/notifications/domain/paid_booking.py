"""What the confirmation of a paid booking says: the facts of the booking, copied from the event that told of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PaidLine:
    """One line of the price as booked, USD cents."""

    label: str
    quantity: int
    amount_cents: int


@dataclass(frozen=True)
class Place:
    """A street address."""

    address_line_1: str
    address_line_2: str
    city: str
    state: str
    zip_code: str

    @property
    def street(self) -> str:
        """The first line of it as written on a letter."""
        return ", ".join(part for part in (self.address_line_1, self.address_line_2) if part)

    @property
    def town(self) -> str:
        """The second line of it as written on a letter."""
        return f"{self.city}, {self.state} {self.zip_code}"


@dataclass(frozen=True)
class PaidBooking:
    """A booking as it was when it was paid; prices are the booking's own and are never computed here."""

    booking_number: str
    first_name: str
    service_type: str
    """Lower case, such as mini_move."""
    items: tuple[str, ...]
    """What was bought, by the names it was sold under."""
    coi_required: bool
    include_packing: bool
    pickup_date: date
    """In New York."""
    pickup_window: str
    """morning, afternoon or evening."""
    pickup: Place
    delivery: Place
    lines: tuple[PaidLine, ...]
    total_cents: int
    paid_on: date
    """In New York."""
