"""Whether a message is still true when its turn comes: what was overtaken by events is not sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from notifications.domain.message import ClaimedMessage, Template

WAITING = frozenset({"pending", "confirmed"})
PLANNED = frozenset({*WAITING, "paid", "scheduled"})
PAID = frozenset({"paid", "scheduled", "in_progress", "completed"})

SAID_WHILE: Mapping[Template, frozenset[str]] = {
    Template.BOOKING_RECEIVED: WAITING,
    Template.BOOKING_PAID: PAID,
    Template.BOOKING_RESCHEDULED: PLANNED,
    Template.BOOKING_CANCELLED: frozenset({"cancelled"}),
    Template.BOOKING_EXPIRED: frozenset({"expired"}),
}
"""Where a booking must be for each thing that is said of it."""

LINES: Mapping[Template, str] = {
    Template.BOOKING_RECEIVED: "day",
    Template.BOOKING_RESCHEDULED: "day",
    Template.WELCOME: "verification",
    Template.EMAIL_VERIFICATION: "verification",
    Template.PASSWORD_RESET: "password",
    Template.STAFF_INVITATION: "password",
    Template.STAFF_PASSWORD_RESET: "password",
}
"""Templates of which only the newest is true: an earlier link is over, an earlier day is not the day any more."""


def line_of(template: Template, subject_id: UUID) -> str | None:
    """What a later message of the same line replaces; None for what stays true beside others."""
    return f"{subject_id}/{LINES[template]}" if template in LINES else None


def outdated_because(held: ClaimedMessage, now: datetime) -> str:
    """Why it should not be said any more, in words for the log; empty when it should."""
    if held.good_until is not None and held.good_until <= now:
        return "It comes too late."
    if held.is_replaced:
        return "A later message says it anew."
    if held.booking_status is not None and held.booking_status not in SAID_WHILE[held.template]:
        return f"Its booking is {held.booking_status} by now."
    return ""
