"""A signed-in customer's bookings."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.config import JsonDict

from gateway.schemas.bookings import PricingBreakdown, SentAddress
from gateway.schemas.members import CalendarDate, Dollars, PickupTime, Sent, Text, WaitingToken
from gateway.schemas.prices import ServiceMembers
from gateway.schemas.profiles import SavedAddress

Nickname = Annotated[Text, Field(max_length=50, description="Your own name for the address, where it is saved")]
Instructions = Annotated[Text, Field(max_length=2000, description="For the crew")]
QuoteId = Annotated[Text, Field(max_length=2048, description="The price that a preview held")]

TO_A_NEW_ADDRESS: JsonDict = {
    "service_type": "standard_delivery",
    "standard_delivery_item_count": 4,
    "pickup_date": "2027-06-02",
    "pickup_address_id": "01998f0e-5d1c-7c59-9f43-0d7f6f0f2c11",
    "new_delivery_address": {
        "address_line_1": "1 Main St",
        "city": "East Hampton",
        "state": "NY",
        "zip_code": "11937",
    },
    "save_delivery_address": True,
    "delivery_address_nickname": "Beach",
}


class NewBooking(ServiceMembers):
    """A booking in one's account; each address is a saved one or a new one."""

    model_config = ConfigDict(json_schema_extra={"examples": [TO_A_NEW_ADDRESS]})

    pickup_time: PickupTime | None = Field(
        None, description="8-11, 12-3 or 4-7 in New York; your preference by default"
    )
    pickup_address_id: UUID | None = None
    new_pickup_address: SentAddress | None = None
    save_pickup_address: bool = False
    pickup_address_nickname: Nickname = ""
    delivery_address_id: UUID | None = None
    new_delivery_address: SentAddress | None = None
    save_delivery_address: bool = False
    delivery_address_nickname: Nickname = ""
    special_instructions: Instructions = ""
    phone: Annotated[Text, Field(min_length=7, max_length=32)] | None = Field(
        None, description="Where we reach you that day; your profile's by default"
    )
    quote_id: QuoteId | None = None
    waiting_token: WaitingToken | None = None
    booking_id: UUID | None = Field(None, description="A UUID you made offline; the same one is booked once")
    create_payment_intent: bool = True

    @model_validator(mode="after")
    def each_end_has_one_address(self) -> Self:
        """A saved address or a new one, not both and not neither."""
        for end in ("pickup", "delivery"):
            saved, new = getattr(self, f"{end}_address_id"), getattr(self, f"new_{end}_address")
            if (saved is None) == (new is None):
                raise ValueError(f"{end}_address_id or new_{end}_address must be given, one of the two")
        return self


class Rebooking(Sent):
    """The same again."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"pickup_date": "2027-06-09"}]})

    pickup_date: CalendarDate
    pickup_time: PickupTime | None = None
    special_instructions: Instructions | None = None
    create_payment_intent: bool = True


class BookingAddress(BaseModel):
    """A street address."""

    address_line_1: str
    address_line_2: str
    city: str
    state: str
    zip_code: str


class CustomerBooking(BaseModel):
    """A booking of one's own."""

    id: str
    booking_number: str = Field(examples=["TT-7QK2MB"])
    customer_name: str
    service_type: str
    pickup_date: str
    pickup_time: str
    status: str
    pickup_address: BookingAddress
    delivery_address: BookingAddress
    special_instructions: str
    coi_required: bool
    total_price_dollars: Dollars
    pricing_breakdown: PricingBreakdown
    payment_status: str = Field(description="`not_created` until a payment was started")
    can_rebook: bool
    can_cancel: bool
    can_reschedule: bool
    created_at: datetime
    updated_at: datetime
    expires_at: datetime | None = Field(description="Until when it can be paid; null once it is paid or over")


class StartedPayment(BaseModel):
    """What the page needs to take the money."""

    client_secret: str
    payment_intent_id: str


class CustomerBookingMade(BaseModel):
    """The booking, and its payment where one was started."""

    message: str
    booking: CustomerBooking
    payment: StartedPayment | None = None


class ListedBooking(BaseModel):
    """A booking in a list, in words."""

    id: str
    booking_number: str
    service_type: str = Field(examples=["Mini Move"])
    status: str = Field(examples=["Pending"])
    pickup_date: str
    total_price: Dollars
    created_at: datetime


class CustomerBookings(BaseModel):
    """A page of one's bookings, newest first."""

    bookings: list[ListedBooking]
    total_count: int = Field(description="Of all pages, counted up to 10,000")
    next_cursor: str = Field(description="For `cursor`; empty on the last page")


class CancellationTerms(BaseModel):
    """What calling off gives back."""

    refund_cents: int
    refund_dollars: Dollars
    kept_cents: int
    reason: str
    holds_until: datetime | None


class Cancelling(Sent):
    """Calls off at the terms that were shown."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"expected_refund_cents": 104500}]})

    expected_refund_cents: int = Field(ge=0, description="`refund_cents` as it was shown")
    reason: Annotated[Text, Field(max_length=500)] = ""


class BookingCancelled(BaseModel):
    """It is called off."""

    message: str
    booking: CustomerBooking
    refund_cents: int
    refund_dollars: Dollars


class MoveTerms(BaseModel):
    """What moving means."""

    difference_cents: int
    is_free: bool = Field(description="Whether you can do it yourself")
    reason: str
    holds_until: datetime | None


class Moving(Sent):
    """Another day, or another window."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"pickup_date": "2027-06-09", "pickup_time": "evening"}]})

    pickup_date: CalendarDate
    pickup_time: PickupTime | None = None


class BookingMoved(BaseModel):
    """It is moved."""

    message: str
    booking: CustomerBooking


class DashboardProfile(BaseModel):
    """Who it is."""

    name: str
    email: str
    phone: str
    is_vip: bool
    total_bookings: int
    total_spent_dollars: Dollars
    last_booking_at: datetime | None


class BookingSummary(BaseModel):
    """How many bookings."""

    pending_bookings: int
    completed_bookings: int
    total_bookings: int


class Dashboard(BaseModel):
    """Everything on one page."""

    customer_profile: DashboardProfile
    booking_summary: BookingSummary
    recent_bookings: list[CustomerBooking]
    saved_addresses_count: int
    payment_methods_count: int
    popular_addresses: list[SavedAddress]
