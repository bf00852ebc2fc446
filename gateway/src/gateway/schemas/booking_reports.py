"""What bookings add up to, as staff see it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from gateway.schemas.members import CalendarDate

Share = Annotated[int | None, Field(description="Basis points, 10000 is all; null where there is nothing to divide by")]
Money = Annotated[int | None, Field(description="US cents from payments' books; null unless `include_revenue`")]


class ReportDays(BaseModel):
    """From when to when."""

    start_date: CalendarDate
    end_date: CalendarDate = Field(description="Inclusive, at most 1100 days later")


class WantedReport(ReportDays):
    """Which report."""

    period: Literal["day", "week", "month"] = Field("month", description="New York's; a week begins on Monday")
    include_revenue: bool = Field(False, description="With what payments' books say; needs can_view_financial_reports")


class BookingReportRow(BaseModel):
    """What became of the bookings of one service that were made in one period, and the money that moved in it."""

    period_start: date | None = Field(description="Null in the total")
    service_type: str | None = Field(description="Null in the total, and for money of no service, such as fees")
    booked: int = Field(description="All that were made; deleted ones are left out everywhere")
    waiting: int = Field(description="Not paid yet")
    sold: int = Field(description="Paid and not called off")
    completed: int
    cancelled: int
    expired: int = Field(description="Never paid in time")
    organized: int = Field(description="Those of the sold that have organizing")
    organizing_share: Share
    cancellation_share: Share = Field(description="Of sold and cancelled together, in basis points")
    average_lead_days: float | None = Field(description="From booking to pickup, of the sold")
    revenue_cents: Money
    organizing_cents: Money
    refunds_cents: Money
    net_cents: Money


class CapacityRow(BaseModel):
    """How full the days of one period were; a day nobody ever booked has its usual places."""

    period_start: date | None = Field(description="Null in the total")
    used: int
    places: int
    used_share: Share
    organizers_used: int = Field(description="People whom bookings took, a day of each")
    organizers: int = Field(description="People there were, a day of each")
    organizers_used_share: Share


class BookingReport(BaseModel):
    """By period, then by service."""

    rows: list[BookingReportRow]
    total: BookingReportRow
    capacity: list[CapacityRow] = Field(description="By period of pickup")
    total_capacity: CapacityRow


class TopCustomerRow(BaseModel):
    """Who books often."""

    customer_id: str
    name: str
    sold: int = Field(description="Paid and not called off or deleted, of all time")


class TopCustomers(BaseModel):
    """Most bookings first; guests are left out."""

    customers: list[TopCustomerRow]


class StaffRow(BaseModel):
    """What one of our staff did, of one kind."""

    staff_id: str
    act: str = Field(examples=["scheduled"])
    count: int


class StaffReport(BaseModel):
    """From the history of bookings, most acts first: bookings made, moved, and brought into another state."""

    rows: list[StaffRow]
