"""Between the tables and the contract."""

from __future__ import annotations

from datetime import UTC
from typing import Any
from uuid import UUID

from chassis.refusal import Invalid
from totetaxi.payments.v1 import payment_pb2

SHOWN = {"creating": "pending", "cancelling": "cancelled"}
"""What is still on its way to Stripe is shown as what it will be."""


def payment_message(payment: Any) -> payment_pb2.Payment:
    """A payment as the gateway and staff see it."""
    status = SHOWN.get(payment.status, payment.status)
    message = payment_pb2.Payment(
        id=str(payment.id),
        booking_id=str(payment.booking_id),
        booking_number=payment.booking_number,
        customer_name=payment.customer_name,
        amount_cents=payment.amount_cents,
        status=f"PAYMENT_STATUS_{status.upper()}",
        stripe_payment_intent_id=payment.stripe_payment_intent_id or "",
        stripe_charge_id=payment.stripe_charge_id,
        failure_reason=payment.failure_reason,
        refunded_cents=payment.refunded_cents,
        customer_id=payment.customer_id,
    )
    message.created_at.FromDatetime(payment.created_at)
    if payment.processed_at:
        message.processed_at.FromDatetime(payment.processed_at)
    return message


def word_of(kind: Any, value: int) -> str:
    """An enum's value as we store it: `REFUND_STATUS_FAILED` as `failed`."""
    name: str = kind.Name(value)
    prefix = kind.Name(0).removesuffix("UNSPECIFIED")
    return name.removeprefix(prefix).lower()


def between(column: Any, wanted: Any) -> list[Any]:
    """The conditions of a filter's `from` and `until`."""
    start = [column >= getattr(wanted, "from").ToDatetime(tzinfo=UTC)] if wanted.HasField("from") else []
    end = [column < wanted.until.ToDatetime(tzinfo=UTC)] if wanted.HasField("until") else []
    return start + end


def uuid_or_none(text: str, field: str) -> UUID | None:
    """The id in a filter, None for an empty one. Raises Invalid."""
    if not text:
        return None
    try:
        return UUID(text)
    except ValueError as error:
        raise Invalid("wrong_id", f"{field} must be a UUID.", field) from error
