"""Invoices of storage, for staff and for whose storage it is."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import sqlalchemy as sql
from chassis.clock import new_york_date
from chassis.cursors import page_size_of
from chassis.principal import current_principal
from totetaxi.payments.v1 import invoice_service_pb2 as rpc
from totetaxi.payments.v1 import invoice_service_pb2_grpc

from payments.actions.list_for_staff import list_own_page, list_page
from payments.desk import Desk
from payments.messages import between, uuid_or_none, word_of
from payments.store.lists import INVOICES
from payments.store.storage_tables import invoices
from payments.store.tables import customer_bookings

PAGE_SIZE = 50


class InvoiceApi(invoice_service_pb2_grpc.InvoiceServiceServicer):
    """Lists of invoices."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def ListInvoices(self, request: rpc.ListInvoicesRequest, context: Any) -> rpc.ListInvoicesResponse:  # noqa: N802
        """Of all storage."""
        size, now, wanted = page_size_of(request.page_size, PAGE_SIZE), self._desk.clock.now(), request.filter
        conditions = invoice_conditions(wanted)
        page = await list_page(self._desk.database, INVOICES, conditions, size, request.page_token, now)
        return rpc.ListInvoicesResponse(
            invoices=[invoice_message(row) for row in page.rows],
            next_page_token=page.next_page_token,
            total_count=page.total_count,
        )

    async def ListOwnInvoices(  # noqa: N802
        self, request: rpc.ListOwnInvoicesRequest, context: Any
    ) -> rpc.ListOwnInvoicesResponse:
        """Of the caller's storage."""
        size, mine = page_size_of(request.page_size, PAGE_SIZE), [is_of(UUID(current_principal().id))]
        page = await list_own_page(self._desk.database, INVOICES, mine, size, request.page_token)
        return rpc.ListOwnInvoicesResponse(
            invoices=[invoice_message(row) for row in page.rows],
            next_page_token=page.next_page_token,
            total_count=page.total_count,
        )


def is_of(customer_id: UUID) -> Any:
    """Whose invoice it is: who had an account when storage began, or joined one with the booking since."""
    joined = sql.select(customer_bookings.c.booking_id).where(customer_bookings.c.customer_id == customer_id)
    return sql.or_(invoices.c.customer_id == customer_id, invoices.c.booking_id.in_(joined))


def invoice_conditions(wanted: rpc.InvoiceFilter) -> list[Any]:
    """The rows that a filter lets through. Raises Invalid for an id that is none."""
    conditions = between(invoices.c.created_at, wanted)
    if wanted.status:
        conditions.append(invoices.c.status == word_of(rpc.InvoiceStatus, wanted.status))
    if booking_id := uuid_or_none(wanted.booking_id, "booking_id"):
        conditions.append(invoices.c.booking_id == booking_id)
    if customer_id := uuid_or_none(wanted.customer_id, "customer_id"):
        conditions.append(is_of(customer_id))
    return conditions


def invoice_message(row: Any) -> rpc.Invoice:
    """An invoice as it is shown."""
    message = rpc.Invoice(
        id=str(row.id),
        stripe_invoice_id=row.stripe_invoice_id,
        booking_id=str(row.booking_id),
        booking_number=row.booking_number,
        customer_id=str(row.customer_id),
        amount_cents=row.amount_cents,
        status=f"INVOICE_STATUS_{row.status.upper()}",
        attempts=row.attempts,
        period_start=new_york_date(row.period_start).isoformat(),
    )
    message.created_at.FromDatetime(row.created_at)
    if row.next_attempt_at:
        message.next_attempt_at.FromDatetime(row.next_attempt_at)
    if row.paid_at:
        message.paid_at.FromDatetime(row.paid_at)
    return message
