"""A message: one thing said once to one recipient by one channel, and the states it goes through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID


class Channel(StrEnum):
    """How a message travels."""

    EMAIL = "email"
    SMS = "sms"


class Template(StrEnum):
    """What can be said; each has a template of its name."""

    BOOKING_RECEIVED = "booking_received"
    BOOKING_PAID = "booking_paid"
    BOOKING_RESCHEDULED = "booking_rescheduled"
    BOOKING_CANCELLED = "booking_cancelled"
    BOOKING_EXPIRED = "booking_expired"
    BOOKING_REMINDER = "booking_reminder"
    DELIVERY_EN_ROUTE = "delivery_en_route"
    DELIVERY_DELIVERED = "delivery_delivered"
    DELIVERY_FAILED = "delivery_failed"
    DOCUMENT_REQUESTED = "document_requested"
    DOCUMENT_ACCEPTED = "document_accepted"
    DOCUMENT_REJECTED = "document_rejected"
    DOCUMENT_EXPIRING = "document_expiring"
    CLAIM_ACCEPTED = "claim_accepted"
    CLAIM_REJECTED = "claim_rejected"
    REVIEW_REQUEST = "review_request"
    QUOTE_SENT = "quote_sent"
    WAITING_OFFER = "waiting_offer"
    PAYMENT_FAILED = "payment_failed"
    PAYMENT_ACTION = "payment_action"
    PAYMENT_LINK = "payment_link"
    REFUND_APPROVED = "refund_approved"
    REFUND_COMPLETED = "refund_completed"
    STORAGE_STARTED = "storage_started"
    STORAGE_CHANGED = "storage_changed"
    STORAGE_ENDED = "storage_ended"
    STORAGE_PAID = "storage_paid"
    STORAGE_UNPAID = "storage_unpaid"
    STORAGE_SUSPENDED = "storage_suspended"
    BOOKING_QUESTION = "booking_question"
    BOOKING_NOTICE = "booking_notice"
    WELCOME = "welcome"
    EMAIL_VERIFICATION = "email_verification"
    REGISTRATION_REPEATED = "registration_repeated"
    PASSWORD_RESET = "password_reset"  # noqa: S105 - a template's name
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - a template's name
    NEW_DEVICE = "new_device"
    STAFF_INVITATION = "staff_invitation"
    STAFF_PASSWORD_RESET = "staff_password_reset"  # noqa: S105 - a template's name
    STAFF_LOCKED = "staff_locked"
    WEBHOOK_DISABLED = "webhook_disabled"
    STAFF_TASK = "staff_task"
    ACCOUNT_ERASED = "account_erased"


WITH_LINKS = frozenset({Template.PAYMENT_LINK, Template.QUOTE_SENT, Template.WAITING_OFFER})
"""Beside mails about accounts, these hold a secret until they are sent."""


class Status(StrEnum):
    """Where a message is."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    SUPPRESSED = "suppressed"


class Verb(StrEnum):
    """What can be done to a message."""

    CLAIM = "claim"
    CONFIRM = "confirm"
    POSTPONE = "postpone"
    GIVE_UP = "give_up"
    SUPPRESS = "suppress"


TRANSITIONS: Mapping[tuple[Status, Verb], Status] = {
    (Status.QUEUED, Verb.CLAIM): Status.SENDING,
    # Its sender died: nobody knows whether the provider has it, so it is sent again.
    (Status.SENDING, Verb.CLAIM): Status.SENDING,
    (Status.SENDING, Verb.CONFIRM): Status.SENT,
    (Status.SENDING, Verb.POSTPONE): Status.QUEUED,
    (Status.SENDING, Verb.GIVE_UP): Status.FAILED,
    (Status.QUEUED, Verb.SUPPRESS): Status.SUPPRESSED,
    # No longer true, or its customer is forgotten: it is not tried again.
    (Status.SENDING, Verb.SUPPRESS): Status.SUPPRESSED,
}
"""The whole life of a message; what is not here cannot happen."""


def sources(verb: Verb) -> tuple[Status, ...]:
    """The states that `verb` may be done in."""
    return tuple(status for status, possible in TRANSITIONS if possible is verb)


def target(verb: Verb) -> Status:
    """Where `verb` leads, which is the same from wherever it may be done."""
    (leads_to,) = {status for (_, possible), status in TRANSITIONS.items() if possible is verb}
    return leads_to


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What a message is about: a booking, an account, a customer's or staff's, or a matter that is for staff alone."""

    booking_id: UUID | None = None
    account_id: UUID | None = None
    matter_id: UUID | None = None

    @property
    def id(self) -> UUID:
        """The one of them that there is."""
        (only,) = (each for each in (self.booking_id, self.account_id, self.matter_id) if each is not None)
        return only


@dataclass(frozen=True)
class Draft:
    """A message that nobody has queued yet. `context` is what the template needs, as JSON values."""

    id: UUID
    event_id: UUID
    subject: Subject
    template: Template
    channel: Channel
    recipient: str
    language: str
    context: Mapping[str, Any] = field(repr=False)
    due_at: datetime | None = None
    """Not sent before; None is at once."""
    good_until: datetime | None = None
    """Not sent after; None is for ever."""
    turn: str = ""
    """What tells this time from the last, where a template may be said of its subject more than once."""
    part: str | None = None
    """The part of its booking that it speaks of, such as a task of the crew; None when it speaks of the whole."""
    opt_out_token: str = field(default="", repr=False)
    """By which its reader asks for no more of the kind; empty where they can't."""

    @property
    def occasion(self) -> str:
        """What may be said only once by a channel, whatever event asks for it."""
        said = f"{self.subject.id}/{self.template}"
        return f"{said}/{self.turn}" if self.turn else said


@dataclass(frozen=True)
class ClaimedMessage:
    """A message that one sender holds until its lease ends."""

    id: UUID
    subject: Subject
    template: Template
    channel: Channel
    recipient: str
    language: str
    context: Mapping[str, Any] = field(repr=False)
    attempts: int
    """The number of this try, from 1; also the fencing token of the claim."""
    created_at: datetime
    good_until: datetime | None
    is_resumed: bool
    """True when an earlier sender died with it, so that the recipient may get it twice."""
    is_replaced: bool
    """True when a later message says it anew, with another link or day."""
    booking_status: str | None
    """Where its booking is by the newest fact we heard; None when it is about none."""
    booking_plan: str | None
    """When its booking is picked up by the newest fact we heard; None when it is about none."""
    part_status: str | None
    """Where its part of the booking is by the newest fact we heard; None when it speaks of none."""
    is_unwanted: bool
    """True when its customer wants nothing of the kind by its channel."""
    has_said_stop: bool
    """True when its recipient is a phone whose owner wants no texts."""
    trouble: str | None
    """What is wrong with its address, such as bounced or complained; None when nothing is."""
    opt_out_token: str = field(repr=False)
