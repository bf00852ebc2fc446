"""What it costs, and where we go."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter, Depends, Request
from totetaxi.pricing.v1.pricing_service_pb2 import PreviewPriceRequest, ResolveServiceAreaRequest

from gateway.acting import look_as_whoever
from gateway.dependencies import Around, act_as_visitor, limited, surroundings_of
from gateway.direct_route import DirectRoute
from gateway.refusal_docs import refusals
from gateway.schemas.catalogue_terms import ServiceAreaOfZip
from gateway.schemas.prices import Preview, PreviewRequest, ZipCode
from gateway.views.catalogue_terms import service_area_of_zip
from gateway.views.prices import preview, price_request

router = APIRouter(prefix="/api/public", tags=["prices"], route_class=DirectRoute)
area_router = APIRouter(prefix="/api/public", tags=["prices"], dependencies=[Depends(act_as_visitor)])


@router.post(
    "/pricing-preview/",
    summary="Price a request",
    response_model_exclude_none=True,
    responses=refusals(
        HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS
    ),
)
async def preview_price(sent: PreviewRequest, request: Request) -> Preview:
    """The price, line by line, held until `expires_at`: a booking that names `quote_id` gets exactly this one.

    For a signed-in customer it counts their credit and what they used before; it needs no CSRF token, for it stores
    nothing.
    """
    around = surroundings_of(request)
    await around.rate_limits.count("previews", request)
    await look_as_whoever(request, around)
    asked = price_request(sent)
    answer = await around.upstreams.pricing.PreviewPrice(PreviewPriceRequest(request=asked, hold=True))
    return preview(asked, answer)


@area_router.get(
    "/service-areas/{zip_code}/",
    summary="Where a ZIP code belongs",
    dependencies=[Depends(limited("previews"))],
    responses=refusals(HTTPStatus.BAD_REQUEST, HTTPStatus.TOO_MANY_REQUESTS),
)
async def find_service_area(zip_code: ZipCode, around: Around) -> ServiceAreaOfZip:
    """The area and what an address there adds; a ZIP code we don't serve is refused, naming the areas we do."""
    answer = await around.upstreams.pricing.ResolveServiceArea(ResolveServiceAreaRequest(zip_code=zip_code))
    return service_area_of_zip(zip_code, answer)
