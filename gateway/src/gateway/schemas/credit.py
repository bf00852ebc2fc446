"""Customers' credit."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from gateway.schemas.catalogue_versions import NextCursor
from gateway.schemas.members import Cents, Dollars, Reason, Sent

MOST_CENTS = 10_000_000


class CreditEntry(BaseModel):
    """One movement of credit."""

    id: str
    amount_cents: Cents = Field(description="US cents; negative when it was spent or taken")
    amount_dollars: Dollars
    cause: Literal["earned", "spent", "returned", "revoked", "adjusted"]
    booking_id: Annotated[str | None, BeforeValidator(lambda text: text or None)]
    reason: str = Field(description="By our staff, where they gave or took it; otherwise empty")
    created_at: datetime


class Credit(BaseModel):
    """What a customer can spend, and what it is made of, newest first."""

    balance_cents: Cents
    balance_dollars: Dollars
    entries: list[CreditEntry]
    next_cursor: NextCursor


class CreditAdjustment(Sent):
    """Credit that staff give, or take back."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"amount_cents": 5000, "reason": "The van was late"}]})

    amount_cents: int = Field(
        ge=-MOST_CENTS, le=MOST_CENTS, description="Negative takes; never below a balance of zero"
    )
    reason: Reason


class CreditBalance(BaseModel):
    """The credit as it is now."""

    balance_cents: Cents
    balance_dollars: Dollars
