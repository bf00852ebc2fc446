"""Payments and disputes, for staff; payments writes every look into the audit log."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import StreamingResponse
from totetaxi.payments.v1 import finance_service_pb2 as messages

from gateway import csv_files
from gateway.acting import act_as_staff
from gateway.dependencies import Around
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.schemas import staff_payments as schema
from gateway.views import staff_payments as view
from gateway.views.payments import payment

PAYMENTS_PATH = "/api/payments/payments/"
DISPUTES_PATH = "/api/payments/disputes/"

router = APIRouter(prefix="/api/payments", tags=["payments"], dependencies=[Depends(act_as_staff)])

LIST = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN)


@router.get("/payments/", summary="Payments", responses=LIST)
async def list_payments(search: Annotated[schema.PaymentSearch, Query()], around: Around) -> schema.PaymentPage:
    """Newest first."""
    asked = messages.ListPaymentsRequest(
        filter=view.payment_filter(search), page_size=search.page_size, page_token=search.cursor
    )
    answer = await around.upstreams.finance.ListPayments(asked)
    return schema.PaymentPage(
        count=answer.total_count,
        next=view.following(PAYMENTS_PATH, search, answer),
        results=[payment(each) for each in answer.payments],
    )


@router.get("/payments/export/", summary="Payments as CSV", **csv_files.ROUTE)
async def export_payments(
    wanted: Annotated[schema.PaymentFilter, Query()], request: Request, around: Around
) -> StreamingResponse:
    """Streamed page by page."""
    asked = messages.ListPaymentsRequest(filter=view.payment_filter(wanted), page_size=csv_files.PAGE)
    return await csv_files.stream(view.PAYMENTS_FILE, request, around, around.upstreams.finance.ListPayments, asked)


@router.get(
    "/payments/{payment_id}/",
    summary="One payment",
    responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND),
)
async def get_payment(payment_id: UUID, around: Around) -> schema.PaymentInFull:
    """With its refunds and disputes."""
    asked = messages.GetPaymentRequest(payment_id=str(payment_id))
    return view.payment_in_full(await around.upstreams.finance.GetPayment(asked))


@router.get("/disputes/", summary="Disputes", responses=LIST)
async def list_disputes(search: Annotated[schema.DisputeSearch, Query()], around: Around) -> schema.DisputePage:
    """Newest first."""
    asked = view.dispute_question(search, search.page_size, search.cursor)
    answer = await around.upstreams.finance.ListDisputes(asked)
    return schema.DisputePage(
        count=answer.total_count,
        next=view.following(DISPUTES_PATH, search, answer),
        results=[view.dispute(each) for each in answer.disputes],
    )


@router.get("/disputes/export/", summary="Disputes as CSV", **csv_files.ROUTE)
async def export_disputes(
    wanted: Annotated[schema.DisputeFilter, Query()], request: Request, around: Around
) -> StreamingResponse:
    """Streamed page by page."""
    asked = view.dispute_question(wanted, csv_files.PAGE)
    return await csv_files.stream(view.DISPUTES_FILE, request, around, around.upstreams.finance.ListDisputes, asked)
