"""What mails about bookings say: facts of the booking, copied from the event that told of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class PriceLine:
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


@dataclass(frozen=True, kw_only=True)
class BookingFacts:
    """What every mail about a booking says."""

    booking_number: str
    first_name: str
    pickup_date: date
    """In New York."""


@dataclass(frozen=True, kw_only=True)
class PricedBooking(BookingFacts):
    """A booking in full; prices are the booking's own and are never computed here."""

    service_type: str
    """Lower case, such as mini_move."""
    items: tuple[str, ...]
    """What was bought, by the names it was sold under."""
    coi_required: bool
    include_packing: bool
    pickup_window: str
    """morning, afternoon or evening."""
    pickup: Place
    delivery: Place
    lines: tuple[PriceLine, ...]
    total_cents: int


@dataclass(frozen=True, kw_only=True)
class ReceivedBooking(PricedBooking):
    """A booking that waits for its payment."""

    pay_until: datetime


@dataclass(frozen=True, kw_only=True)
class PaidBooking(PricedBooking):
    """A booking as it was when it was paid."""

    paid_on: date
    """In New York."""


@dataclass(frozen=True, kw_only=True)
class RescheduledBooking(BookingFacts):
    """A booking on its new day."""

    pickup_window: str
    previous_date: date
    """In New York; the same day when only the window is another."""
    due_cents: int
    """USD cents that are still to be paid."""


@dataclass(frozen=True, kw_only=True)
class Reminder(BookingFacts):
    """A pickup that is near."""

    pickup_window: str
    pickup: Place
    delivery: Place
    include_packing: bool


@dataclass(frozen=True, kw_only=True)
class CancelledBooking(BookingFacts):
    """A booking that was called off."""

    paid_cents: int
    refund_cents: int


@dataclass(frozen=True, kw_only=True)
class ExpiredBooking(BookingFacts):
    """A booking that nobody paid in time."""


@dataclass(frozen=True, kw_only=True)
class BookingNote(BookingFacts):
    """What a member of staff writes to who booked."""

    text: str

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """As typed, with an empty line between two of them."""
        return tuple(" ".join(part.split()) for part in self.text.split("\n\n") if part.strip())
