"""What it costs."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter, Depends
from totetaxi.pricing.v1.pricing_service_pb2 import CreateQuoteRequest

from gateway.dependencies import Around, act_as_visitor, limited
from gateway.refusal_docs import refusals
from gateway.schemas.prices import Preview, PreviewRequest
from gateway.views.prices import preview, price_request

router = APIRouter(prefix="/api/public", tags=["prices"], dependencies=[Depends(act_as_visitor)])


@router.post(
    "/pricing-preview/",
    summary="Price a request",
    response_model_exclude_none=True,
    dependencies=[Depends(limited("previews"))],
    responses=refusals(HTTPStatus.BAD_REQUEST, HTTPStatus.TOO_MANY_REQUESTS),
)
async def preview_price(sent: PreviewRequest, around: Around) -> Preview:
    """The price, line by line, held until `expires_at`: a booking that names `quote_id` gets exactly this one."""
    answer = await around.upstreams.pricing.CreateQuote(CreateQuoteRequest(request=price_request(sent)))
    return preview(answer.quote)
