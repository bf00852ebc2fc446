"""Paying for a booking."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from gateway.schemas.members import Cents, Dollars, Sent, Text

PaymentStatusWord = Literal["not_created", "pending", "requires_action", "failed", "succeeded", "cancelled", "refunded"]


class IntentRequest(Sent):
    """Which booking to pay; the amount is the booking's own."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"booking_id": "01998f0e-5d1c-7c59-9f43-0d7f6f0f2c11", "customer_email": "ada@example.com"},
            ]
        }
    )

    booking_id: UUID
    customer_email: Annotated[Text, Field(max_length=254)] | None = None
    save_card: bool = Field(False, description="Keep the card for the signed-in customer whose booking it is")


class Intent(BaseModel):
    """The one live payment intent of a booking; asking again gives the same."""

    payment_intent_id: str = Field(examples=["pi_3Qx"])
    client_secret: str = Field(description="For Stripe's page elements")
    amount_cents: Cents
    amount_dollars: Dollars
    booking_number: str


class PaymentStatus(BaseModel):
    """Where a booking's payment is; amount and time only once a payment was started."""

    booking_number: str
    payment_status: PaymentStatusWord
    booking_status: str


class StartedPaymentStatus(PaymentStatus):
    """The same for a payment that was started."""

    amount_dollars: Dollars
    processed_at: datetime | None


class ConfirmRequest(Sent):
    """How the sandbox's card behaves."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"payment_intent_id": "pi_3Qx", "status": "succeeded"}]})

    payment_intent_id: Annotated[Text, Field(min_length=4, max_length=255)]
    status: Literal["succeeded", "failed"] = "succeeded"
    failure_reason: Annotated[Text, Field(max_length=255)] | None = None


class Payment(BaseModel):
    """A payment."""

    id: str
    booking_number: str
    customer_name: str
    amount_cents: Cents
    amount_dollars: Dollars
    status: str
    stripe_payment_intent_id: str
    stripe_charge_id: str
    failure_reason: str
    processed_at: datetime | None
    created_at: datetime


class PaymentConfirmed(BaseModel):
    """The payment after the sandbox's webhook came."""

    message: str
    payment: Payment


class WebhookReceived(BaseModel):
    """The event is stored."""

    received: bool
