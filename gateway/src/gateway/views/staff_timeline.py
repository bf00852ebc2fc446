"""What every service tells of a booking, as entries of one timeline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from chassis.money import format_dollars
from google.protobuf.message import Message
from totetaxi.booking.v1.staff_booking_service_pb2 import HistoryEntry, InspectBookingResponse, StoryKind
from totetaxi.identity.v1.audit_service_pb2 import AuditEntry, SearchAuditLogResponse
from totetaxi.notifications.v1 import notifications_service_pb2 as notifications
from totetaxi.payments.v1.finance_service_pb2 import Dispute, InspectBookingPaymentsResponse
from totetaxi.payments.v1.payment_pb2 import Payment
from totetaxi.payments.v1.refund_pb2 import Refund

from gateway.schemas.staff_timeline import EntryKind, TimelineEntry
from gateway.views.words import booking_status_word, instant, payment_status_word, words_of

Entries = Iterator[TimelineEntry]


def entry(kind: EntryKind, of: Message, member: str, what: str, who: str = "", request_id: str = "") -> Entries:
    """One entry at the instant in `member`; none where it has not happened yet."""
    if of.HasField(member):
        yield TimelineEntry(
            at=instant(getattr(of, member)),
            kind=kind,
            what=what,
            who=who or None,
            request_id=request_id or None,
            subject_id=getattr(of, "id", ""),
        )


def with_reason(what: str, reason: str) -> str:
    """The same, and why, where somebody said it."""
    return f"{what}: {reason}" if reason else what


def of_booking(found: InspectBookingResponse) -> Entries:
    """Its states, what else its history tells, and the story of what belongs to it."""
    for each in found.history:
        for told in entry("state", each, "at", spoken_state(each), each.actor):
            yield told.model_copy(update={"subject_id": found.booking.id})
    for part in found.story:
        kind = cast("EntryKind", words_of(StoryKind.DESCRIPTOR)[part.kind])
        for told in entry(kind, part, "at", part.what, part.actor):
            yield told.model_copy(update={"subject_id": part.subject_id})


def spoken_state(each: HistoryEntry) -> str:
    """From where to where, and why."""
    before, after = getattr(each, "from"), booking_status_word(each.to)
    moved = f"{booking_status_word(before)} → {after}" if before and before != each.to else after
    return with_reason(moved, each.cause)


def of_payments(found: InspectBookingPaymentsResponse) -> Entries:
    """Money that came, went back, or is in dispute."""
    for payment in found.payments:
        yield from of_payment(payment)
    for refund in found.refunds:
        yield from of_refund(refund)
    for dispute in found.disputes:
        yield from of_dispute(dispute)


def of_payment(each: Payment) -> Entries:
    """Its beginning, and the money."""
    amount, state = format_dollars(each.amount_cents), payment_status_word(each.status)
    started = with_reason(f"Payment of {amount} started; it is {state} now", each.failure_reason)
    yield from entry("payment", each, "created_at", started)
    yield from entry("payment", each, "processed_at", f"{amount} paid")


def of_refund(each: Refund) -> Entries:
    """Asked for, decided, done."""
    amount = format_dollars(each.amount_cents)
    state = words_of(each.DESCRIPTOR.fields_by_name["status"].enum_type)[each.status]
    asked = with_reason(f"Refund of {amount} asked for; it is {state} now", each.failure_reason or each.reason)
    decided = with_reason(f"Refund of {amount} decided", each.decision_reason)
    yield from entry("refund", each, "created_at", asked, each.requested_by)
    yield from entry("refund", each, "decided_at", decided, each.decided_by)
    yield from entry("refund", each, "completed_at", f"{amount} went back")


def of_dispute(each: Dispute) -> Entries:
    """A bank that takes money back, or asks about it."""
    amount = format_dollars(each.amount_cents)
    opened = with_reason(f"Dispute of {amount} opened; it is {each.status} now", each.reason)
    yield from entry("dispute", each, "created_at", opened)
    yield from entry("dispute", each, "closed_at", f"Dispute of {amount} closed: {each.status}")


def of_messages(found: notifications.ListBookingMessagesResponse) -> Entries:
    """What we told whom; addresses are masked."""
    for each in found.messages:
        state = words_of(notifications.MessageStatus.DESCRIPTOR)[each.status]
        told = f"{each.template} by {each.channel} to {each.recipient}"
        yield from entry("message", each, "created_at", f"{told}; it is {state} now")
        yield from entry("message", each, "sent_at", f"{told} sent")


def of_audit_log(found: SearchAuditLogResponse) -> Entries:
    """Who did what to it, and who looked, oldest first."""
    for each in reversed(found.entries):  # they come newest first
        what = with_reason(each.action, each.reason)
        for told in entry("act", each, "occurred_at", what, who_of(each), each.request_id):
            yield told.model_copy(update={"subject_id": each.subject_id})


def who_of(each: AuditEntry) -> str:
    """As a booking's history names people."""
    return f"{each.actor_kind}:{each.actor_id}" if each.actor_id else each.actor_kind
