"""The mails that ask staff to look at something; they name no customer. Without an address nobody gets them."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from chassis.identifiers import new_id
from chassis.listening import Delivery
from totetaxi.booking.v1.events_pb2 import DocumentSubmitted
from totetaxi.payments.v1 import events_pb2 as events

from notifications.contexts import kept
from notifications.domain.message import Channel, Draft, Subject, Template
from notifications.domain.staff_words import StaffTask, Task
from notifications.listeners import booking_facts as facts
from notifications.listeners.moments import instant

CALLED_WITHIN = timedelta(days=1)
"""Later than this nobody is told any more that we call them."""


def submitted_document(event: DocumentSubmitted, delivery: Delivery, staff_email: str) -> Draft:
    """Somebody must look at it."""
    summary = event.booking
    day = facts.in_short(summary)["pickup_date"]
    task = StaffTask(task=Task.SUBMITTED_DOCUMENT, booking_number=summary.booking_number, pickup_date=day)
    return draft_of(task, UUID(event.document.id), staff_email, delivery.id)


def suspension(event: events.StorageSuspended, delivery: Delivery, staff_email: str) -> Draft:
    """Somebody must call the customer."""
    task = StaffTask(
        task=Task.SUSPENDED_STORAGE,
        booking_number=event.addressee.booking_number,
        amount_cents=event.amount_cents,
    )
    return draft_of(task, UUID(event.invoice_id), staff_email, delivery.id)


def dispute(event: events.DisputeOpened, delivery: Delivery, staff_email: str) -> Draft:
    """Evidence counts until a day that the bank names."""
    due_at = instant(event.evidence_due_at) if event.HasField("evidence_due_at") else None
    task = StaffTask(task=Task.DISPUTE, amount_cents=event.amount_cents, reason=event.reason, due_at=due_at)
    return draft_of(task, UUID(event.dispute_id), staff_email, delivery.id)


def difference(event: events.ReconciliationDiffered, delivery: Delivery, staff_email: str) -> Draft | None:
    """What could not be repaired; None when everything was."""
    if not event.raised:
        return None
    task = StaffTask(task=Task.RECONCILIATION, count=event.raised)
    return draft_of(task, UUID(event.reconciliation_id), staff_email, delivery.id)


def orphan(event: events.PaymentOrphaned, delivery: Delivery, staff_email: str) -> Draft:
    """Money that came for nothing."""
    task = StaffTask(task=Task.ORPHANED_PAYMENT, amount_cents=event.amount_cents, reason=event.reason)
    return draft_of(task, delivery.id, staff_email, delivery.id)


def failed_refund(event: events.RefundFailed, delivery: Delivery, staff_email: str) -> Draft:
    """Money that we promised and that did not go."""
    task = StaffTask(task=Task.FAILED_REFUND, amount_cents=event.amount_cents, reason=event.failure_reason)
    return draft_of(task, UUID(event.refund_id), staff_email, delivery.id)


def draft_of(
    task: StaffTask,
    matter_id: UUID,
    staff_email: str,
    event_id: UUID,
    *,
    due_at: datetime | None = None,
    good_until: datetime | None = None,
    turn: str = "",
    part: str | None = None,
) -> Draft:
    """A mail to the office, once for each matter."""
    return Draft(
        id=new_id(),
        event_id=event_id,
        subject=Subject(matter_id=matter_id),
        template=Template.STAFF_TASK,
        channel=Channel.EMAIL,
        recipient=staff_email,
        language="en",
        context=kept(Template.STAFF_TASK, task),
        due_at=due_at,
        good_until=good_until,
        turn=turn or task.task,
        part=part,
    )
