"""Cards that customers keep with us, and links to pay by."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from gateway.schemas.members import Cents, Dollars, Email, Secret, Sent
from gateway.schemas.payments import Payment


class PaymentMethod(BaseModel):
    """A saved card, by what may be shown of it."""

    id: str
    brand: str = Field(examples=["visa"])
    last_four: str = Field(examples=["4242"])
    expiry_month: int
    expiry_year: int
    is_default: bool
    is_expired: bool
    created_at: datetime


class PaymentMethods(BaseModel):
    """The usual one first."""

    payment_methods: list[PaymentMethod]


class SetupIntent(BaseModel):
    """The beginning of saving a card; the browser finishes it with Stripe."""

    setup_intent_id: str
    client_secret: str


class SavedCardPayment(Sent):
    """Which booking to pay with which card."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "booking_id": "01998f0e-5d1c-7c59-9f43-0d7f6f0f2c11",
                    "payment_method_id": "01998f0e-5d1c-7c59-9f43-0d7f6f0f2c11",
                }
            ]
        }
    )

    booking_id: UUID
    payment_method_id: UUID


class SavedCardAnswer(BaseModel):
    """What came of it; with `requires_action` the bank wants to see the customer."""

    payment: Payment
    client_secret: str


class NewPaymentLink(Sent):
    """A link for somebody to pay by."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"booking_id": "01998f0e-5d1c-7c59-9f43-0d7f6f0f2c11", "valid_hours": 72, "email": "ada@example.com"}
            ]
        }
    )

    booking_id: UUID
    valid_hours: Annotated[int, Field(ge=1, le=720)] = 72
    email: Email | None = Field(None, description="Whom to mail it; absent means that you hand it over")


class PaymentLink(BaseModel):
    """A link, without its token."""

    id: str
    booking_number: str
    amount_cents: Cents
    amount_dollars: Dollars
    status: Literal["open", "used", "expired", "revoked"]
    created_at: datetime
    expires_at: datetime


class MadePaymentLink(BaseModel):
    """A new link; its token is shown this once."""

    link: PaymentLink
    token: str


class PaymentLinks(BaseModel):
    """Newest first."""

    links: list[PaymentLink]


class LinkToken(Sent):
    """What a link carries; posted, so that no log has it."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"token": "Zm9yLWV4YW1wbGUtb25seS1ub3QtYS1yZWFsLXRva2Vu"}]}
    )

    token: Annotated[Secret, Field(min_length=16, max_length=128)]
