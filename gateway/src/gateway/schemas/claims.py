"""Claims for damage."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from gateway.schemas.members import Cents, Sent, Text

ClaimStatusWord = Literal["open", "accepted", "rejected"]
AmountCents = Annotated[int, Field(ge=1, le=100_000_000, description="US cents")]
ClaimReason = Annotated[Text, Field(min_length=1, max_length=500, description="For the customer, in one sentence")]


class ClaimItem(Sent):
    """One thing that was damaged or lost."""

    description: Annotated[Text, Field(min_length=1, max_length=500)]
    amount_cents: AmountCents


class NewClaim(Sent):
    """What was damaged or lost, and what is wanted for it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"items": [{"description": "The lamp's foot is broken.", "amount_cents": 18000}]}]
        }
    )

    items: Annotated[list[ClaimItem], Field(min_length=1, max_length=20)]


class Claim(BaseModel):
    """A claim, and what becomes of it."""

    id: str
    booking_id: str
    booking_number: str
    status: ClaimStatusWord
    items: list[ClaimItem]
    wanted_cents: Cents
    accepted_cents: Cents
    reason: str
    opened_at: datetime
    decided_at: datetime | None
    refund_id: str | None = Field(description="At payments; null until it was asked for")
    refund_refusal: str = Field(description="Why payments refused the refund, for staff")


class Claims(BaseModel):
    """Newest first."""

    claims: list[Claim]
    next_cursor: str = Field(description="Empty on the last page")


class ClaimAcceptance(Sent):
    """What is given back."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"amount_cents": 18000, "reason": "We are sorry for the lamp."}]}
    )

    amount_cents: AmountCents
    reason: ClaimReason


class ClaimRejection(Sent):
    """Why nothing is."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"reason": "The scratch was noted when we picked it up."}]}
    )

    reason: ClaimReason
