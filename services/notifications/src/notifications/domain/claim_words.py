"""What mails about claims for damage say."""

from __future__ import annotations

from dataclasses import dataclass

from notifications.domain.booking_words import BookingFacts


@dataclass(frozen=True, kw_only=True)
class SettledClaim(BookingFacts):
    """A claim that staff have settled, USD cents."""

    wanted_cents: int
    accepted_cents: int
    """Zero when nothing is given back."""
    reason: str
    """For the customer, as staff typed it; may be empty."""
