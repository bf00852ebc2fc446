"""Refunds: one member of staff asks, another decides."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import StreamingResponse
from totetaxi.payments.v1 import refund_service_pb2 as messages

from gateway import csv_files
from gateway.acting import act_as_staff
from gateway.dependencies import Around, IdempotencyKey
from gateway.refusal_docs import SIGNED_IN, refusals
from gateway.schemas import staff_payments as schema
from gateway.views import staff_payments as view

PATH = "/api/payments/refunds/"

router = APIRouter(prefix="/api/payments/refunds", tags=["payments"], dependencies=[Depends(act_as_staff)])

DECIDED = refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT)


@router.get("/", summary="Refunds", responses=refusals(HTTPStatus.BAD_REQUEST, *SIGNED_IN))
async def list_refunds(search: Annotated[schema.RefundSearch, Query()], around: Around) -> schema.RefundPage:
    """Newest first."""
    asked = messages.ListRefundsRequest(
        filter=view.refund_filter(search), page_size=search.page_size, page_token=search.cursor
    )
    answer = await around.upstreams.refunds.ListRefunds(asked)
    return schema.RefundPage(
        count=answer.total_count,
        next=view.following(PATH, search, answer),
        results=[view.refund(each) for each in answer.refunds],
    )


@router.get("/export/", summary="Refunds as CSV", **csv_files.ROUTE)
async def export_refunds(
    wanted: Annotated[schema.RefundFilter, Query()], request: Request, around: Around
) -> StreamingResponse:
    """Streamed page by page."""
    asked = messages.ListRefundsRequest(filter=view.refund_filter(wanted), page_size=csv_files.PAGE)
    return await csv_files.stream(view.REFUNDS_FILE, request, around, around.upstreams.refunds.ListRefunds, asked)


@router.post("/create/", summary="Ask for a refund", responses=DECIDED)
async def request_refund(sent: schema.RefundWish, around: Around, key: IdempotencyKey) -> schema.RefundAnswer:
    """Whole or in part; somebody else must approve it. 400 says why that much can't go back."""
    asked = messages.RequestRefundRequest(
        payment_id=str(sent.payment_id), amount_cents=sent.amount_cents or 0, reason=sent.reason, idempotency_key=key
    )
    refund = view.refund((await around.upstreams.refunds.RequestRefund(asked)).refund)
    return schema.RefundAnswer(message="The refund waits for somebody else's approval.", refund=refund)


@router.post("/{refund_id}/approve/", summary="Approve a refund", responses=DECIDED)
async def approve_refund(refund_id: UUID, around: Around) -> schema.RefundAnswer:
    """Never by whoever asked for it; approved twice, it is sent once."""
    asked = messages.ApproveRefundRequest(refund_id=str(refund_id))
    refund = view.refund((await around.upstreams.refunds.ApproveRefund(asked)).refund)
    return schema.RefundAnswer(message="The refund is approved and on its way to Stripe.", refund=refund)


@router.post("/{refund_id}/reject/", summary="Reject a refund", responses=DECIDED)
async def reject_refund(refund_id: UUID, sent: schema.Rejection, around: Around) -> schema.RefundAnswer:
    """Its amount may be asked for again."""
    asked = messages.RejectRefundRequest(refund_id=str(refund_id), reason=sent.reason)
    refund = view.refund((await around.upstreams.refunds.RejectRefund(asked)).refund)
    return schema.RefundAnswer(message="The refund is rejected; nothing moves.", refund=refund)
