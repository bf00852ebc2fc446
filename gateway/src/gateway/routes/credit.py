"""Customers' credit: what they see of it, and what staff do to it."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from chassis.refusal import Invalid
from fastapi import APIRouter, Depends
from totetaxi.pricing.v1 import promotion_service_pb2 as message

from gateway.acting import act_as_customer, act_as_staff
from gateway.dependencies import Around, IdempotencyKey
from gateway.paging import DEFAULT_PAGE_SIZE, Cursor, PageSize
from gateway.refusal_docs import refusals, staff_refusals
from gateway.schemas import credit as schema
from gateway.views import promotions as view

router = APIRouter(prefix="/api/customer", tags=["customer"], dependencies=[Depends(act_as_customer)])
staff_router = APIRouter(prefix="/api/staff", tags=["staff: customers"], dependencies=[Depends(act_as_staff)])


@router.get(
    "/credit/",
    summary="Your credit",
    responses=refusals(HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN),
)
async def get_credit(around: Around, cursor: Cursor = "", page_size: PageSize = DEFAULT_PAGE_SIZE) -> schema.Credit:
    """What you can spend with `use_credit`, and what it is made of, newest first."""
    asked = message.GetCreditRequest(page_size=page_size, page_token=cursor)
    return view.credit(await around.upstreams.promotions.GetCredit(asked))


@staff_router.get("/customers/{customer_id}/credit/", summary="A customer's credit", responses=staff_refusals())
async def get_credit_of(
    customer_id: UUID, around: Around, cursor: Cursor = "", page_size: PageSize = DEFAULT_PAGE_SIZE
) -> schema.Credit:
    """What they can spend, and what it is made of, newest first."""
    asked = message.GetCreditRequest(customer_id=str(customer_id), page_size=page_size, page_token=cursor)
    return view.credit(await around.upstreams.promotions.GetCredit(asked))


@staff_router.post(
    "/customers/{customer_id}/credit/",
    summary="Give credit, or take it back",
    responses=staff_refusals(HTTPStatus.CONFLICT, HTTPStatus.UNPROCESSABLE_ENTITY),
)
async def adjust_credit(
    customer_id: UUID, sent: schema.CreditAdjustment, key: IdempotencyKey, around: Around
) -> schema.CreditBalance:
    """Needs an `Idempotency-Key`: the same key adjusts once."""
    if not key:
        raise Invalid("idempotency_key_missing", "Idempotency-Key is required, such as a UUID.", "Idempotency-Key")
    asked = message.AdjustCreditRequest(
        customer_id=str(customer_id), amount_cents=sent.amount_cents, reason=sent.reason, idempotency_key=key
    )
    return view.balance((await around.upstreams.promotions.AdjustCredit(asked)).balance_cents)
