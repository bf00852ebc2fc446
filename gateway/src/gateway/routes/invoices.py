"""Invoices of storage: all of them for staff, their own for customers."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import StreamingResponse
from totetaxi.payments.v1 import invoice_service_pb2 as messages

from gateway import csv_files
from gateway.acting import act_as_customer, act_as_staff
from gateway.dependencies import Around
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.schemas import invoices as schema
from gateway.views import invoices as view
from gateway.views.staff_payments import following

STAFF_PATH = "/api/payments/invoices/"
PATH = "/api/customer/invoices/"

staff_router = APIRouter(prefix="/api/payments/invoices", tags=["payments"], dependencies=[Depends(act_as_staff)])
router = APIRouter(prefix="/api/customer/invoices", tags=["payments"], dependencies=[Depends(act_as_customer)])

LIST = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN)


@staff_router.get("/", summary="Invoices of storage", responses=LIST)
async def list_invoices(search: Annotated[schema.InvoiceSearch, Query()], around: Around) -> schema.InvoicePage:
    """Newest first."""
    asked = messages.ListInvoicesRequest(
        filter=view.invoice_filter(search), page_size=search.page_size, page_token=search.cursor
    )
    answer = await around.upstreams.invoices.ListInvoices(asked)
    return schema.InvoicePage(
        count=answer.total_count,
        next=following(STAFF_PATH, search, answer),
        results=[view.invoice(each) for each in answer.invoices],
    )


@staff_router.get("/export/", summary="Invoices of storage as CSV", **csv_files.ROUTE)
async def export_invoices(
    wanted: Annotated[schema.InvoiceFilter, Query()], request: Request, around: Around
) -> StreamingResponse:
    """Streamed page by page."""
    asked = messages.ListInvoicesRequest(filter=view.invoice_filter(wanted), page_size=csv_files.PAGE)
    return await csv_files.stream(view.INVOICES_FILE, request, around, around.upstreams.invoices.ListInvoices, asked)


@router.get("/", summary="My invoices of storage", responses=LIST)
async def list_own_invoices(
    search: Annotated[schema.OwnInvoiceSearch, Query()], around: Around
) -> schema.OwnInvoicePage:
    """Newest first."""
    asked = messages.ListOwnInvoicesRequest(page_size=search.page_size, page_token=search.cursor)
    answer = await around.upstreams.invoices.ListOwnInvoices(asked)
    return schema.OwnInvoicePage(
        count=answer.total_count,
        next=following(PATH, search, answer),
        results=[view.own_invoice(each) for each in answer.invoices],
    )
