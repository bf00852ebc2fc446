"""What mails about money say."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, kw_only=True)
class Money:
    """An amount in USD cents, and the booking it is about."""

    booking_number: str
    amount_cents: int


@dataclass(frozen=True, kw_only=True)
class DeclinedPayment(Money):
    """A payment that the bank did not give."""

    reason: str
    """One English sentence; empty when we know none."""


@dataclass(frozen=True, kw_only=True)
class RefundOfPayment(Money):
    """Money that goes back."""

    is_whole: bool
    """Whether all that was paid goes back."""


@dataclass(frozen=True, kw_only=True)
class StorageTerms(Money):
    """What a month of storage costs from now on."""

    first_name: str
    start_date: date
    """In New York."""


@dataclass(frozen=True, kw_only=True)
class EndedStorage:
    """A storage that ends."""

    booking_number: str
    first_name: str
    end_date: date
    """Its last day in New York."""


@dataclass(frozen=True, kw_only=True)
class PaidMonth(Money):
    """A month of storage that was paid."""

    period_start: date
    is_resumed: bool
    """Whether what is stored had been kept back until then."""


@dataclass(frozen=True, kw_only=True)
class UnpaidMonth(DeclinedPayment):
    """A month of storage that could not be charged."""

    next_attempt_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class LinkToPay(Money):
    """A link to pay by."""

    name: str
    token: str = field(repr=False)
    expires_at: datetime
