"""Invoices of storage."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from gateway.schemas.members import Cents, Cursor, Dollars
from gateway.schemas.staff_payments import Filter, Paged

InvoiceWord = Literal["draft", "open", "paid", "void", "uncollectible"]


class InvoiceFilter(Filter):
    """Which invoices, by when they were made."""

    status: InvoiceWord | None = None
    booking_id: UUID | None = None
    customer_id: UUID | None = None


class InvoiceSearch(InvoiceFilter):
    """A page of them."""

    page_size: int = Field(50, ge=1, le=100)
    cursor: Cursor = ""


class OwnInvoiceSearch(BaseModel):
    """A page of one's own."""

    model_config = ConfigDict(extra="forbid")

    page_size: int = Field(50, ge=1, le=100)
    cursor: Cursor = ""


class OwnInvoice(BaseModel):
    """A month of storage."""

    id: str
    booking_id: str
    booking_number: str
    amount_cents: Cents
    amount_dollars: Dollars
    status: InvoiceWord
    period_start: str = Field(description="First date in New York that it is for", examples=["2027-06-02"])
    next_attempt_at: datetime | None = Field(description="When the card is tried again; null when it is not")
    created_at: datetime
    paid_at: datetime | None


class Invoice(OwnInvoice):
    """The same as staff see it."""

    stripe_invoice_id: str
    customer_id: str
    attempts: int = Field(description="How often the card was tried")


class InvoicePage(Paged):
    """Newest first."""

    results: list[Invoice]


class OwnInvoicePage(Paged):
    """Newest first."""

    results: list[OwnInvoice]
