"""What mails about the certificate of insurance say, which a building asks of whoever moves in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from notifications.domain.booking_words import BookingFacts


@dataclass(frozen=True, kw_only=True)
class NeededDocument(BookingFacts):
    """A certificate that we wait for."""

    note: str
    """What whoever asked for it wants, as they typed it; may be empty."""


@dataclass(frozen=True, kw_only=True)
class TakenDocument(BookingFacts):
    """A certificate that is good."""

    valid_until: date | None
    """Its last day in New York; None when it has none."""


@dataclass(frozen=True, kw_only=True)
class ReturnedDocument(BookingFacts):
    """A certificate that is not good."""

    reason: str
    """Why, as staff typed it."""


@dataclass(frozen=True, kw_only=True)
class EndingDocument(BookingFacts):
    """A certificate that was good and ends before the move."""

    valid_until: date
    """Its last day in New York."""
