"""Payments, refunds and disputes as staff see them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from gateway.schemas.members import Cents, Dollars, Sent, Text
from gateway.schemas.payments import Payment

PaymentWord = Literal["pending", "requires_action", "failed", "succeeded", "cancelled", "refunded"]
RefundWord = Literal["requested", "approved", "rejected", "processing", "completed", "failed"]
OriginWord = Literal["staff", "cancellation", "orphan", "stripe"]
Reason = Annotated[Text, Field(min_length=1, max_length=500)]


class Filter(BaseModel):
    """What to look for, in the query; what is absent matches everything."""

    model_config = ConfigDict(extra="forbid")

    since: AwareDatetime | None = Field(None, description="Not before, such as 2027-06-02T00:00:00-04:00")
    until: AwareDatetime | None = Field(None, description="Before")


class PaymentFilter(Filter):
    """Which payments."""

    status: PaymentWord | None = None
    search: Annotated[Text, Field(max_length=100)] = Field(
        "", description="A booking number, the beginning of a name, or Stripe's id"
    )
    booking_id: UUID | None = None
    customer_id: UUID | None = None


class PaymentSearch(PaymentFilter):
    """A page of them."""

    page_size: int = Field(50, ge=1, le=100)
    cursor: Annotated[Text, Field(max_length=512)] = ""


class RefundFilter(Filter):
    """Which refunds."""

    status: RefundWord | None = None
    origin: OriginWord | None = None
    payment_id: UUID | None = None
    booking_number: Annotated[Text, Field(max_length=32)] = ""


class RefundSearch(RefundFilter):
    """A page of them."""

    page_size: int = Field(50, ge=1, le=100)
    cursor: Annotated[Text, Field(max_length=512)] = ""


class DisputeFilter(Filter):
    """Which disputes."""

    status: Annotated[Text, Field(max_length=32, pattern="^[a-z_]*$")] = Field(
        "", description="Stripe's word: needs_response, under_review, won, lost, …"
    )
    only_open: bool = False


class DisputeSearch(DisputeFilter):
    """A page of them."""

    page_size: int = Field(50, ge=1, le=100)
    cursor: Annotated[Text, Field(max_length=512)] = ""


class RefundWish(Sent):
    """A refund that somebody else must approve."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "payment_id": "01998f0e-5d1c-7c59-9f43-0d7f6f0f2c11",
                    "amount_cents": 4550,
                    "reason": "The van came late.",
                }
            ]
        }
    )

    payment_id: UUID
    amount_cents: Annotated[int, Field(ge=1, le=100_000_000_000)] | None = Field(
        None, description="Absent means all that is left"
    )
    reason: Reason


class Rejection(Sent):
    """Why a refund is not made."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "Not agreed with the customer."}]})

    reason: Reason


class Refund(BaseModel):
    """Money on its way back."""

    id: str
    payment_id: str
    booking_id: str
    booking_number: str
    customer_name: str
    amount_cents: Cents
    amount_dollars: Dollars
    reason: str
    status: RefundWord
    origin: OriginWord
    requested_by: str
    decided_by: str
    decision_reason: str
    stripe_refund_id: str
    failure_reason: str
    created_at: datetime
    decided_at: datetime | None
    completed_at: datetime | None


class RefundAnswer(BaseModel):
    """A refund after something was done with it."""

    message: str
    refund: Refund


class Dispute(BaseModel):
    """A bank that takes a payment back, or asks about it."""

    id: str
    stripe_dispute_id: str
    payment_id: str
    booking_number: str
    customer_name: str
    amount_cents: Cents
    amount_dollars: Dollars
    reason: str
    status: str
    evidence_due_at: datetime | None
    created_at: datetime
    closed_at: datetime | None


class Paged(BaseModel):
    """How lists are paged: `next` is the address of the next page."""

    count: int = Field(description="How many match in all, counted to 10 000 at most")
    next: str | None
    previous: None = None


class PaymentPage(Paged):
    """Newest first."""

    results: list[Payment]


class RefundPage(Paged):
    """Newest first."""

    results: list[Refund]


class DisputePage(Paged):
    """Newest first."""

    results: list[Dispute]


class PaymentInFull(BaseModel):
    """A payment and what became of it."""

    payment: Payment
    refunds: list[Refund]
    disputes: list[Dispute]
