"""What mails to staff say: that something waits for them, and nothing that names a customer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Task(StrEnum):
    """What waits for staff."""

    NEW_BOOKING = "new_booking"
    URGENT_BOOKING = "urgent_booking"
    UNASSIGNED_BOOKING = "unassigned_booking"
    FAILED_DELIVERY = "failed_delivery"
    SUBMITTED_DOCUMENT = "submitted_document"
    OPENED_CLAIM = "opened_claim"
    QUOTE_REQUESTED = "quote_requested"
    QUOTE_ACCEPTED = "quote_accepted"
    QUOTE_DECLINED = "quote_declined"
    DISPUTE = "dispute"
    RECONCILIATION = "reconciliation"
    ORPHANED_PAYMENT = "orphaned_payment"
    FAILED_REFUND = "failed_refund"
    SUSPENDED_STORAGE = "suspended_storage"
    RETURNED_MAIL = "returned_mail"
    UNWANTED_MAIL = "unwanted_mail"
    DISABLED_WEBHOOK = "disabled_webhook"
    DEAD_LETTER = "dead_letter"


@dataclass(frozen=True, kw_only=True)
class StaffTask:
    """One thing to look at; what its kind does not have is empty."""

    task: Task
    booking_number: str = ""
    amount_cents: int = 0
    reason: str = ""
    """Stripe's word, or one English sentence for staff."""
    due_at: datetime | None = None
    pickup_date: date | None = None
    pickup_window: str = ""
    count: int = 0
    place: str = ""
    """Where to look, such as a stream's name."""


@dataclass(frozen=True, kw_only=True)
class DisabledEndpoint:
    """A partner's webhook endpoint that nothing is sent to any more, for whoever looks after it."""

    host: str
    description: str
    """As its owner typed it; may be empty."""
    reason: str
    """gone or failing."""
    disabled_at: datetime
