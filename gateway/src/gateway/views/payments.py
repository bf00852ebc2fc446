"""Payments' answers."""

from __future__ import annotations

from totetaxi.booking.v1.booking_pb2 import Booking
from totetaxi.payments.v1 import payment_pb2 as message
from totetaxi.payments.v1.payments_service_pb2 import CreatePaymentIntentResponse, GetBookingPaymentResponse

from gateway.schemas import payments as schema
from gateway.views.words import booking_status_word, dollars, instant, payment_status_word


def intent(answer: CreatePaymentIntentResponse) -> schema.Intent:
    """POST /api/payments/create-intent/."""
    return schema.Intent(
        payment_intent_id=answer.payment.stripe_payment_intent_id,
        client_secret=answer.client_secret,
        amount_cents=answer.payment.amount_cents,
        amount_dollars=dollars(answer.payment.amount_cents),
        booking_number=answer.payment.booking_number,
    )


def payment_status(booking: Booking, answer: GetBookingPaymentResponse) -> schema.PaymentStatus:
    """GET /api/payments/status/{booking_number}/."""
    status = booking_status_word(booking.status)
    if not answer.HasField("payment"):
        return schema.PaymentStatus(
            booking_number=booking.booking_number, payment_status="not_created", booking_status=status
        )
    return schema.StartedPaymentStatus.model_validate(
        {
            "booking_number": booking.booking_number,
            "payment_status": payment_status_word(answer.payment.status),
            "booking_status": status,
            "amount_dollars": dollars(answer.payment.amount_cents),
            "processed_at": instant(answer.payment.processed_at) if answer.payment.HasField("processed_at") else None,
        }
    )


def payment(each: message.Payment) -> schema.Payment:
    """A payment in full."""
    return schema.Payment(
        id=each.id,
        booking_number=each.booking_number,
        customer_name=each.customer_name,
        amount_cents=each.amount_cents,
        amount_dollars=dollars(each.amount_cents),
        status=payment_status_word(each.status),
        stripe_payment_intent_id=each.stripe_payment_intent_id,
        stripe_charge_id=each.stripe_charge_id,
        failure_reason=each.failure_reason,
        processed_at=instant(each.processed_at) if each.HasField("processed_at") else None,
        created_at=instant(each.created_at),
    )
