"""Financial reports, and what differs between Stripe and us."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field

from gateway.schemas.members import Cents, Dollars, Sent
from gateway.schemas.staff_payments import Paged, Reason


class RevenueRow(BaseModel):
    """What one service brought in one period; money counts when it moved."""

    period_start: str | None = Field(description="First date in New York; null in the total")
    service_type: str | None = Field(description="Null for money of no service, such as fees, and in the total")
    bookings: int
    revenue_cents: Cents
    organizing_cents: Cents
    tax_cents: Cents
    refunds_cents: Cents
    disputes_cents: Cents
    fees_cents: Cents
    net_cents: Cents
    net_dollars: Dollars


class RevenueReport(BaseModel):
    """By period, then by service."""

    rows: list[RevenueRow]
    total: RevenueRow


class Balances(BaseModel):
    """Every account of the books, US cents, debits positive; their sum is zero."""

    balances: dict[str, int]


class Difference(BaseModel):
    """Something on which Stripe and we differ."""

    id: str
    kind: str
    subject: str
    payment_id: str
    detail: str
    amount_cents: Cents
    first_seen_at: datetime
    last_seen_at: datetime
    resolved_at: datetime | None
    resolved_by: str
    resolution: str


class DifferencePage(Paged):
    """Newest first."""

    results: list[Difference]


class Resolution(Sent):
    """What became of a difference."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"resolution": "A test charge; refunded by hand."}]})

    resolution: Reason
