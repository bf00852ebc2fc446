"""Financial reports, and what differs between Stripe and us."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from gateway.schemas.members import Cents, Cursor, Dollars, Sent, Text
from gateway.schemas.staff_payments import Filter, Paged, Reason

DifferenceWord = Literal["stranger", "not_comparable", "not_captured", "not_refunded", "not_in_books", "stuck_webhook"]
Period = Literal["day", "week", "month"]
PageSize = Annotated[int, Field(ge=1, le=100)]


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


class LedgerFilter(Filter):
    """Which movements of the books, by when they happened."""

    booking_id: UUID | None = None
    kind: Annotated[Text, Field(max_length=32, pattern="^[a-z_]*$")] = Field(
        "", description="capture, refund, dispute, fee, booking, invoice, …"
    )


class LedgerSearch(LedgerFilter):
    """A page of them."""

    page_size: PageSize = 50
    cursor: Cursor = ""


class Side(BaseModel):
    """What a movement does to one account; debits positive."""

    account: str
    amount_cents: Cents


class LedgerMovement(BaseModel):
    """What one fact moved."""

    id: str
    kind: str
    source: str = Field(description="The fact that it was booked for, such as charge:ch_…")
    booking_id: str | None
    service_type: str | None
    occurred_at: datetime
    entries: list[Side]


class LedgerPage(Paged):
    """Newest first."""

    results: list[LedgerMovement]


class ReconciliationSearch(BaseModel):
    """A page of comparisons."""

    model_config = ConfigDict(extra="forbid")

    only_differing: bool = Field(False, description="Only those that found anything")
    page_size: PageSize = 50
    cursor: Cursor = ""


class Reconciliation(BaseModel):
    """One comparison with Stripe, both ways."""

    id: str
    compared_from: datetime
    compared_until: datetime
    finished_at: datetime
    compared: int = Field(description="Objects that were compared")
    lost_webhooks: int = Field(description="Webhooks that had not come and were applied")
    repaired: int
    raised: int = Field(description="Differences that were not known before")


class ReconciliationPage(Paged):
    """Newest first."""

    results: list[Reconciliation]


class DifferenceFilter(BaseModel):
    """Which differences."""

    model_config = ConfigDict(extra="forbid")

    kind: DifferenceWord | None = None
    include_resolved: bool = False


class DifferenceSearch(DifferenceFilter):
    """A page of them."""

    page_size: PageSize = 50
    cursor: Cursor = ""


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
