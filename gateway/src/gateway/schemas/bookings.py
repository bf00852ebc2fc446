"""Booking as a guest, and looking a booking up."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.config import JsonDict

from gateway.schemas.members import Dollars, Name, PickupTime, Sent, State, Text, WaitingToken
from gateway.schemas.prices import PriceLine, ServiceMembers, ZipCode

DELIVERY: JsonDict = {
    "first_name": "Ada",
    "last_name": "Byron",
    "email": "ada@example.com",
    "phone": "+12125550100",
    "service_type": "standard_delivery",
    "standard_delivery_item_count": 4,
    "pickup_date": "2027-06-02",
    "pickup_time": "morning",
    "pickup_address": {"address_line_1": "350 Fifth Ave", "city": "New York", "state": "NY", "zip_code": "10001"},
    "delivery_address": {"address_line_1": "1 Main St", "city": "East Hampton", "state": "NY", "zip_code": "11937"},
}


class SentAddress(Sent):
    """A street address in our service area."""

    address_line_1: Annotated[Text, Field(min_length=1, max_length=200)]
    address_line_2: Annotated[Text, Field(max_length=200)] = ""
    city: Annotated[Text, Field(min_length=1, max_length=100)]
    state: State
    zip_code: ZipCode


class GuestBookingRequest(ServiceMembers):
    """A booking without an account; the ZIP codes that price it are those of the addresses."""

    model_config = ConfigDict(json_schema_extra={"examples": [DELIVERY]})

    first_name: Name
    last_name: Name
    email: Annotated[Text, Field(min_length=3, max_length=254)]
    phone: Annotated[Text, Field(min_length=7, max_length=32)]
    pickup_time: PickupTime = Field("morning", description="8-11, 12-3 or 4-7 in New York")
    pickup_address: SentAddress
    delivery_address: SentAddress
    special_instructions: Annotated[Text, Field(max_length=2000)] = ""
    quote_id: Annotated[Text, Field(max_length=2048)] | None = Field(None, description="The price that a preview held")
    waiting_token: WaitingToken | None = None

    @model_validator(mode="after")
    def zip_codes_agree(self) -> Self:
        """A ZIP code beside the addresses must be the address's own."""
        for name in ("pickup", "delivery"):
            beside = getattr(self, f"{name}_zip_code")
            if beside is not None and beside != getattr(self, f"{name}_address").zip_code:
                raise ValueError(f"{name}_zip_code differs from {name}_address.zip_code")
        return self


class Address(BaseModel):
    """A street address; only its city and state where the caller proved nothing."""

    id: str
    address_line_1: str
    address_line_2: str
    city: str
    state: str
    zip_code: str


class GuestCheckout(BaseModel):
    """Who booked."""

    first_name: str
    last_name: str
    email: str
    phone: str


class OrganizingPart(BaseModel):
    """Organizing that was booked."""

    name: str
    price_dollars: Dollars
    duration_hours: int
    organizer_count: int
    supplies_allowance: Dollars


class PricingBreakdown(BaseModel):
    """What the booking costs; it never changes after booking."""

    base_price: Dollars
    surcharges: Dollars
    demand: Dollars
    coi_fee: Dollars
    organizing_total: Dollars
    options: Dollars
    tax: Dollars
    discount: Dollars = Field(description="Zero or negative")
    credit: Dollars = Field(description="Zero or negative")
    total: Dollars = Field(description="The sum of all others")
    lines: list[PriceLine]
    service_type: str
    organizing_services: list[OrganizingPart] | None = None


class BookingStatus(BaseModel):
    """A booking as its number shows it."""

    id: str
    booking_number: str = Field(examples=["TT-7QK2MB"])
    customer_name: str = Field(description="First name and initial where `is_masked`")
    service_type: str
    pickup_date: str
    pickup_time: str
    status: str = Field(examples=["pending"])
    pickup_address: Address
    delivery_address: Address
    include_packing: bool
    include_unpacking: bool
    total_price_dollars: Dollars
    organizing_total_dollars: Dollars
    created_at: datetime
    expires_at: datetime | None = Field(description="Until when it can be paid; null once it is paid or over")
    is_masked: bool


class Booking(BookingStatus):
    """A booking in full."""

    customer_email: str
    guest_checkout: GuestCheckout
    special_instructions: str
    coi_required: bool
    pricing_breakdown: PricingBreakdown
    organizing_services_breakdown: list[OrganizingPart] | dict[str, OrganizingPart] = Field(
        description="A list for mini moves; an empty object for everything else (existing clients rely on it)"
    )


class BookingMade(BaseModel):
    """The booking, which waits for payment."""

    message: str
    booking: Booking
