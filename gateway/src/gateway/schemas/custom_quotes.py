"""Quotes whose lines staff write, as those who ask and staff see them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.config import JsonDict

from gateway.schemas.bookings import GuestCheckout, SentAddress
from gateway.schemas.customer_bookings import BookingAddress
from gateway.schemas.members import CalendarDate, Cents, Dollars, Email, Moment, Name, PickupTime, Secret, Sent, Text
from gateway.schemas.prices import PriceLine
from gateway.schemas.quotes import CustomLine, CustomServiceWord
from gateway.schemas.storage import DirectionWord

QuoteStatusWord = Literal["requested", "sent", "accepted", "declined", "expired"]
Reason = Annotated[Text, Field(max_length=500, description="Why; may be empty")]

A_POP_UP: JsonDict = {
    "company_name": "Whitfield & Co.",
    "first_name": "Wilma",
    "last_name": "Whitfield",
    "email": "wilma@whitfield.example",
    "phone": "+12125550177",
    "service_type": "b2b_popup",
    "pickup_date": "2027-06-02",
    "pickup_time": "morning",
    "pickup_address": {"address_line_1": "350 Fifth Ave", "city": "New York", "state": "NY", "zip_code": "10001"},
    "delivery_address": {"address_line_1": "1 Main St", "city": "East Hampton", "state": "NY", "zip_code": "11937"},
    "description": "Forty chairs and a bar, for two days",
}


class QuoteRequest(Sent):
    """What a quote is asked for."""

    model_config = ConfigDict(json_schema_extra={"examples": [A_POP_UP]})

    company_name: Annotated[Text, Field(max_length=120, description="Required for a pop-up")] = ""
    first_name: Name
    last_name: Name
    email: Email
    phone: Annotated[Text, Field(min_length=7, max_length=32)]
    service_type: CustomServiceWord
    pickup_date: CalendarDate
    pickup_time: PickupTime = Field("morning", description="8-11, 12-3 or 4-7 in New York")
    pickup_address: SentAddress
    delivery_address: SentAddress
    description: Annotated[Text, Field(min_length=1, max_length=2000, description="What is to be moved")]
    storage_id: UUID | None = Field(None, description="Your storage that it brings things to or from; signed in only")
    storage_direction: DirectionWord | None = None

    @model_validator(mode="after")
    def directions_belong_to_storage(self) -> Self:
        """A direction without a storage means nothing."""
        if self.storage_direction and self.storage_id is None:
            raise ValueError("storage_direction comes with storage_id")
        return self


class QuoteAsked(BaseModel):
    """It is on our desk."""

    message: str
    quote_id: str
    quote_number: str = Field(examples=["TQ-7QK2MB"])


class Offer(BaseModel):
    """What we offer."""

    number: int = Field(description="1 for the first, 2 for the first that was written anew")
    lines: list[PriceLine]
    total_cents: Cents
    total_dollars: Dollars
    note: str
    valid_until: datetime
    sent_at: datetime


class Quote(BaseModel):
    """A quote, with what we offer now."""

    id: str
    quote_number: str
    status: QuoteStatusWord
    company_name: str
    contact: GuestCheckout
    service_type: str
    pickup_date: str
    pickup_time: str
    pickup_address: BookingAddress
    delivery_address: BookingAddress
    description: str
    offer: Offer | None = Field(description="null until we have written one")
    booking_id: str | None
    booking_number: str | None
    decline_reason: str
    created_at: datetime
    updated_at: datetime


class Quotes(BaseModel):
    """A page of quotes, newest first."""

    quotes: list[Quote]
    next_cursor: str = Field(description="For `cursor`; empty on the last page")


class StaffOffer(Offer):
    """What was offered, and by whom."""

    written_by: str


class StaffQuote(Quote):
    """A quote as staff see it."""

    offer: StaffOffer | None
    customer_id: str | None
    storage_id: str | None
    version: int


class StaffQuotes(BaseModel):
    """A page of quotes, newest first."""

    quotes: list[StaffQuote]
    next_cursor: str = Field(description="For `cursor`; empty on the last page")


class StaffQuotePage(BaseModel):
    """A quote with everything that was offered."""

    quote: StaffQuote
    offers: list[StaffOffer] = Field(description="Oldest first")


class SentQuote(BaseModel):
    """What was sent."""

    quote: StaffQuote
    token: str = Field(description="What the link carries; shown this once, and mailed")
    link: str = Field(description="Where the link leads, on this site", examples=["/quote/?token=…"])


class QuoteFor(QuoteRequest):
    """A quote that staff open for somebody who called."""

    model_config = ConfigDict(json_schema_extra={"examples": [A_POP_UP]})

    customer_id: UUID | None = None


class NewOffer(Sent):
    """The next version."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "lines": [{"label": "Van and two movers, one day", "unit_amount_cents": 240000}],
                    "valid_until": "2027-05-20T16:00:00Z",
                }
            ]
        }
    )

    lines: list[CustomLine] = Field(min_length=1, max_length=50, description="In the order they are shown")
    valid_until: Moment = Field(description="In the future, at most 90 days ahead, and before the pickup")
    note: Annotated[Text, Field(max_length=2000)] = Field("", description="Shown to the customer")
    pickup_date: CalendarDate | None = Field(None, description="Another day than was asked for")
    pickup_time: PickupTime | None = None


class Declining(Sent):
    """A no from us."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "No van of that size that day"}]})

    reason: Annotated[Text, Field(min_length=1, max_length=500, description="Whoever asked reads it")]


class QuoteToken(Sent):
    """What a link carries."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"token": "what-the-link-carries"}]})

    token: Annotated[Secret, Field(min_length=16, max_length=128)]


class DecliningByLink(QuoteToken):
    """A no by a link."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"token": "what-the-link-carries", "reason": "Too dear"}]}
    )

    reason: Reason = ""
