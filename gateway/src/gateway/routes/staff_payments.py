"""Payments and disputes, for staff; payments writes every look into the audit log."""

from __future__ import annotations

from collections.abc import AsyncIterator
from http import HTTPStatus
from typing import Annotated, Any
from uuid import UUID

from chassis.clock import Clock, new_york_date
from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import StreamingResponse
from totetaxi.payments.v1 import finance_service_pb2 as messages

from gateway.acting import act_as_staff
from gateway.dependencies import Around, Surroundings, limited
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.routes.audit_log import act_again
from gateway.schemas import staff_payments as schema
from gateway.views import staff_payments as view
from gateway.views.audit_log import csv_of
from gateway.views.payments import payment

PAYMENTS_PATH = "/api/payments/payments/"
DISPUTES_PATH = "/api/payments/disputes/"
EXPORT_PAGE = 1000
COLUMNS = (
    "id",
    "booking_number",
    "customer_name",
    "amount_cents",
    "status",
    "stripe_payment_intent_id",
    "stripe_charge_id",
    "failure_reason",
    "processed_at",
    "created_at",
)

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


@router.get(
    "/payments/export/",
    summary="Payments as CSV",
    response_class=StreamingResponse,
    dependencies=[Depends(limited("exports"))],
    responses={
        **refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.TOO_MANY_REQUESTS),
        200: {"content": {"text/csv": {}}, "description": "Newest first"},
    },
)
async def export_payments(
    wanted: Annotated[schema.PaymentFilter, Query()], request: Request, around: Around
) -> StreamingResponse:
    """Streamed page by page. If anything fails on the way, the connection breaks off: no part is taken for all."""
    asked = messages.ListPaymentsRequest(filter=view.payment_filter(wanted), page_size=EXPORT_PAGE)
    first = await around.upstreams.finance.ListPayments(asked)  # a refusal is still an answer of its own
    name = f"payments-{new_york_date(Clock().now()).isoformat()}.csv"
    return StreamingResponse(
        pages(request, around, asked, first),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


async def pages(
    request: Request, around: Surroundings, asked: messages.ListPaymentsRequest, page: Any
) -> AsyncIterator[bytes]:
    """The header, then page after page."""
    yield csv_of([COLUMNS])
    while True:
        rows = [payment(each).model_dump(mode="json") for each in page.payments]
        yield csv_of([row[column] if row[column] is not None else "" for column in COLUMNS] for row in rows)
        if not page.next_page_token:
            return
        asked.page_token = page.next_page_token
        await act_again(request, around)
        page = await around.upstreams.finance.ListPayments(asked)


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
    asked = messages.ListDisputesRequest(
        only_open=search.only_open, page_size=search.page_size, page_token=search.cursor
    )
    answer = await around.upstreams.finance.ListDisputes(asked)
    return schema.DisputePage(
        count=answer.total_count,
        next=view.following(DISPUTES_PATH, search, answer),
        results=[view.dispute(each) for each in answer.disputes],
    )
