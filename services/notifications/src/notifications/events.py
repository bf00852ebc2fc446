"""What notifications does on what it hears: every fact that somebody should know of becomes a message."""

from __future__ import annotations

from datetime import timedelta

from chassis.clock import Clock
from chassis.listening import Listener

from notifications.listeners import (
    of_accounts,
    of_bookings,
    of_claims,
    of_deliveries,
    of_documents,
    of_money,
    of_office,
    of_partners,
    of_privacy,
    of_progress,
    of_quotes,
    of_storage,
    of_waiting,
    of_wishes,
)

PAYMENT_GRACE = timedelta(minutes=3)
"""Who books usually pays at once; only who has not by then is told that the payment is due."""

REVIEW_DAYS = 1


def listeners(
    clock: Clock,
    payment_grace: timedelta = PAYMENT_GRACE,
    staff_email: str = "",
    *,
    texts: bool = False,
    review_days: int = REVIEW_DAYS,
) -> list[Listener]:
    """Everything we listen to; durable names come from the handlers' names."""
    return [
        *of_bookings.listeners(clock, payment_grace, staff_email, texts),
        *of_progress.listeners(clock, review_days),
        *of_deliveries.listeners(clock, staff_email, texts),
        *of_documents.listeners(clock, staff_email),
        *of_claims.listeners(clock, staff_email),
        *of_money.listeners(clock, payment_grace, staff_email),
        *of_storage.listeners(clock),
        *of_quotes.listeners(clock, staff_email),
        *of_waiting.listeners(clock),
        *of_office.listeners(clock, staff_email),
        *of_accounts.listeners(clock),
        *of_privacy.listeners(clock),
        *of_wishes.listeners(),
        *of_partners.listeners(clock),
    ]
