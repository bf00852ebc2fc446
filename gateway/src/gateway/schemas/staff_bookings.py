"""Bookings, as staff see and change them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from gateway.schemas.bookings import DELIVERY, GuestBookingRequest, GuestCheckout, PricingBreakdown
from gateway.schemas.customer_bookings import BookingAddress
from gateway.schemas.members import BookingStatusWord, CalendarDate, Dollars, PickupTime, Sent, Text

Reason = Annotated[Text, Field(min_length=1, max_length=500, description="One sentence; kept in the history")]


class StaffInfo(BaseModel):
    """Who is looking."""

    name: str
    role: str
    permissions: dict[str, bool] = Field(examples=[{"can_approve_refunds": False}])


class BookingStatistics(BaseModel):
    """How many bookings."""

    total_bookings: int
    pending_bookings: int
    confirmed_bookings: int
    paid_bookings: int
    scheduled_bookings: int
    in_progress_bookings: int
    completed_bookings: int
    cancelled_bookings: int


class PaymentStatistics(BaseModel):
    """How much money, from the books."""

    total_payments: int
    pending_payments: int
    failed_payments: int
    total_revenue_dollars: Dollars
    refunds_to_decide: int
    open_disputes: int


class CustomerStatistics(BaseModel):
    """How many customers."""

    total_customers: int
    vip_customers: int


class UrgentBooking(BaseModel):
    """Paid or confirmed, and not planned yet."""

    id: str
    booking_number: str
    customer_name: str
    customer_email: str
    service_type: str
    pickup_date: str
    status: str
    total_price_dollars: Dollars
    created_at: datetime


class StaffDashboard(BaseModel):
    """Where the business stands."""

    staff_info: StaffInfo
    booking_stats: BookingStatistics
    payment_stats: PaymentStatistics
    customer_stats: CustomerStatistics
    urgent_bookings: list[UrgentBooking]


class StaffListedBooking(UrgentBooking):
    """A booking in a list."""

    pickup_time: str
    payment_status: str
    coi_required: bool


class Filters(BaseModel):
    """What the list was asked for."""

    status: str | None
    date: str | None
    search: str | None


class StaffBookings(BaseModel):
    """A page of bookings, newest first."""

    bookings: list[StaffListedBooking]
    total_count: int = Field(description="Of all pages, counted up to 10,000")
    is_count_cut_short: bool = Field(description="There are at least `total_count`; counting all would take long")
    next_cursor: str = Field(description="For `cursor`; empty on the last page")
    filters: Filters


class HistoryEntry(BaseModel):
    """One thing that happened."""

    at: datetime
    from_status: str | None
    to_status: str
    actor: str
    cause: str


class StaffBooking(BaseModel):
    """A booking in full."""

    id: str
    booking_number: str
    service_type: str
    status: str
    pickup_date: str
    pickup_time: str
    pickup_address: BookingAddress
    delivery_address: BookingAddress
    special_instructions: str
    coi_required: bool
    total_price_dollars: Dollars
    pricing_breakdown: PricingBreakdown
    staff_notes: str
    allowed_statuses: list[str] = Field(description="Where staff can bring it from here")
    history: list[HistoryEntry]
    version: int
    created_at: datetime
    updated_at: datetime
    expires_at: datetime | None
    deleted_at: datetime | None


class BookedBy(BaseModel):
    """The customer whose booking it is."""

    id: str
    name: str
    email: str
    phone: str


class BookingPayment(BaseModel):
    """Its payment."""

    id: str
    status: str
    amount_dollars: Dollars
    stripe_payment_intent_id: str
    processed_at: datetime | None
    failure_reason: str


class StaffBookingPage(BaseModel):
    """A booking with who booked it and its payment."""

    booking: StaffBooking
    customer: BookedBy | None = Field(description="Null for guests")
    guest_checkout: GuestCheckout | None = Field(description="Null for customers")
    payment: BookingPayment | None = Field(description="Null until one was started")


class BookingChange(Sent):
    """What is sent changes; the rest stays."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"status": "confirmed", "staff_notes": "Called; ring twice."}]}
    )

    status: BookingStatusWord | None = None
    staff_notes: Annotated[Text, Field(max_length=10_000)] | None = None
    reason: Annotated[Text, Field(max_length=500)] = ""


class ChangedBooking(BaseModel):
    """The booking as it is now."""

    id: str
    booking_number: str
    status: str
    version: int
    updated_at: datetime


class BookingChanged(BaseModel):
    """It is done."""

    message: str
    booking: ChangedBooking
    refund_cents: int | None = Field(default=None, description="What is paid back, where it was called off")


class StaffCancelling(Sent):
    """Calls a booking off."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"reason": "Our van broke down.", "refund_cents": 104500}]}
    )

    reason: Reason
    refund_cents: Annotated[int, Field(ge=0)] | None = Field(None, description="By the policy when absent")


class StaffMoving(Sent):
    """Another day, or another window."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"pickup_date": "2027-06-09", "reason": "The customer called."}]}
    )

    pickup_date: CalendarDate
    pickup_time: PickupTime | None = None
    reason: Reason


class Deleting(Sent):
    """Takes a booking out of lists and numbers, or brings it back."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "A test of ours."}]})

    reason: Reason


class BookingFor(GuestBookingRequest):
    """A booking that staff make for somebody."""

    model_config = ConfigDict(json_schema_extra={"examples": [{**DELIVERY, "payment_hours": 48}]})

    customer_id: UUID | None = Field(None, description="The customer whose booking it is; a guest's when absent")
    payment_hours: Annotated[int, Field(ge=1, le=720)] = Field(72, description="Hours in which it can be paid")
