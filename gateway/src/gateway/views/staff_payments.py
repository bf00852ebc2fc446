"""Payments, refunds and disputes on their way out, and filters on their way in."""

from __future__ import annotations

from typing import Any, cast
from urllib.parse import urlencode

from totetaxi.payments.v1 import finance_service_pb2 as finance
from totetaxi.payments.v1.payment_pb2 import PaymentStatus
from totetaxi.payments.v1.refund_pb2 import Refund, RefundOrigin, RefundStatus
from totetaxi.payments.v1.refund_service_pb2 import RefundFilter

from gateway.csv_files import CsvFile
from gateway.schemas import staff_payments as schema
from gateway.views.audit_log import timestamp
from gateway.views.payments import payment
from gateway.views.words import dollars, instant, instant_or_none


def payment_filter(sent: schema.PaymentFilter) -> finance.PaymentFilter:
    """Which payments."""
    asked = finance.PaymentFilter(
        search=sent.search,
        booking_id=str(sent.booking_id or ""),
        customer_id=str(sent.customer_id or ""),
        until=timestamp(sent.until),
    )
    if sent.status:
        asked.status = cast("PaymentStatus", PaymentStatus.Value(f"PAYMENT_STATUS_{sent.status.upper()}"))
    return cast("finance.PaymentFilter", since(asked, sent))


def refund_filter(sent: schema.RefundFilter) -> RefundFilter:
    """Which refunds."""
    asked = RefundFilter(
        payment_id=str(sent.payment_id or ""), booking_number=sent.booking_number, until=timestamp(sent.until)
    )
    if sent.status:
        asked.status = cast("RefundStatus", RefundStatus.Value(f"REFUND_STATUS_{sent.status.upper()}"))
    if sent.origin:
        asked.origin = cast("RefundOrigin", RefundOrigin.Value(f"REFUND_ORIGIN_{sent.origin.upper()}"))
    return cast("RefundFilter", since(asked, sent))


def dispute_question(sent: schema.DisputeFilter, page_size: int, cursor: str = "") -> finance.ListDisputesRequest:
    """Which disputes."""
    asked = finance.ListDisputesRequest(
        status=sent.status,
        only_open=sent.only_open,
        until=timestamp(sent.until),
        page_size=page_size,
        page_token=cursor,
    )
    return cast("finance.ListDisputesRequest", since(asked, sent))


def since(asked: Any, sent: schema.Filter) -> Any:
    """Adds `from`, a reserved word, so no member of its own in Python."""
    if sent.since is not None:
        getattr(asked, "from").FromDatetime(sent.since)
    return asked


def following(path: str, search: Any, answer: Any) -> str | None:
    """The address of the next page; None after the last."""
    if not answer.next_page_token:
        return None
    wanted = search.model_dump(mode="json", exclude_defaults=True, exclude={"cursor"})
    return f"{path}?{urlencode({**wanted, 'cursor': answer.next_page_token})}"


def refund(each: Refund) -> schema.Refund:
    """A refund."""
    return schema.Refund.model_validate(
        {
            "id": each.id,
            "payment_id": each.payment_id,
            "booking_id": each.booking_id,
            "booking_number": each.booking_number,
            "customer_name": each.customer_name,
            "amount_cents": each.amount_cents,
            "amount_dollars": dollars(each.amount_cents),
            "reason": each.reason,
            "status": RefundStatus.Name(each.status).removeprefix("REFUND_STATUS_").lower(),
            "origin": RefundOrigin.Name(each.origin).removeprefix("REFUND_ORIGIN_").lower(),
            "requested_by": each.requested_by,
            "decided_by": each.decided_by,
            "decision_reason": each.decision_reason,
            "stripe_refund_id": each.stripe_refund_id,
            "failure_reason": each.failure_reason,
            "created_at": instant(each.created_at),
            "decided_at": instant_or_none(each, "decided_at"),
            "completed_at": instant_or_none(each, "completed_at"),
        }
    )


def dispute(each: finance.Dispute) -> schema.Dispute:
    """A dispute."""
    return schema.Dispute(
        id=each.id,
        stripe_dispute_id=each.stripe_dispute_id,
        payment_id=each.payment_id,
        booking_number=each.booking_number,
        customer_name=each.customer_name,
        amount_cents=each.amount_cents,
        amount_dollars=dollars(each.amount_cents),
        reason=each.reason,
        status=each.status,
        evidence_due_at=instant_or_none(each, "evidence_due_at"),
        created_at=instant(each.created_at),
        closed_at=instant_or_none(each, "closed_at"),
    )


PAYMENTS_FILE = CsvFile(
    "payments",
    (
        "id",
        "booking_number",
        "customer_name",
        "amount_cents",
        "status",
        "stripe_payment_intent_id",
        "stripe_charge_id",
        "failure_reason",
        "processed_at",
        "created_at",
    ),
    lambda page: (payment(each).model_dump(mode="json") for each in page.payments),
)
REFUNDS_FILE = CsvFile(
    "refunds",
    (
        "id",
        "payment_id",
        "booking_number",
        "customer_name",
        "amount_cents",
        "status",
        "origin",
        "reason",
        "requested_by",
        "decided_by",
        "decision_reason",
        "stripe_refund_id",
        "failure_reason",
        "created_at",
        "decided_at",
        "completed_at",
    ),
    lambda page: (refund(each).model_dump(mode="json") for each in page.refunds),
)
DISPUTES_FILE = CsvFile(
    "disputes",
    (
        "id",
        "stripe_dispute_id",
        "payment_id",
        "booking_number",
        "customer_name",
        "amount_cents",
        "reason",
        "status",
        "evidence_due_at",
        "created_at",
        "closed_at",
    ),
    lambda page: (dispute(each).model_dump(mode="json") for each in page.disputes),
)


def payment_in_full(answer: finance.GetPaymentResponse) -> schema.PaymentInFull:
    """A payment and what became of it."""
    return schema.PaymentInFull(
        payment=payment(answer.payment),
        refunds=[refund(each) for each in answer.refunds],
        disputes=[dispute(each) for each in answer.disputes],
    )
