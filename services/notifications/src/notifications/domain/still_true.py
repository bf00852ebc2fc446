"""Whether a message is still true when its turn comes: what was overtaken by events is not sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from notifications.domain.feedback import Trouble
from notifications.domain.message import Channel, ClaimedMessage, Template
from notifications.domain.parts import PART_SAID_WHILE
from notifications.domain.pickup_day import plan_of
from notifications.domain.staff_words import Task

WAITING = frozenset({"pending", "confirmed"})
PLANNED = frozenset({*WAITING, "paid", "scheduled"})
OVER = frozenset({"cancelled", "expired"})
PAID = frozenset({"paid", "scheduled", "in_progress", "completed"})
UNDER_WAY = PAID - {"completed"}

SAID_WHILE: Mapping[Template, frozenset[str]] = {
    Template.BOOKING_RECEIVED: WAITING,
    Template.BOOKING_PAID: PAID,
    Template.BOOKING_RESCHEDULED: PLANNED,
    Template.BOOKING_CANCELLED: frozenset({"cancelled"}),
    Template.BOOKING_EXPIRED: frozenset({"expired"}),
    Template.BOOKING_REMINDER: frozenset({"paid", "scheduled"}),
    Template.PAYMENT_FAILED: WAITING,
    Template.PAYMENT_ACTION: WAITING,
    Template.PAYMENT_LINK: WAITING,
    Template.DELIVERY_EN_ROUTE: UNDER_WAY,
    Template.DELIVERY_DELIVERED: PAID,
    Template.DELIVERY_FAILED: UNDER_WAY,
    Template.DOCUMENT_REQUESTED: PLANNED,
    Template.DOCUMENT_ACCEPTED: PLANNED,
    Template.DOCUMENT_REJECTED: PLANNED,
    Template.DOCUMENT_EXPIRING: PLANNED,
    Template.CLAIM_ACCEPTED: PAID | OVER,
    Template.CLAIM_REJECTED: PAID | OVER,
    Template.REVIEW_REQUEST: frozenset({"completed"}),
    Template.BOOKING_QUESTION: PLANNED | PAID | OVER,
    Template.BOOKING_NOTICE: PLANNED | PAID | OVER,
}
"""Where a booking must be for what is said of it; the rest is true wherever it is."""

OFFICE_LOOKS = frozenset({Task.URGENT_BOOKING, Task.UNASSIGNED_BOOKING})
"""What the office is asked to plan: said while the booking is paid for and planned as it says."""

COURTESIES = frozenset({Template.BOOKING_REMINDER, Template.REVIEW_REQUEST})
"""What is not mailed to customers who want no mails about their bookings; they must know everything else. A text is
always a courtesy, beside the mail that says the same."""

LINES: Mapping[Template, str] = {
    Template.BOOKING_RECEIVED: "day",
    Template.BOOKING_RESCHEDULED: "day",
    Template.PAYMENT_FAILED: "payment",
    Template.PAYMENT_ACTION: "payment",
    Template.PAYMENT_LINK: "link",
    Template.QUOTE_SENT: "quote",
    Template.REFUND_APPROVED: "refund",
    Template.REFUND_COMPLETED: "refund",
    Template.STORAGE_STARTED: "terms of storage",
    Template.STORAGE_CHANGED: "terms of storage",
    Template.STORAGE_ENDED: "terms of storage",
    Template.STORAGE_PAID: "storage",
    Template.STORAGE_UNPAID: "storage",
    Template.STORAGE_SUSPENDED: "storage",
    Template.WELCOME: "verification",
    Template.EMAIL_VERIFICATION: "verification",
    Template.PASSWORD_RESET: "password",
    Template.STAFF_INVITATION: "password",
    Template.STAFF_PASSWORD_RESET: "password",
}
"""Templates of which only the newest is true: an earlier link is over, an earlier day is not the day any more."""

SEVERAL_AT_ONCE = frozenset({Template.REFUND_APPROVED, Template.REFUND_COMPLETED, Template.QUOTE_SENT})
"""Templates that have a line for each thing their turn begins with: one refund does not replace another."""


def line_of(template: Template, subject_id: UUID, turn: str = "") -> str | None:
    """What a later message of the same line replaces; None for what stays true beside others."""
    if template not in LINES:
        return None
    return f"{subject_id}/{LINES[template]}" + (f"/{turn.partition('/')[0]}" if template in SEVERAL_AT_ONCE else "")


def outdated_because(held: ClaimedMessage, now: datetime) -> str:
    """Why it should not be said any more, in words for the log; empty when it should."""
    if held.good_until is not None and held.good_until <= now:
        return "It comes too late."
    if held.is_replaced:
        return "A later message says it anew."
    if held.has_said_stop:
        return "Its reader answered STOP."
    if held.trouble == Trouble.BOUNCED:
        return "Its address takes no mail."
    if held.trouble is not None and held.template in COURTESIES:
        return "Its reader wants none of them any more."
    if held.is_unwanted and (held.template in COURTESIES or held.channel is Channel.SMS):
        return "Its customer wants none of them."
    return outdated_by_booking(held)


def outdated_by_booking(held: ClaimedMessage) -> str:
    """Why it is not true of its booking any more; empty when it is, or when we know nothing of the booking."""
    is_of_a_plan = held.template is Template.BOOKING_REMINDER or held.context.get("task") in OFFICE_LOOKS
    said_while = SAID_WHILE[Template.BOOKING_REMINDER] if is_of_a_plan else SAID_WHILE.get(held.template)
    status = held.booking_status
    if status is not None and said_while is not None and status not in said_while:
        return f"Its booking is {status} by now."
    said_while = PART_SAID_WHILE.get(held.template)
    if held.part_status is not None and said_while is not None and held.part_status not in said_while:
        return f"What it speaks of is {held.part_status} by now."
    if is_of_a_plan and held.booking_plan not in {None, planned_in(held)}:
        return "Its booking was moved."
    return ""


def planned_in(held: ClaimedMessage) -> str:
    """The day and window that a message names."""
    return plan_of(held.context["pickup_date"], held.context["pickup_window"])
