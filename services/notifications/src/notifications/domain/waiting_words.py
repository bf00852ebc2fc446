"""What mails about the waiting list say."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, kw_only=True)
class WaitingOffer:
    """A place that is kept for somebody."""

    first_name: str
    pickup_date: date
    """In New York."""
    pickup_window: str
    """Lower case, such as morning."""
    offer_ends_at: datetime
    token: str = field(repr=False)
