"""Prices that staff write, and old prices computed again."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter, Depends
from totetaxi.pricing.v1.pricing_service_pb2 import ReplayQuoteRequest

from gateway.acting import act_as_staff
from gateway.dependencies import Around, IdempotencyKey
from gateway.refusal_docs import staff_refusals
from gateway.schemas import quotes as schema
from gateway.views import quotes as view

router = APIRouter(prefix="/api/staff/quotes", tags=["staff: quotes"], dependencies=[Depends(act_as_staff)])


@router.post(
    "/",
    status_code=HTTPStatus.CREATED,
    summary="Write a price",
    responses=staff_refusals(HTTPStatus.CONFLICT, HTTPStatus.UNPROCESSABLE_ENTITY),
)
async def create_custom_quote(sent: schema.NewCustomQuote, key: IdempotencyKey, around: Around) -> schema.QuoteAnswer:
    """For pop-ups and storage legs, which have no price in the catalogue; held until `valid_until`."""
    answer = await around.upstreams.pricing.CreateCustomQuote(view.custom_quote_request(sent, key))
    return schema.QuoteAnswer(quote=view.held_quote(answer.quote))


@router.post("/replay/", summary="Compute an old price again", responses=staff_refusals(HTTPStatus.NOT_FOUND))
async def replay_quote(sent: schema.ReplayRequest, around: Around) -> schema.Replay:
    """At its own catalogue version, line by line: whether it still comes to the same."""
    answer = await around.upstreams.pricing.ReplayQuote(ReplayQuoteRequest(quote_id=sent.quote_id))
    return view.replay(answer)
