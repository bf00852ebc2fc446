"""Refunds between the tables and the contract."""

from __future__ import annotations

from typing import Any

from totetaxi.payments.v1 import refund_pb2
from totetaxi.payments.v1.refund_service_pb2 import RefundFilter

from payments.messages import between, uuid_or_none, word_of
from payments.store.tables import payments, refunds


def refund_message(refund: Any) -> refund_pb2.Refund:
    """A refund as staff see it."""
    message = refund_pb2.Refund(
        id=str(refund.id),
        payment_id=str(refund.payment_id),
        booking_id=str(refund.booking_id),
        booking_number=refund.booking_number,
        customer_name=refund.customer_name,
        amount_cents=refund.amount_cents,
        reason=refund.reason,
        status=f"REFUND_STATUS_{refund.status.upper()}",
        origin=f"REFUND_ORIGIN_{refund.origin.upper()}",
        requested_by=refund.requested_by,
        decided_by=refund.decided_by,
        decision_reason=refund.decision_reason,
        stripe_refund_id=refund.stripe_refund_id,
        failure_reason=refund.failure_reason,
    )
    message.created_at.FromDatetime(refund.created_at)
    if refund.decided_at:
        message.decided_at.FromDatetime(refund.decided_at)
    if refund.completed_at:
        message.completed_at.FromDatetime(refund.completed_at)
    return message


def refund_conditions(wanted: RefundFilter) -> list[Any]:
    """The rows that a filter lets through. Raises Invalid for an id that is none."""
    conditions = between(refunds.c.created_at, wanted)
    if wanted.status:
        conditions.append(refunds.c.status == word_of(refund_pb2.RefundStatus, wanted.status))
    if wanted.origin:
        conditions.append(refunds.c.origin == word_of(refund_pb2.RefundOrigin, wanted.origin))
    if payment_id := uuid_or_none(wanted.payment_id, "payment_id"):
        conditions.append(refunds.c.payment_id == payment_id)
    if wanted.booking_number:
        conditions.append(payments.c.booking_number == wanted.booking_number.strip().upper())
    return conditions
