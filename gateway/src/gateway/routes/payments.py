"""Paying for a booking."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from chassis.refusal import Invalid
from fastapi import APIRouter, Depends, Header, Request
from totetaxi.booking.v1.booking_service_pb2 import GetBookingByNumberRequest
from totetaxi.payments.v1.payments_service_pb2 import (
    ConfirmSandboxPaymentRequest,
    CreatePaymentIntentRequest,
    GetBookingPaymentRequest,
    ReceiveWebhookRequest,
)

from gateway.acting import act_as_whoever
from gateway.dependencies import Around, limited
from gateway.refusal_docs import refusals
from gateway.schemas import payments as schema
from gateway.schemas.members import Text
from gateway.views import payments as view
from gateway.views.words import sandbox_outcome_of

STRIPE_DEADLINE_SECONDS = 20.0
"""Payments asks Stripe, which may take long and is tried again."""
CONFIRM_DEADLINE_SECONDS = 15.0
WEBHOOK_PATH = "/api/payments/webhook/"
WEBHOOK_BODY_BYTES = 1_048_576

router = APIRouter(prefix="/api/payments", tags=["payments"], dependencies=[Depends(act_as_whoever)])
webhook_router = APIRouter(prefix="/api/payments", tags=["payments"])
"""Stripe is no visitor: the gateway hands its webhooks on for itself."""


@router.post(
    "/create-intent/",
    summary="Start paying for a booking",
    dependencies=[Depends(limited("payments"))],
    responses=refusals(HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS),
)
async def create_intent(sent: schema.IntentRequest, around: Around) -> schema.Intent:
    """The booking's own amount; asking twice gives the same intent; a paid booking is refused."""
    asked = CreatePaymentIntentRequest(
        booking_id=str(sent.booking_id), customer_email=sent.customer_email or "", save_card=sent.save_card
    )
    stub = around.upstreams.payments
    return view.intent(await stub.CreatePaymentIntent(asked, deadline_seconds=STRIPE_DEADLINE_SECONDS))


@router.get(
    "/status/{booking_number}/",
    summary="Where a booking's payment is",
    dependencies=[Depends(limited("lookups"))],
    responses=refusals(HTTPStatus.NOT_FOUND, HTTPStatus.TOO_MANY_REQUESTS),
)
async def get_payment_status(
    booking_number: Text, around: Around
) -> schema.StartedPaymentStatus | schema.PaymentStatus:
    """`not_created` until a payment was started."""
    lookup = GetBookingByNumberRequest(booking_number=booking_number[:32])
    booking = (await around.upstreams.booking.GetBookingByNumber(lookup)).booking
    answer = await around.upstreams.payments.GetBookingPayment(GetBookingPaymentRequest(booking_id=booking.id))
    return view.payment_status(booking, answer)


@webhook_router.post(
    "/webhook/",
    summary="Stripe's webhook",
    responses=refusals(HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
)
async def receive_webhook(
    request: Request,
    around: Around,
    stripe_signature: Annotated[str, Header(description="As Stripe signs it")] = "",
) -> schema.WebhookReceived:
    """Answers 200 only once the event is stored; a wrong signature is 400 and stored nowhere."""
    payload = await request.body()
    if not stripe_signature or not payload:
        raise Invalid("webhook_signature_missing", "A webhook needs a body and the Stripe-Signature header.")
    await around.upstreams.payments.ReceiveWebhook(ReceiveWebhookRequest(payload=payload, signature=stripe_signature))
    return schema.WebhookReceived(received=True)


@router.post(
    "/mock-confirm/",
    summary="Pay with a test card",
    responses=refusals(HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def confirm_sandbox_payment(sent: schema.ConfirmRequest, around: Around) -> schema.PaymentConfirmed:
    """Only where a Stripe sandbox is configured: goes through it and its signed webhook. 404 in production."""
    asked = ConfirmSandboxPaymentRequest(
        payment_intent_id=sent.payment_intent_id,
        outcome=sandbox_outcome_of(sent.status),
        failure_reason=sent.failure_reason or "",
    )
    stub = around.upstreams.payments
    answer = await stub.ConfirmSandboxPayment(asked, deadline_seconds=CONFIRM_DEADLINE_SECONDS)
    payment = view.payment(answer.payment)
    return schema.PaymentConfirmed(message=f"The payment is {payment.status}.", payment=payment)
