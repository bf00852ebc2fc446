"""Invoices of storage on their way out, and their filter on its way in."""

from __future__ import annotations

from typing import Any, cast

from totetaxi.payments.v1 import invoice_service_pb2 as message

from gateway.csv_files import CsvFile
from gateway.schemas import invoices as schema
from gateway.views.audit_log import timestamp
from gateway.views.staff_payments import since
from gateway.views.words import dollars, instant, instant_or_none


def invoice_filter(sent: schema.InvoiceFilter) -> message.InvoiceFilter:
    """Which invoices."""
    asked = message.InvoiceFilter(
        booking_id=str(sent.booking_id or ""), customer_id=str(sent.customer_id or ""), until=timestamp(sent.until)
    )
    if sent.status:
        status = message.InvoiceStatus.Value(f"INVOICE_STATUS_{sent.status.upper()}")
        asked.status = cast("message.InvoiceStatus", status)
    return cast("message.InvoiceFilter", since(asked, sent))


def own_invoice(each: message.Invoice) -> schema.OwnInvoice:
    """A customer's own."""
    return schema.OwnInvoice.model_validate(members(each))


def invoice(each: message.Invoice) -> schema.Invoice:
    """As staff see it."""
    return schema.Invoice.model_validate(
        {
            **members(each),
            "stripe_invoice_id": each.stripe_invoice_id,
            "customer_id": each.customer_id,
            "attempts": each.attempts,
        }
    )


def members(each: message.Invoice) -> dict[str, Any]:
    """What customers see too."""
    return {
        "id": each.id,
        "booking_id": each.booking_id,
        "booking_number": each.booking_number,
        "amount_cents": each.amount_cents,
        "amount_dollars": dollars(each.amount_cents),
        "status": message.InvoiceStatus.Name(each.status).removeprefix("INVOICE_STATUS_").lower(),
        "period_start": each.period_start,
        "next_attempt_at": instant_or_none(each, "next_attempt_at"),
        "created_at": instant(each.created_at),
        "paid_at": instant_or_none(each, "paid_at"),
    }


INVOICES_FILE = CsvFile(
    "storage-invoices",
    (
        "id",
        "stripe_invoice_id",
        "booking_number",
        "customer_id",
        "amount_cents",
        "status",
        "attempts",
        "period_start",
        "next_attempt_at",
        "created_at",
        "paid_at",
    ),
    lambda page: (invoice(each).model_dump(mode="json") for each in page.invoices),
)
