"""What mails about quotes say."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, kw_only=True)
class SentQuote:
    """A quote that waits for its answer."""

    quote_number: str
    first_name: str
    service_type: str
    """Lower case, such as mini_move."""
    pickup_date: date
    """In New York."""
    total_cents: int
    valid_until: datetime
    is_new_version: bool
    """Whether it replaces one that was sent before."""
    token: str = field(repr=False)
