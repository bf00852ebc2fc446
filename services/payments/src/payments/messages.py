"""Between the tables and the contract."""

from __future__ import annotations

from typing import Any

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
    )
    message.created_at.FromDatetime(payment.created_at)
    if payment.processed_at:
        message.processed_at.FromDatetime(payment.processed_at)
    return message
