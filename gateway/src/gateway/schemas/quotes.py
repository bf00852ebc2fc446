"""Prices that staff write, and old prices computed again."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from gateway.schemas.members import CalendarDate, Cents, Moment, Sent, Text
from gateway.schemas.prices import PriceLine, Pricing
from gateway.schemas.promotions import PromotionTerms

MOST_CENTS = 10_000_000

CustomServiceWord = Literal["b2b_popup", "mini_storage"]


class CustomLine(Sent):
    """A line that staff write."""

    label: Annotated[Text, Field(min_length=1, max_length=120)]
    quantity: int = Field(1, ge=1, le=1000)
    unit_amount_cents: int = Field(ge=-MOST_CENTS, le=MOST_CENTS, description="For one; negative takes off")
    reason: Annotated[Text, Field(max_length=300)] = ""


class NewCustomQuote(Sent):
    """A price for what has none in the catalogue."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "service_type": "b2b_popup",
                    "pickup_date": "2027-06-02",
                    "valid_until": "2027-05-20T16:00:00Z",
                    "lines": [{"label": "Van and two movers, one day", "unit_amount_cents": 240000}],
                }
            ]
        }
    )

    service_type: CustomServiceWord
    pickup_date: CalendarDate
    lines: list[CustomLine] = Field(min_length=1, max_length=50, description="In the order they are shown")
    valid_until: Moment = Field(description="In the future, at most 90 days ahead")
    note: Annotated[Text, Field(max_length=2000)] = Field("", description="Shown to the customer")


class HeldQuote(BaseModel):
    """A price that is held for a while."""

    quote_id: str
    service_type: str
    pickup_date: str
    pricing: Pricing
    lines: list[PriceLine]
    expires_at: datetime
    catalog_version: int
    is_custom: bool = Field(description="Whether staff wrote its lines")
    note: str


class QuoteAnswer(BaseModel):
    """The price that was just written."""

    quote: HeldQuote


class ReplayRequest(Sent):
    """Which price to compute again."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"quote_id": "01998f0e-5d1c-7c59-9f43-0d7f6f0f2c11"}]})

    quote_id: Annotated[Text, Field(min_length=1, max_length=2048)]


class PriceConditions(BaseModel):
    """What a price was made of beside its request and the catalogue."""

    booked_count: int = Field(description="Bookings on the pickup day when it was priced")
    promotion: PromotionTerms | None
    available_credit_cents: Cents


class ReplayedLine(BaseModel):
    """One line, then and now."""

    quoted: PriceLine | None = Field(description="null when it is new")
    recomputed: PriceLine | None = Field(description="null when it is gone")
    is_same: bool


class Replay(BaseModel):
    """An old price and what it comes to today, at its own catalogue version."""

    quote: HeldQuote
    conditions: PriceConditions | None
    lines: list[ReplayedLine]
    recomputed_total_cents: Cents
    is_same: bool = Field(description="Whether every line is the same in every member")
    booking_id: Annotated[str | None, BeforeValidator(lambda text: text or None)] = Field(
        description="The booking that used it; null when none did"
    )
